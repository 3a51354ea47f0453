//! A budget or a rate, judged from what was recognised in its text.

use iso_currency::Currency;
use serde::{Deserialize, Serialize};

use super::{
    Refusal,
    amount::Amount,
    currency::Named,
    scan::{Found, Item, scan},
    words::Word,
};
use crate::{Reading, Span};

/// What somebody would pay, or asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Budget {
    /// They said that they don't know yet.
    Unknown,
    Stated(Price),
}

/// An amount or a range, in minor units. At least one end is set; with one figure both are the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub currency: Currency,
    pub per: Per,
}

/// What the amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Per {
    /// The whole work. Also where nothing is said.
    Fixed,
    Hour,
    Day,
    Week,
    Month,
}

/// Reads a budget or a rate. `usual` is the member's own currency: taken where none is written, and where a word for
/// several ("$", "kr") can mean it.
pub fn read(text: &str, usual: Option<Currency>) -> Result<Reading<Budget>, Reading<Refusal>> {
    let items = scan(text);
    let Some(whole) = items.iter().map(|found| found.span).reduce(Span::to) else {
        return Err(Reading::new(Refusal::Empty, Span::trimmed(text)));
    };
    if let Some(found) = items.iter().find(|found| found.item == Item::NoCurrency) {
        return Err(Reading::new(Refusal::UnknownCurrency(found.span.of(text).to_owned()), found.span));
    }
    let figures = figures(&items)?;
    if figures.is_empty() {
        let unknown = items.iter().find(|found| found.item == Item::Word(Word::Unknown));
        return match unknown {
            Some(found) => Ok(Reading::new(Budget::Unknown, found.span)),
            None => Err(Reading::new(Refusal::NoAmount, whole)),
        };
    }
    let refused = |why| Reading::new(why, whole);
    let currency = currency(&items, usual).map_err(refused)?;
    let per = per(&items).map_err(refused)?;
    let (min, max) = ends(&figures, currency)?;
    Ok(Reading::new(Budget::Stated(Price { min, max, currency, per }), whole))
}

/// A number that is money.
pub(super) struct Figure<'i> {
    written: &'i str,
    times: u64,
    bound: Option<Word>,
    /// Joined to the figure before: "800-1200", "between 800 and 1200".
    joined: bool,
    span: Span,
}

pub(super) fn figures(items: &[Found]) -> Result<Vec<Figure<'_>>, Reading<Refusal>> {
    let mut figures: Vec<Figure<'_>> = Vec::new();
    let (mut bound, mut joined, mut between) = (None, false, false);
    for (at, found) in items.iter().enumerate() {
        match &found.item {
            Item::Word(Word::Between) => between = true,
            Item::Word(Word::And) => joined |= between,
            Item::Word(Word::Dash) if is_minus(items, at) => {
                return Err(Reading::new(Refusal::Negative, found.span.to(items[at + 1].span)));
            }
            Item::Word(Word::Dash | Word::Range) => joined = !figures.is_empty(),
            Item::Word(Word::Minus) => return Err(Reading::new(Refusal::Negative, found.span)),
            Item::Word(Word::UpTo | Word::AtMost | Word::AtLeast) if behind(items, at) => {
                if let (Some(last), Item::Word(word)) = (figures.last_mut(), &found.item) {
                    last.bound = Some(*word);
                }
            }
            Item::Word(word @ (Word::UpTo | Word::AtMost | Word::AtLeast)) => bound = Some(*word),
            Item::Word(Word::AndMore) => {
                if let Some(last) = figures.last_mut() {
                    last.bound = Some(Word::AtLeast);
                }
            }
            Item::Word(Word::Unit(_)) if is_duration(items, at) => {
                // "2-3 weeks": both numbers go
                while figures.pop().is_some_and(|figure| figure.joined) {}
            }
            Item::Number { written, times } => {
                let bound = bound.take();
                figures.push(Figure { written, times: *times, bound, joined, span: found.span });
                joined = false;
            }
            _ => {}
        }
    }
    Ok(figures)
}

/// "450 max": no amount follows, but one stands before.
fn behind(items: &[Found], at: usize) -> bool {
    let number = |found: &Found| matches!(found.item, Item::Number { .. });
    items[..at].iter().any(number) && !items[at..].iter().any(number)
}

/// A dash with no number before it, right at an amount.
fn is_minus(items: &[Found], at: usize) -> bool {
    let before = items[..at].iter().any(|found| matches!(found.item, Item::Number { .. }));
    let touches = |next: &Found| next.span.start == items[at].span.end && is_amount(&next.item);
    !before && items.get(at + 1).is_some_and(touches)
}

fn is_amount(item: &Item) -> bool {
    matches!(item, Item::Number { .. } | Item::Money(_))
}

/// A unit right behind a bare number.
fn is_duration(items: &[Found], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| items.get(before))
        .is_some_and(|found| matches!(found.item, Item::Number { .. }))
}

pub(super) fn per(items: &[Found]) -> Result<Per, Refusal> {
    let before = |at: usize, back: usize| {
        at.checked_sub(back).and_then(|index| items.get(index)).map(|found| &found.item)
    };
    let mut stated: Option<Per> = None;
    for (at, found) in items.iter().enumerate() {
        let per = match found.item {
            Item::Word(Word::Rate(per)) => per,
            Item::Word(Word::Unit(per)) => match (before(at, 1), before(at, 2)) {
                // "20 h/week" is how much time it takes
                (_, Some(Item::Word(Word::Unit(_)))) => continue,
                (Some(Item::Word(Word::Per) | Item::Money(_)), _) => per,
                (Some(Item::Word(Word::Each | Word::Range)), Some(amount)) if is_amount(amount) => per,
                _ => continue,
            },
            _ => continue,
        };
        if stated.is_some_and(|known| known != per) {
            return Err(Refusal::TwoUnits);
        }
        stated = Some(per);
    }
    Ok(stated.unwrap_or(Per::Fixed))
}

pub(super) fn currency(items: &[Found], usual: Option<Currency>) -> Result<Currency, Refusal> {
    let mut named = items.iter().filter_map(|found| match &found.item {
        Item::Money(named) => Some(named),
        _ => None,
    });
    let Some(first) = named.next() else { return usual.ok_or(Refusal::NoCurrency) };
    let Named { mut can_be, usual: mut meant } = first.clone();
    for other in named {
        can_be.retain(|currency| other.can_be.contains(currency));
        // the narrower word decides: "$500 CAD"
        meant = meant.filter(|currency| can_be.contains(currency)).or(other.usual);
    }
    match (can_be.as_slice(), usual, meant) {
        ([], ..) => Err(Refusal::TwoCurrencies),
        ([only], ..) => Ok(*only),
        (several, Some(usual), _) if several.contains(&usual) => Ok(usual),
        (several, _, Some(meant)) if several.contains(&meant) => Ok(meant),
        (several, ..) => Err(Refusal::WhichCurrency(several.to_vec())),
    }
}

type Ends = (Option<i64>, Option<i64>);

pub(super) fn ends(figures: &[Figure<'_>], currency: Currency) -> Result<Ends, Reading<Refusal>> {
    let exponent = u32::from(currency.exponent().unwrap_or_default());
    let amount = |figure: &Figure<'_>| {
        Amount::parse(figure.written, exponent >= 3).map_err(|why| Reading::new(why, figure.span))
    };
    let minor = |figure: &Figure<'_>, times: u64| {
        let minor = amount(figure)?.minor(times, exponent).map_err(|why| Reading::new(why, figure.span))?;
        if minor == 0 { Err(Reading::new(Refusal::Zero, figure.span)) } else { Ok(minor) }
    };
    match figures {
        [only] => {
            let value = minor(only, only.times)?;
            Ok(match only.bound {
                Some(Word::UpTo | Word::AtMost) => (None, Some(value)),
                Some(_) => (Some(value), None),
                None => (Some(value), Some(value)),
            })
        }
        [low, high] if high.joined || matches!(high.bound, Some(Word::UpTo | Word::AtMost)) => {
            // "1-2k" is 1k to 2k, "800-1.2k" isn't 800k
            let spreads = low.times == 1 && amount(low)?.is_less_than(amount(high)?);
            let low = minor(low, if spreads { high.times } else { low.times })?;
            let high = minor(high, high.times)?;
            Ok((Some(low.min(high)), Some(low.max(high))))
        }
        [first, .., last] => Err(Reading::new(Refusal::TwoAmounts, first.span.to(last.span))),
        [] => Err(Reading::new(Refusal::NoAmount, Span::default())),
    }
}
