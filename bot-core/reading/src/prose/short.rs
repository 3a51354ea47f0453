//! Short names that mean a skill only beside others: "ps, ai, id".

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use super::{passage::Passage, skills::Found};
use crate::{
    TableError,
    lexicon::Lexicon,
    skills::{SkillIndex, Vocabulary},
    table::{rows, several},
};

/// A skill and those of which one has to be named too.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Short {
    skill: SkillIndex,
    beside: Vec<SkillIndex>,
}

static SHORT: LazyLock<Lexicon<Short>> = LazyLock::new(|| {
    let table =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/short-names.tsv"));
    parse(table, Vocabulary::embedded()).expect("the embedded table is read by a test")
});

fn parse(table: &str, vocabulary: &Vocabulary) -> Result<Lexicon<Short>, TableError> {
    let mut lexicon = Lexicon::empty();
    for row in rows::<3>(table) {
        let (line, [words, slug, beside]) = row?;
        let index = |slug: &str| {
            let skill = vocabulary.by_slug(slug);
            skill
                .map(|skill| skill.index)
                .ok_or_else(|| TableError { line, why: format!("no skill: {slug}") })
        };
        let short =
            Short { skill: index(slug)?, beside: several(beside).map(index).collect::<Result<_, _>>()? };
        lexicon.add(line, words, &short)?;
    }
    Ok(lexicon)
}

/// Gives short names their meaning where one of their neighbours is named, in full or for short.
pub(super) fn settle(passage: &Passage<'_>, found: &mut Vec<Found>) {
    let mut named: Vec<usize> = vec![0; passage.tokens.len()];
    for (_, tokens) in &*found {
        named[tokens.clone()].fill(tokens.len());
    }
    let mut shorts: Vec<(&Short, Range<usize>)> = Vec::new();
    for (at, in_name) in named.into_iter().enumerate() {
        // not as a part of a longer name
        if let Some((short, length)) = SHORT.at(passage.rest(at)).filter(|(_, length)| in_name <= *length) {
            shorts.push((short, at..at + length));
        }
    }
    let mut is_short = vec![false; passage.tokens.len()];
    for (_, tokens) in &shorts {
        is_short[tokens.clone()].fill(true);
    }
    let in_full = found.iter().filter(|(_, tokens)| !is_short[tokens.clone()].contains(&true));
    let named: HashSet<SkillIndex> =
        in_full.map(|(skill, _)| *skill).chain(shorts.iter().map(|(short, _)| short.skill)).collect();
    let mut settled = vec![false; passage.tokens.len()];
    shorts.retain(|(short, _)| short.beside.iter().any(|beside| named.contains(beside)));
    for (_, tokens) in &shorts {
        settled[tokens.clone()].fill(true);
    }
    found.retain(|(_, tokens)| !settled[tokens.clone()].contains(&true));
    found.extend(shorts.into_iter().map(|(short, tokens)| (short.skill, tokens)));
    found.sort_by_key(|(_, tokens)| (tokens.start, tokens.end));
}
