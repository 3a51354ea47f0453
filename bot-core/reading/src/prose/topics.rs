//! What a brief is about, beside what is to be done.
//!
//! Such as the bakery that a logo is for, or the contract that is translated.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
    sync::LazyLock,
};

use super::{
    passage::Passage,
    skills::{AROUND, Around, Found, Listing},
    stance::Stances,
    title,
};
use crate::{
    skills::{Skill, SkillIndex, Vocabulary},
    table::rows,
};

/// Rows of a kind with two keys each.
#[derive(Debug, Default)]
struct Topics {
    /// Categories and skills that may be what the work is about.
    categories: Vec<&'static str>,
    skills: Vec<&'static str>,
    /// Categories with many tools, which somebody has rather than is.
    tools: Vec<&'static str>,
    /// Skills that change a thing of somebody's, and what such things are.
    reshaping: Vec<&'static str>,
    reshaped: Vec<&'static str>,
    /// Skills that say nothing beside others of a category.
    vague: Vec<(&'static str, &'static str)>,
}

static TOPICS: LazyLock<Topics> = LazyLock::new(|| {
    let table: &'static str =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/topics.tsv"));
    let mut topics = Topics::default();
    for (_, [kind, key, beside]) in rows::<3>(table).filter_map(Result::ok) {
        match kind {
            "category" => topics.categories.push(key),
            "skill" => topics.skills.push(key),
            "tools" => topics.tools.push(key),
            "reshaping" => topics.reshaping.push(key),
            "reshaped" => topics.reshaped.push(key),
            _ => topics.vague.push((key, beside)),
        }
    }
    topics
});

impl Topics {
    fn may_be_topic(&self, skill: &Skill) -> bool {
        self.categories.contains(&&*skill.category) || self.skills.contains(&&*skill.slug)
    }

    fn is_reshaped(&self, skill: &Skill) -> bool {
        self.reshaped.contains(&&*skill.category) || self.reshaped.contains(&&*skill.slug)
    }
}

/// Which of the skills that are `meant` are work: not what it is for, nor what it is done to, nor a word that says less
/// than its neighbours. What stands alone is work.
pub(super) fn of_work(
    passage: &Passage<'_>,
    stances: &Stances,
    vocabulary: &Vocabulary,
    found: &[Found],
    mut meant: Vec<bool>,
    listing: Listing,
) -> Vec<bool> {
    let skill = |at: usize| vocabulary.skill(found[at].0);
    if listing == Listing::Brief {
        let topics: Vec<bool> = (0..found.len())
            .map(|at| meant[at] && is_topic(passage, stances, vocabulary, found, &meant, at))
            .collect();
        let work = (0..found.len()).any(|at| meant[at] && !topics[at]);
        if work {
            meant.iter_mut().zip(topics).for_each(|(meant, topic)| *meant &= !topic);
        }
    }
    let mut by_category: HashMap<&str, HashSet<SkillIndex>> = HashMap::new();
    for (at, (index, _)) in found.iter().enumerate().filter(|(at, _)| meant[*at]) {
        if let Some(skill) = skill(at) {
            by_category.entry(&skill.category).or_default().insert(*index);
        }
    }
    let says_less = |skill: &Skill| {
        let beside = TOPICS.vague.iter().find(|(slug, _)| *slug == &*skill.slug);
        let others = beside.and_then(|(_, category)| by_category.get(category));
        others.is_some_and(|others| others.iter().any(|other| *other != skill.index))
    };
    for (at, meant) in meant.iter_mut().enumerate() {
        *meant &= !skill(at).is_some_and(says_less);
    }
    meant
}

/// How many skills before one say whether it is what they are for.
const EARLIER: usize = 6;

fn is_topic(
    passage: &Passage<'_>,
    stances: &Stances,
    vocabulary: &Vocabulary,
    found: &[Found],
    meant: &[bool],
    at: usize,
) -> bool {
    let (index, tokens) = &found[at];
    let Some(skill) = vocabulary.skill(*index) else { return false };
    let sentence = passage.sentence(tokens.start);
    let earlier = || {
        let before = (at.saturating_sub(EARLIER)..at)
            .filter(|before| meant[*before] && found[*before].1.start >= sentence.start);
        before.filter(|before| found[*before].0 != *index)
    };
    if TOPICS.is_reshaped(skill) && earlier().any(|before| reshapes(vocabulary, found[before].0)) {
        return true;
    }
    if !TOPICS.may_be_topic(skill) {
        return false;
    }
    // "we're a dental clinic and need": the writer
    let before = passage.clause(tokens.start).start..tokens.start;
    let introduced = !TOPICS.tools.contains(&&*skill.category)
        && stances.own(&before)
        && !title::is_lead_within(passage, &before);
    introduced || earlier().any(|before| is_for(passage, found[before].1.end..tokens.start))
}

fn reshapes(vocabulary: &Vocabulary, skill: SkillIndex) -> bool {
    vocabulary.skill(skill).is_some_and(|skill| TOPICS.reshaping.contains(&&*skill.slug))
}

/// Whether "for" or "my" stands between two skills, near the second.
fn is_for(passage: &Passage<'_>, between: Range<usize>) -> bool {
    const REACH: usize = 5;
    let near = between.start.max(between.end.saturating_sub(REACH))..between.end;
    near.clone().any(|at| matches!(AROUND.at(&passage.tokens[at..near.end]), Some((Around::For, _))))
}
