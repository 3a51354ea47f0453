//! Words of a list that another completes: "legal & medical translator".

use super::{passage::Passage, skills::Found};
use crate::{
    language,
    skills::{Forms, SkillIndex, Vocabulary},
    token::Kind,
};

/// How many named skills to either side may complete a word.
const NEAR: usize = 3;
/// Words that are tried: trying takes long.
const MOST: usize = 40;

/// Adds the skills that a word nobody knows and one that is named make together.
pub(super) fn add(passage: &Passage<'_>, vocabulary: &Vocabulary, found: &mut Vec<Found>) {
    let mut named = vec![false; passage.tokens.len()];
    for (_, tokens) in &*found {
        named[tokens.clone()].fill(true);
    }
    let words = (0..passage.tokens.len()).filter(|at| {
        let token = &passage.tokens[*at];
        !named[*at] && token.kind == Kind::Word && token.folded.len() > 2 && !language::is_ordinary(token)
    });
    let mut added: Vec<Found> = Vec::new();
    for at in words.take(MOST) {
        let place = found.partition_point(|(_, tokens)| tokens.start < at);
        let mut near = place.saturating_sub(NEAR)..(place + NEAR).min(found.len());
        let whole = near.find_map(|other| together(passage, vocabulary, at, found[other].0));
        added.extend(whole.map(|skill| (skill, at..at + 1)));
    }
    found.extend(added);
    found.sort_by_key(|(_, tokens)| (tokens.start, tokens.end));
}

/// The skill of a word with the name of another.
fn together(
    passage: &Passage<'_>,
    vocabulary: &Vocabulary,
    at: usize,
    other: SkillIndex,
) -> Option<SkillIndex> {
    let word = passage.tokens[at].folded.as_str();
    let name = crate::text::fold(&vocabulary.skill(other)?.name);
    let words = std::iter::once(word).chain(name.split(' '));
    let skill = Forms::embedded().phrase(vocabulary, words)?;
    (skill.index != other).then_some(skill.index)
}
