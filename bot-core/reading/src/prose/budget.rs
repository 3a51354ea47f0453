//! The amount a text offers or asks, out of all the amounts it names.

use std::{ops::Range, sync::LazyLock};

use iso_currency::Currency;

use super::passage::Passage;
use crate::{
    Reading, Span,
    lexicon::Words,
    money::{self, Per, Sum, Sums},
};

/// What somebody would pay, or asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// They said that they don't know yet.
    Unknown,
    Stated(Terms),
}

/// An amount or a range. At least one end is set; with one figure both are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// In minor units; in hundredths where no currency is named.
    pub min: Option<i64>,
    pub max: Option<i64>,
    /// To be asked about where it is missing.
    pub currency: Option<Currency>,
    pub per: Per,
}

/// What the words around an amount say that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    Budget,
    Total,
    /// A deposit, a turnover, a price of something else.
    Not,
    Past,
    Each,
}

static CUES: LazyLock<Words<Cue>> = LazyLock::new(|| {
    Words::embedded("amount", |name| {
        Some(match name {
            "budget" => Cue::Budget,
            "total" => Cue::Total,
            "not" => Cue::Not,
            "past" => Cue::Past,
            "each" => Cue::Each,
            _ => return None,
        })
    })
});

/// How far a word may stand from the amount that it is about, in tokens.
const BEFORE: usize = 8;
const AFTER: usize = 4;

/// The budget or the rate of a text; `None` where it names none, or where nothing tells which of several it is.
pub(crate) fn read(passage: &Passage<'_>, usual: Option<Currency>) -> Option<Reading<Offer>> {
    let sums = money::find(passage, usual);
    let weighed: Vec<(i32, bool, &Sum)> =
        (0..sums.found.len()).map(|at| weigh(passage, &sums.found, at)).collect();
    let best = weighed.iter().filter(|(weight, ..)| *weight >= 2).max_by_key(|(weight, ..)| *weight);
    let Some((most, ..)) = best else { return unknown(passage, &sums) };
    // of equally good ones the first
    let (_, each, sum) = weighed.iter().find(|(weight, ..)| weight == most)?;
    let times = if *each { count(passage, &sums, sum)? } else { 1 };
    let product =
        |end: Option<i64>| end.map(|minor| minor.checked_mul(times).filter(|minor| *minor <= money::LARGEST));
    let (min, max) = match (product(sum.min), product(sum.max)) {
        (Some(None), _) | (_, Some(None)) => return None,
        (min, max) => (min.flatten(), max.flatten()),
    };
    // "600 € each, so 9000 in all": the only currency there is
    let named = || {
        let mut named: Vec<Currency> = sums.found.iter().filter_map(|sum| sum.currency).collect();
        named.dedup();
        if let [only] = named.as_slice() { Some(*only) } else { None }
    };
    let terms = Terms { min, max, currency: sum.currency.or_else(named), per: sum.per };
    Some(Reading::new(Offer::Stated(terms), sum.span))
}

/// How likely an amount is the one, and whether it is the price of one of several.
fn weigh<'s>(passage: &Passage<'_>, sums: &'s [Sum], at: usize) -> (i32, bool, &'s Sum) {
    let sum = &sums[at];
    let sentence = passage.sentence(sum.tokens.start);
    let from = at.checked_sub(1).map_or(sentence.start, |before| sums[before].tokens.end.max(sentence.start));
    let clause = passage.clause(sum.tokens.end.saturating_sub(1));
    let to =
        sums.get(at + 1).map_or(clause.end, |next| next.tokens.start.min(clause.end)).max(sum.tokens.end);
    let before =
        cues(passage, from.max(sum.tokens.start.saturating_sub(BEFORE))..sum.tokens.start, sum.tokens.start);
    let after = cues(passage, sum.tokens.end..to.min(sum.tokens.end + AFTER), to);
    let within = cues(passage, sum.tokens.clone(), sum.tokens.end);
    let beside = before.last().is_some_and(|(_, range)| sum.tokens.start.saturating_sub(range.end) <= 3);
    let said_before = before.last().map(|(cue, _)| *cue);
    let said_after = after.first().map(|(cue, range)| (*cue, range.start - sum.tokens.end));
    let mut weight = if sum.currency.is_some() { 2 } else { 0 };
    weight += match said_before {
        Some(Cue::Total) => 4,
        Some(Cue::Budget) if beside => 4,
        Some(Cue::Budget) if sum.currency.is_some() => 3,
        Some(Cue::Not | Cue::Past) => -4,
        _ => 0,
    };
    weight += match said_after {
        Some((Cue::Total, _)) => 4,
        Some((Cue::Budget, ..=2)) => 3,
        Some((Cue::Not, ..=2)) => -5,
        Some((Cue::Past, ..=1)) => -3,
        _ => 0,
    };
    weight += if within.iter().any(|(cue, _)| *cue == Cue::Total) { 3 } else { 0 };
    weight += if sum.priced { 2 } else { 0 };
    let each = sum.per_item.is_some()
        || matches!(said_after, Some((Cue::Each, ..=1)))
        || (said_before == Some(Cue::Each)
            && before.last().is_some_and(|(_, range)| range.end == sum.tokens.start));
    weight -= if each { 2 } else { 0 };
    if each && sum.currency.is_some() {
        weight = weight.max(2);
    }
    (weight, each, sum)
}

/// Cues of a stretch of tokens; none goes beyond `end`.
fn cues(passage: &Passage<'_>, range: Range<usize>, end: usize) -> Vec<(Cue, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let length = match CUES.at(&passage.tokens[at..end.max(at)]) {
            Some((cue, length)) => {
                found.push((*cue, at..at + length));
                length
            }
            None => 1,
        };
        at += length;
    }
    found
}

/// How many items there are: the number before the same word as behind "per", or the last one before the price.
fn count(passage: &Passage<'_>, sums: &Sums, sum: &Sum) -> Option<i64> {
    const MOST: u64 = 100_000;
    let stem = |at: usize| -> Option<String> {
        let token = passage.tokens.get(at)?;
        Some(token.folded.chars().take(4).collect())
    };
    let fits = |(count, _): &&(u64, usize)| (2..=MOST).contains(count);
    let outside = |(_, end): &&(u64, usize)| !sum.tokens.contains(&end.saturating_sub(1));
    let mut counts = sums.counts.iter().filter(fits).filter(outside);
    let same = sum
        .per_item
        .and_then(stem)
        .and_then(|item| counts.clone().find(|(_, end)| stem(*end).as_ref() == Some(&item)));
    let count = same.or_else(|| counts.rfind(|(_, end)| *end <= sum.tokens.start))?;
    i64::try_from(count.0).ok()
}

/// "not sure about the budget", "budget: open"
fn unknown(passage: &Passage<'_>, sums: &Sums) -> Option<Reading<Offer>> {
    let said = sums.unknown.iter().find(|range| {
        let sentence = passage.sentence(range.start);
        let around =
            range.start.saturating_sub(AFTER).max(sentence.start)..(range.end + AFTER).min(sentence.end);
        cues(passage, around.clone(), around.end).iter().any(|(cue, _)| *cue == Cue::Budget)
    })?;
    let span: Span = passage.span(said);
    Some(Reading::new(Offer::Unknown, span))
}
