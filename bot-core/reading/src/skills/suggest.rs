//! Autocomplete: what begins with the letters typed so far, then what nearly does.

use std::collections::BTreeMap;

use super::{Skill, SkillIndex, Vocabulary, vocabulary::Spelling};
use crate::text;

/// How a spelling answers a partial word; the better first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    NameStart,
    AliasStart,
    WordStart,
}

/// Requests that make a skill one that people ask for often.
const OFTEN: u32 = 100;

impl Vocabulary {
    /// The skills a member may be about to type, best first, at most `limit`: exact spellings, names that begin so or,
    /// where they are asked for often, have a later word that does, aliases that begin so, then any with such a later
    /// word (the most asked for first within each), then near misses.
    pub fn suggest(&self, partial: &str, limit: usize) -> Vec<&Skill> {
        let (folded, compact) = (text::fold(partial), text::compact(partial));
        if compact.is_empty() {
            return self.most_asked_for(limit);
        }
        let mut best: BTreeMap<SkillIndex, Fit> = BTreeMap::new();
        for spelling in &self.spellings {
            if let Some(fit) = fit(spelling, &folded, &compact) {
                let often = self.skill(spelling.skill).is_some_and(|skill| skill.seen >= OFTEN);
                let fit =
                    if fit == Fit::WordStart && spelling.is_name && often { Fit::NameStart } else { fit };
                best.entry(spelling.skill).and_modify(|known| *known = fit.min(*known)).or_insert(fit);
            }
        }
        let mut found: Vec<(Fit, &Skill)> =
            best.into_iter().filter_map(|(index, fit)| Some((fit, self.skill(index)?))).collect();
        found.sort_by_key(|(fit, skill)| (*fit, std::cmp::Reverse(skill.seen), skill.index));
        let mut suggestions: Vec<&Skill> = found.into_iter().map(|(_, skill)| skill).take(limit).collect();
        for near in self.did_you_mean(partial, limit) {
            if suggestions.len() < limit && !suggestions.contains(&near) {
                suggestions.push(near);
            }
        }
        suggestions
    }

    fn most_asked_for(&self, limit: usize) -> Vec<&Skill> {
        let mut skills: Vec<&Skill> = self.skills().iter().collect();
        skills.sort_by_key(|skill| (std::cmp::Reverse(skill.seen), skill.index));
        skills.truncate(limit);
        skills
    }
}

fn fit(spelling: &Spelling, folded: &str, compact: &str) -> Option<Fit> {
    if spelling.compact == compact {
        return Some(Fit::Whole);
    }
    if spelling.compact.starts_with(compact) {
        return Some(if spelling.is_name { Fit::NameStart } else { Fit::AliasStart });
    }
    let mut later_words = spelling.folded.match_indices(' ').map(|(space, _)| &spelling.folded[space + 1..]);
    let begins = !folded.is_empty() && later_words.any(|rest| rest.starts_with(folded));
    begins.then_some(Fit::WordStart)
}
