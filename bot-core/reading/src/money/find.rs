//! Amounts of money inside a longer text, each with what it is for.

use std::ops::Range;

use iso_currency::Currency;

use super::{
    Per,
    budget::{currency, ends, figures, per},
    scan::{Found, Item, scan_tokens},
    words::Word,
};
use crate::{Span, prose::passage::Passage, timeline, token::Kind};

/// An amount or a range as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    /// In minor units of the currency; in hundredths where none is named.
    pub(crate) min: Option<i64>,
    pub(crate) max: Option<i64>,
    pub(crate) currency: Option<Currency>,
    pub(crate) per: Per,
    pub(crate) span: Span,
    pub(crate) tokens: Range<usize>,
    /// A price for one of several: "12 USD each", "0.05 € per word".
    pub(crate) per_item: Option<usize>,
    /// "40/h": written as a price even without a currency.
    pub(crate) priced: bool,
    /// "up to", "3k": more than a number even without a currency.
    pub(crate) marked: bool,
}

/// Numbers and what could be said of them.
#[derive(Debug)]
pub(crate) struct Sums {
    pub(crate) found: Vec<Sum>,
    /// Where somebody says that they don't know.
    pub(crate) unknown: Vec<Range<usize>>,
    /// Bare numbers, that may count the items.
    pub(crate) counts: Vec<Count>,
}

/// A bare number.
#[derive(Clone, Debug)]
pub(crate) struct Count {
    pub(crate) value: u64,
    /// Of its tokens.
    pub(crate) tokens: Range<usize>,
    /// "2 weeks": it says how long.
    pub(crate) timed: bool,
}

pub(crate) fn find(passage: &Passage<'_>, usual: Option<Currency>) -> Sums {
    let items = scan_tokens(passage.text, &passage.tokens);
    let mut sums = Sums { found: Vec::new(), unknown: Vec::new(), counts: Vec::new() };
    let mut at = 0;
    while at < items.len() {
        match &items[at].item {
            Item::Number { written, times } => {
                let window = window(passage, &items, at);
                if let Some(sum) = sum(passage, &items, window.clone(), usual) {
                    sums.found.push(sum);
                }
                if let (1, Ok(count)) = (*times, written.replace([',', '.', ' '], "").parse()) {
                    let timed =
                        matches!(items.get(at + 1), Some(Found { item: Item::Word(Word::Unit(_)), .. }));
                    sums.counts.push(Count { value: count, tokens: items[at].first..items[at].end, timed });
                }
                at = window.end;
            }
            Item::Word(Word::Unknown) => {
                sums.unknown.push(items[at].first..items[at].end);
                at += 1;
            }
            _ => at += 1,
        }
    }
    sums
}

/// The items around a number that belong to it.
fn window(passage: &Passage<'_>, items: &[Found], number: usize) -> Range<usize> {
    let sentence = passage.sentence(items[number].first);
    let within =
        |at: usize| items.get(at).filter(|found| sentence.contains(&found.first)).map(|found| &found.item);
    let mut first = number;
    let mut between = false;
    while let Some(before) = first.checked_sub(1) {
        first = match within(before) {
            Some(
                Item::Money(_)
                | Item::Word(Word::UpTo | Word::AtMost | Word::AtLeast | Word::Filler | Word::Rate(_)),
            ) => before,
            Some(Item::Word(Word::Between)) => {
                between = true;
                before
            }
            Some(Item::Word(Word::Unit(_)))
                if matches!(before.checked_sub(1).and_then(within), Some(Item::Word(Word::Per))) =>
            {
                before - 1
            }
            _ => break,
        };
    }
    let mut end = number + 1;
    loop {
        let next = end + usize::from(matches!(within(end), Some(Item::Word(Word::Filler))));
        // "at least 300, at most 450"
        let next = if is_comma(passage, items, next)
            && matches!(within(next + 1), Some(Item::Word(Word::UpTo | Word::AtMost)))
        {
            next + 1
        } else {
            next
        };
        let joint = match within(next) {
            Some(Item::Word(Word::Dash | Word::Range)) => true,
            Some(Item::Word(Word::Each | Word::UpTo | Word::AtMost)) => between || within(next + 1).is_some(),
            Some(Item::Word(Word::And)) => between,
            _ => false,
        };
        let dated = |at: usize| {
            let behind = items.get(at).and_then(|number| passage.tokens.get(number.end..));
            behind.is_some_and(timeline::begins_with_month)
        };
        if joint && let Some(other) = amount_at(&within, next + 1).filter(|other| !dated(*other)) {
            end = other + 1;
            between = false;
            continue;
        }
        end = match within(next) {
            Some(Item::Money(_) | Item::Word(Word::AndMore | Word::Rate(_) | Word::AtMost)) => next + 1,
            Some(Item::Word(Word::AtLeast))
                if amount_at(&within, next + 1).is_none() && ends_clause(passage, items, next) =>
            {
                next + 1
            }
            Some(Item::Word(Word::Per | Word::Each | Word::Range))
                if unit_at(&within, next + 1).is_some() =>
            {
                unit_at(&within, next + 1).unwrap_or(next) + 1
            }
            Some(Item::Word(Word::Unit(_))) if matches!(within(next - 1), Some(Item::Money(_))) => next + 1,
            _ => break,
        };
    }
    if let Some(bound) = bound_behind(&within, end) {
        end = bound + 1;
    }
    first..end
}

/// Whether a clause ends behind an item: "from" belongs to what follows.
fn ends_clause(passage: &Passage<'_>, items: &[Found], at: usize) -> bool {
    items.get(at).is_some_and(|found| {
        let clause = passage.clause(found.first);
        let behind = passage.tokens.get(found.end..clause.end).unwrap_or_default();
        behind.iter().all(|token| token.kind == Kind::Mark)
    })
}

fn is_comma(passage: &Passage<'_>, items: &[Found], at: usize) -> bool {
    items.get(at).is_some_and(|found| found.span.of(passage.text) == ",")
}

/// "150 € of budget at most": a bound a few words behind, with no other number to belong to.
fn bound_behind<'i>(within: &impl Fn(usize) -> Option<&'i Item>, end: usize) -> Option<usize> {
    const REACH: usize = 3;
    for at in end..=end + REACH {
        match within(at)? {
            Item::Word(Word::AtMost) => return amount_at(within, at + 1).is_none().then_some(at),
            // "from" and "bis" go with what follows
            Item::Word(Word::UpTo | Word::AtLeast) if within(at + 1).is_none() => return Some(at),
            Item::Other | Item::Word(Word::Filler) => {}
            _ => return None,
        }
    }
    None
}

/// The number behind a joint, perhaps with a sign or a word before it.
fn amount_at<'i>(within: &impl Fn(usize) -> Option<&'i Item>, mut at: usize) -> Option<usize> {
    for _ in 0..3 {
        match within(at)? {
            Item::Number { .. } => {
                let duration = matches!(within(at + 1), Some(Item::Word(Word::Unit(_))));
                return (!duration).then_some(at);
            }
            Item::Money(_) | Item::Word(Word::Filler | Word::UpTo | Word::AtMost) => at += 1,
            _ => return None,
        }
    }
    None
}

fn unit_at<'i>(within: &impl Fn(usize) -> Option<&'i Item>, at: usize) -> Option<usize> {
    (at..at + 2).find(|at| matches!(within(*at), Some(Item::Word(Word::Unit(_)))))
}

fn sum(passage: &Passage<'_>, items: &[Found], window: Range<usize>, usual: Option<Currency>) -> Option<Sum> {
    let own = &items[window.clone()];
    if own.iter().any(|found| found.item == Item::NoCurrency) {
        return None;
    }
    let next = items.get(window.end).map(|found| &found.item);
    let duration = matches!(next, Some(Item::Word(Word::Unit(_))));
    let currency = currency(own, usual).ok();
    if duration && currency.is_none() {
        return None;
    }
    let figures = figures(own).ok().filter(|figures| !figures.is_empty())?;
    let (min, max) = ends(&figures, currency.unwrap_or(Currency::EUR)).ok()?;
    let per = per(own).ok()?;
    let (first, last) = (own.first()?, own.last()?);
    let divided = own.iter().any(|found| matches!(found.item, Item::Word(Word::Per | Word::Each)));
    // "per word": what the unit is, if it is none of time
    let per_item = item_behind(passage, items, window.end, currency.is_some())
        .or_else(|| item_before(passage, items, window.start));
    Some(Sum {
        min,
        max,
        currency,
        per,
        span: first.span.to(last.span),
        tokens: first.first..last.end,
        per_item,
        marked: own.iter().any(|found| {
            matches!(
                found.item,
                Item::Word(Word::UpTo | Word::AtMost | Word::AtLeast | Word::AndMore)
                    | Item::Number { times: 2..=100_000, .. }
            )
        }),
        priced: divided && per != Per::Fixed,
    })
}

/// "per word", "la page" right behind an amount: what the unit is, if it is none of time.
fn item_behind(passage: &Passage<'_>, items: &[Found], at: usize, money: bool) -> Option<usize> {
    let per = items.get(at)?;
    let said = match per.item {
        Item::Word(Word::Per) => true,
        Item::Word(Word::Each) => money,
        _ => false,
    };
    let word = passage.tokens.get(per.end).filter(|token| token.kind == Kind::Word);
    (said && word.is_some()).then_some(per.end)
}

/// "每张80元": the unit between "each" and the amount.
fn item_before(passage: &Passage<'_>, items: &[Found], first: usize) -> Option<usize> {
    let unit = items.get(first.checked_sub(1)?)?;
    let per = items.get(first.checked_sub(2)?)?;
    let word = passage.tokens.get(unit.first).filter(|token| token.kind == Kind::Word);
    let touches = per.span.end == unit.span.start;
    (per.item == Item::Word(Word::Per) && unit.item == Item::Other && touches && word.is_some())
        .then_some(unit.first)
}
