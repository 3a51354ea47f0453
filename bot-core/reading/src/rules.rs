//! Work that isn't allowed here.
//!
//! A moderator looks at it before anybody else does.

use std::{ops::Range, sync::LazyLock};

use serde::{Deserialize, Serialize};

use crate::{
    Reading, TableError,
    lexicon::Lexicon,
    prose::{
        passage::Passage,
        stance::{Stance, Stances},
    },
    table::rows,
};

/// What a text breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Accounts, votes, followers or reviews for sale.
    FakeAccounts,
    /// Exams, theses and homework done for somebody else.
    AcademicCheating,
    /// Raids, spam, malware, attacks.
    Abuse,
    AdultWork,
    Weapons,
    /// Passwords or codes asked for.
    Passwords,
}

impl Rule {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "fake-accounts" => Self::FakeAccounts,
            "academic-cheating" => Self::AcademicCheating,
            "abuse" => Self::Abuse,
            "adult-work" => Self::AdultWork,
            "weapons" => Self::Weapons,
            "passwords" => Self::Passwords,
            _ => return None,
        })
    }
}

/// What one phrase of a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Breaks it by itself.
    Whole,
    /// Breaks it in a sentence with a thing.
    Act,
    Thing,
    /// Says that it is the opposite: "remove", "protect against".
    Fine,
}

/// Phrases of all rules; one may be part of several.
static RULES: LazyLock<Vec<(Rule, Lexicon<Part>)>> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/rules/prohibited.tsv"));
    parse(table).expect("the embedded table is read by a test")
});

fn parse(table: &str) -> Result<Vec<(Rule, Lexicon<Part>)>, TableError> {
    let mut rules: Vec<(Rule, Lexicon<Part>)> = Vec::new();
    for row in rows::<3>(table) {
        let (line, [name, part, words]) = row?;
        let unknown = |what: &str| TableError { line, why: format!("no such {what}") };
        let rule = Rule::named(name).ok_or_else(|| unknown("rule"))?;
        let part = match part {
            "whole" => Part::Whole,
            "act" => Part::Act,
            "thing" => Part::Thing,
            "fine" => Part::Fine,
            _ => return Err(unknown("part")),
        };
        if !rules.iter().any(|(known, _)| *known == rule) {
            rules.push((rule, Lexicon::empty()));
        }
        for (_, lexicon) in rules.iter_mut().filter(|(known, _)| *known == rule) {
            lexicon.add(line, words, &part)?;
        }
    }
    Ok(rules)
}

/// How far an act and its thing may stand apart, in tokens.
const REACH: usize = 8;

/// The first rule that a text breaks, with the words that do. What somebody says no to breaks none.
pub fn check(text: &str) -> Option<Reading<Rule>> {
    let passage = Passage::new(text);
    let stances = Stances::of(&passage);
    RULES.iter().find_map(|(rule, lexicon)| {
        let broken =
            passage.sentences().iter().find_map(|sentence| breaks(&passage, &stances, lexicon, sentence))?;
        Some(Reading::new(*rule, passage.span(&broken)))
    })
}

fn breaks(
    passage: &Passage<'_>,
    stances: &Stances,
    lexicon: &Lexicon<Part>,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let mut found: Vec<(Part, Range<usize>)> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        at += match lexicon.at(&passage.tokens[at..sentence.end]) {
            Some((part, length)) => {
                if !denied(passage, stances, at) {
                    found.push((*part, at..at + length));
                }
                length
            }
            None => 1,
        };
    }
    if found.iter().any(|(part, _)| *part == Part::Fine) {
        return None;
    }
    if let Some((_, range)) = found.iter().find(|(part, _)| *part == Part::Whole) {
        return Some(range.clone());
    }
    let things: Vec<&Range<usize>> =
        found.iter().filter(|(part, _)| *part == Part::Thing).map(|(_, range)| range).collect();
    let acts = found.iter().filter(|(part, _)| *part == Part::Act).map(|(_, range)| range);
    acts.into_iter().find_map(|act| {
        let near = things.iter().find(|thing| {
            let apart = act.start.max(thing.start).saturating_sub(act.end.min(thing.end));
            apart <= REACH
        })?;
        Some(act.start.min(near.start)..act.end.max(near.end))
    })
}

/// Within a few words behind "no" or "never".
fn denied(passage: &Passage<'_>, stances: &Stances, at: usize) -> bool {
    const NEAR: usize = 4;
    let from = at.saturating_sub(NEAR).max(passage.clause(at).start);
    stances.within(&(from..at)).iter().any(|(stance, _)| *stance == Stance::Not)
}
