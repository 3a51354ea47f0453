//! The amount a text offers or asks, out of all the amounts it names.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use iso_currency::Currency;

use super::passage::Passage;
use crate::{
    Reading, Span, language,
    lexicon::Words,
    money::{self, Count, Per, Sum, Sums},
    token::Kind,
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
    /// "words", "minutes": what is counted so is how large one is, not how many there are.
    Measure,
}

static CUES: LazyLock<Words<Cue>> = LazyLock::new(|| {
    Words::embedded("amount", |name| {
        Some(match name {
            "budget" => Cue::Budget,
            "total" => Cue::Total,
            "not" => Cue::Not,
            "past" => Cue::Past,
            "each" => Cue::Each,
            "measure" => Cue::Measure,
            _ => return None,
        })
    })
});

/// How far a word may stand from the amount that it is about, in tokens.
const BEFORE: usize = 8;
const AFTER: usize = 4;

/// The budget or the rate of a text; `None` where it names none, or where nothing tells which of several it is. What
/// is only an amount, with no word that it is to be paid, counts if something is `asked` for.
pub(crate) fn read(passage: &Passage<'_>, usual: Option<Currency>, asked: bool) -> Option<Reading<Offer>> {
    let sums = money::find(passage, usual);
    let mut weighed: Vec<Weighed<'_>> =
        (0..sums.found.len()).map(|at| weigh(passage, &sums.found, at)).collect();
    favour_products(&mut weighed, &sums);
    let least = if asked { 2 } else { 3 };
    let best = weighed.iter().filter(|one| one.weight >= least).max_by_key(|one| (one.weight, !one.each));
    let Some(best) = best else { return unknown(passage, &sums) };
    // of equally good ones the first
    let Weighed { each, sum, .. } =
        weighed.iter().find(|one| one.weight == best.weight && one.each == best.each)?;
    let times = if *each { count(passage, &sums, sum).unwrap_or(1) } else { 1 };
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

/// An amount and how likely it is the one.
struct Weighed<'s> {
    weight: i32,
    /// The price of one of several.
    each: bool,
    sum: &'s Sum,
}

/// "3 at 40 € each, 120 € in all": what is a price times a number that stands there is the total.
fn favour_products(weighed: &mut [Weighed<'_>], sums: &Sums) {
    /// Prices of single things that a text has, at most.
    const PRICES: usize = 10;
    let prices = weighed.iter().filter(|one| one.each).filter_map(|one| one.sum.max);
    let prices: Vec<i64> = prices.take(PRICES).collect();
    let counts: HashSet<u64> = sums.counts.iter().map(|count| count.value).collect();
    for one in weighed.iter_mut().filter(|one| !one.each && one.sum.currency.is_some()) {
        let Some(total) = one.sum.max.filter(|_| one.sum.min == one.sum.max) else { continue };
        let is_product = |price: &i64| {
            let times =
                total.checked_div(*price).and_then(|times| u64::try_from(times).ok()).unwrap_or_default();
            total % price.max(&1) == 0 && times > 1 && counts.contains(&times)
        };
        if prices.iter().any(is_product) {
            one.weight += 4;
        }
    }
}

fn weigh<'s>(passage: &Passage<'_>, sums: &'s [Sum], at: usize) -> Weighed<'s> {
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
    // "max budget 1500"
    weight += if within.iter().any(|(cue, _)| *cue == Cue::Budget) { 4 } else { 0 };
    // no budget is as small as the day of a month
    let much = sum.min.max(sum.max).is_some_and(|minor| minor > 3_100);
    weight += if sum.priced || sum.marked && much && sum.currency.is_none() { 2 } else { 0 };
    let each = sum.per_item.is_some()
        || matches!(said_after, Some((Cue::Each, ..=1)))
        || (said_before == Some(Cue::Each)
            && before.last().is_some_and(|(_, range)| range.end == sum.tokens.start));
    weight -= if each { 2 } else { 0 };
    if each && sum.currency.is_some() {
        weight = weight.max(2);
    }
    // "12 tables": no amount without a currency counts something
    let counted = sum.currency.is_none() && !sum.priced && counts_something(passage, sum);
    let weight = if counted { 0 } else { weight };
    Weighed { weight, each, sum }
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

/// How many items there are: the number before the same word as behind "per"; where there is none, as in "each", the last
/// one before the price that counts things, or the first behind it.
fn count(passage: &Passage<'_>, sums: &Sums, sum: &Sum) -> Option<i64> {
    const MOST: u64 = 100_000;
    /// Words between a number and what it counts: "6 short blog posts".
    const NEAR: usize = 3;
    let fits =
        |count: &&Count| (2..=MOST).contains(&count.value) && !sum.tokens.contains(&count.tokens.start);
    let mut counts = sums.counts.iter().filter(fits);
    let apiece =
        matches!(CUES.at(passage.rest(sum.tokens.end.min(passage.tokens.len() - 1))), Some((Cue::Each, _)));
    let found = if let Some(item) = sum.per_item.filter(|_| !apiece) {
        let item = passage.tokens.get(item)?;
        let counted = |count: &&Count| {
            let behind = passage.tokens.get(count.tokens.end..).unwrap_or_default();
            let words = behind.iter().take(NEAR).take_while(|token| token.kind == Kind::Word);
            words.into_iter().any(|word| same_thing(&word.folded, &item.folded))
        };
        counts.find(counted)
    } else {
        let mut countable = counts.filter(|count| !count.timed && counts_things(passage, count));
        let behind = countable.clone().find(|count| count.tokens.start >= sum.tokens.end);
        countable.rfind(|count| count.tokens.end <= sum.tokens.start).or(behind)
    };
    i64::try_from(found?.value).ok()
}

/// "word" and "words", "статью" and "статей".
fn same_thing(one: &str, other: &str) -> bool {
    const STEM: usize = 4;
    let stem = |word: &str| word.chars().take(STEM).collect::<String>();
    let (one, other) = (stem(one), stem(other));
    one == other
        || one.chars().count().min(other.chars().count()) == STEM - 1
            && (one.starts_with(&other) || other.starts_with(&one))
}

/// A word follows that is none about amounts.
fn counts_something(passage: &Passage<'_>, sum: &Sum) -> bool {
    let end = passage.sentence(sum.tokens.start).end;
    let behind = passage.tokens.get(sum.tokens.end..end).unwrap_or_default();
    behind.first().is_some_and(|token| token.kind == Kind::Word && !language::is_common(token))
        && !matches!(CUES.at(behind), Some((Cue::Budget | Cue::Total | Cue::Not | Cue::Past, _)))
}

/// A word follows, and none of measure.
fn counts_things(passage: &Passage<'_>, count: &Count) -> bool {
    let end = passage.sentence(count.tokens.start).end;
    let behind = passage.tokens.get(count.tokens.end..end).unwrap_or_default();
    behind.first().is_some_and(|token| token.kind == Kind::Word)
        && !matches!(CUES.at(behind), Some((Cue::Measure, _)))
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
