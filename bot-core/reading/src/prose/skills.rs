//! The skills that a text names, and which of them are only welcome.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use super::{
    passage::Passage,
    stance::{Stance, Stances},
};
use crate::{
    Reading,
    lexicon::{Lexicon, Words},
    skills::{Skill, SkillIndex, Vocabulary},
    text,
    token::{Kind, Token},
};

/// A skill where it was named.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) skill: SkillIndex,
    pub(crate) tokens: Range<usize>,
    /// Welcome rather than asked for.
    pub(crate) nice: bool,
}

/// What a text is, as to skills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    /// A brief that mentions some.
    Brief,
    /// Somebody's own: what stands between commas is one even with a slip in it.
    Claims,
}

/// Words around a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Around {
    Before,
    After,
    /// "and", a comma
    Joins,
    Level(u8),
    Years,
}

pub(crate) static AROUND: LazyLock<Words<Around>> = LazyLock::new(|| {
    Words::embedded("skill", |name| {
        Some(match name {
            "before" => Around::Before,
            "after" => Around::After,
            "joins" => Around::Joins,
            "years" => Around::Years,
            _ => Around::Level(name.strip_prefix("level ")?.parse().ok()?),
        })
    })
});

/// Skills that are ordinary words too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plain {
    /// Only in a list of skills or with a word for one around it.
    Word,
    /// So, and only in capitals.
    Letter,
    /// Never in a sentence.
    Never,
}

static PLAIN: LazyLock<Lexicon<Plain>> = LazyLock::new(|| {
    let table =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/plain-words.tsv"));
    let meaning = |name: &str| match name {
        "word" => Some(Plain::Word),
        "letter" => Some(Plain::Letter),
        "never" => Some(Plain::Never),
        _ => None,
    };
    Lexicon::parse(table, meaning).expect("the embedded table is read by a test")
});

/// Tokens in the longest name of a skill.
const LONGEST: usize = 8;

/// The skills a text asks for or claims, each once, in its order. Human languages are read elsewhere.
pub(crate) fn named(
    passage: &Passage<'_>,
    stances: &Stances,
    vocabulary: &Vocabulary,
    listing: Listing,
) -> Vec<Named> {
    let found = candidates(passage, vocabulary, listing);
    let mut named: Vec<Named> = Vec::new();
    let mut seen = HashSet::new();
    let nice = welcome(passage, stances, &found);
    for (at, (skill, tokens)) in found.iter().enumerate() {
        if counts(passage, &found, at) && !denied(passage, stances, &found, at) {
            if seen.insert(*skill) {
                named.push(Named { skill: *skill, tokens: tokens.clone(), nice: nice[at] });
            } else if !nice[at] {
                // asked for once is asked for
                named.iter_mut().filter(|known| known.skill == *skill).for_each(|known| known.nice = false);
            }
        }
    }
    named
}

pub(crate) fn readings(passage: &Passage<'_>, named: &[Named], nice: bool) -> Vec<Reading<SkillIndex>> {
    let some = named.iter().filter(|named| named.nice == nice);
    some.map(|named| Reading::new(named.skill, passage.span(&named.tokens))).collect()
}

type Found = (SkillIndex, Range<usize>);

/// Stretches in which a slip is looked for: looking takes long.
const MOST_SLIPS: usize = 40;

/// The longest names, without overlaps.
fn candidates(passage: &Passage<'_>, vocabulary: &Vocabulary, listing: Listing) -> Vec<Found> {
    let mut found = Vec::new();
    let mut slips = if listing == Listing::Claims { MOST_SLIPS } else { 0 };
    let mut at = 0;
    while at < passage.tokens.len() {
        let longest = longest(passage, vocabulary, at).or_else(|| {
            let clause = passage.clause(at);
            let alone = clause.start == at && slips > 0;
            slips -= usize::from(alone);
            alone.then(|| slipped(passage, vocabulary, clause)).flatten()
        });
        match longest {
            Some((skill, length)) => {
                if skill.category.as_ref() != "translation" || !is_speech(skill) {
                    found.push((skill.index, at..at + length));
                }
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// What a clause of one or two words must mean.
fn slipped<'v>(
    passage: &Passage<'_>,
    vocabulary: &'v Vocabulary,
    clause: Range<usize>,
) -> Option<(&'v Skill, usize)> {
    const MOST_WORDS: usize = 2;
    let marks =
        passage.tokens[clause.clone()].iter().rev().take_while(|token| token.kind == Kind::Mark).count();
    let words = clause.start..clause.end - marks;
    if words.is_empty()
        || words.len() > MOST_WORDS
        || passage.tokens[words.clone()].iter().any(|token| token.kind != Kind::Word)
    {
        return None;
    }
    let skill = vocabulary.slipped(passage.span(&words).of(passage.text))?;
    Some((skill, words.len()))
}

/// Whether a skill is a human language.
fn is_speech(skill: &Skill) -> bool {
    super::speech::code(&skill.name).is_some()
}

fn longest<'v>(passage: &Passage<'_>, vocabulary: &'v Vocabulary, at: usize) -> Option<(&'v Skill, usize)> {
    let rest = passage.rest(at);
    let most = rest.iter().take(LONGEST).take_while(|token| may_be_in_name(token)).count();
    if !begins_name(&rest[0]) {
        return None;
    }
    (1..=most).rev().find_map(|length| {
        let last = &rest[length - 1];
        let ends = last.kind != Kind::Mark || last.is_mark("+") || last.is_mark("#");
        let whole = rest[0].span.to(last.span);
        let skill = ends.then(|| find(vocabulary, whole.of(passage.text))).flatten()?;
        Some((skill, length))
    })
}

/// A name as it stands; a number alone is none.
fn find<'v>(vocabulary: &'v Vocabulary, written: &str) -> Option<&'v Skill> {
    if text::compact(written).bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    vocabulary.find(written)
}

fn begins_name(token: &Token) -> bool {
    token.kind != Kind::Mark || token.is_mark(".")
}

fn may_be_in_name(token: &Token) -> bool {
    token.kind != Kind::Mark || [".", "+", "#", "/", "-", "&", "'"].iter().any(|mark| token.is_mark(mark))
}

/// Whether a word that may be something else is meant as a skill.
fn counts(passage: &Passage<'_>, found: &[Found], at: usize) -> bool {
    let (_, tokens) = &found[at];
    let own = &passage.tokens[tokens.clone()];
    match PLAIN.at(own).filter(|(_, length)| *length == own.len()) {
        None => true,
        Some((Plain::Never, _)) => words_in(passage, passage.clause(tokens.start)) == tokens.len(),
        Some((Plain::Word, _)) => in_company(passage, found, at),
        Some((Plain::Letter, _)) => {
            let written = passage.span(tokens).of(passage.text);
            written.chars().any(char::is_uppercase) && in_company(passage, found, at)
        }
    }
}

/// In a list with other skills, alone between commas, or with a word for a skill beside it.
fn in_company(passage: &Passage<'_>, found: &[Found], at: usize) -> bool {
    let tokens = &found[at].1;
    let sentence = passage.sentence(tokens.start);
    let before = at.checked_sub(1).is_some_and(|before| listed(passage, found[before].1.end..tokens.start));
    let after = found.get(at + 1).is_some_and(|next| listed(passage, tokens.end..next.1.start));
    let said_before = (1..=3).any(|back| {
        let first = tokens.start.checked_sub(back).filter(|first| *first >= sentence.start);
        first
            .and_then(|first| AROUND.at(&passage.tokens[first..tokens.start]))
            .is_some_and(|(word, length)| length == back && !matches!(word, Around::After | Around::Joins))
    });
    let said_after = tokens.end < sentence.end
        && matches!(AROUND.at(&passage.tokens[tokens.end..sentence.end]), Some((Around::After, _)));
    let alone = words_in(passage, passage.clause(tokens.start)) <= tokens.len() + 1;
    before || after || alone || said_after || (said_before && capital(passage, tokens))
}

fn words_in(passage: &Passage<'_>, range: Range<usize>) -> usize {
    passage.tokens[range].iter().filter(|token| token.kind != Kind::Mark).count()
}

fn capital(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    passage.span(tokens).of(passage.text).chars().next().is_some_and(char::is_uppercase)
}

/// Only a comma, a slash or an "and" between two skills.
pub(super) fn listed(passage: &Passage<'_>, between: Range<usize>) -> bool {
    !between.is_empty()
        && between.len() <= 2
        && between
            .clone()
            .all(|at| matches!(AROUND.at(&passage.tokens[at..between.end]), Some((Around::Joins, 1))))
}

/// "no Wix", and "no Wix or Webflow", "Wix: no".
fn denied(passage: &Passage<'_>, stances: &Stances, found: &[Found], at: usize) -> bool {
    let tokens = &found[at].1;
    stances.denied(passage, tokens.start)
}

/// For each skill whether it is one that is only welcome.
fn welcome(passage: &Passage<'_>, stances: &Stances, found: &[Found]) -> Vec<bool> {
    let mut nice = vec![false; found.len()];
    for (_, cue) in stances.all().iter().filter(|(stance, _)| *stance == Stance::Nice) {
        let sentence = passage.sentence(cue.start);
        let heads = passage.tokens.get(cue.end).is_some_and(|next| next.is_mark(":") || next.is_mark("："));
        let clause = clause_with_brackets(passage, cue.start);
        let inside = |range: Range<usize>| {
            let first = found.partition_point(|(_, tokens)| tokens.start < range.start);
            let end = found.partition_point(|(_, tokens)| tokens.start < range.end);
            first..end.max(first)
        };
        let before = inside(clause.start..cue.start);
        let stops = |stance: &Stance| matches!(stance, Stance::Must | Stance::But | Stance::Not);
        if !heads && !before.is_empty() {
            // "React and Figma are a plus"
            let from =
                stances.within(&(clause.start..cue.start)).iter().rev().find(|(stance, _)| stops(stance));
            let from = from.map_or(clause.start, |(_, range)| range.end);
            before.filter(|at| found[*at].1.start >= from).for_each(|at| nice[at] = true);
            continue;
        }
        let after = inside(cue.end..sentence.end);
        let mut last_end = passage.clause(cue.end.min(passage.tokens.len().saturating_sub(1))).end;
        for at in after {
            let tokens = &found[at].1;
            let follows = at
                .checked_sub(1)
                .is_some_and(|before| nice[before] && listed(passage, found[before].1.end..tokens.start));
            if heads || tokens.start < last_end || follows {
                nice[at] = true;
                last_end = last_end.max(tokens.end);
            } else {
                break;
            }
        }
    }
    nice
}

/// The clause of a token; in brackets, with what stands before them: "Figma (optional)".
fn clause_with_brackets(passage: &Passage<'_>, at: usize) -> Range<usize> {
    let clause = passage.clause(at);
    let opened = clause
        .start
        .checked_sub(1)
        .filter(|before| passage.tokens[*before].is_mark("(") || passage.tokens[*before].is_mark("（"));
    match opened.and_then(|bracket| bracket.checked_sub(1)) {
        Some(before) => passage.clause(before).start..clause.end,
        None => clause,
    }
}
