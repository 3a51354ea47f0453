//! A budget's text as amounts, currencies and words, before any of it is judged.

use iso_currency::Currency;

use super::{
    currency::{self, Named},
    words::{WORDS, Word},
};
use crate::{
    Span,
    token::{Kind, Token, tokens},
};

/// One thing that was recognised, or wasn't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A number and what it is multiplied by; not yet known to be money.
    Number {
        written: String,
        times: u64,
    },
    Money(Named),
    /// What looks like money and is no currency here.
    NoCurrency,
    Word(Word),
    Other,
}

/// What was recognised, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) item: Item,
    pub(super) span: Span,
    /// The first of its tokens, and the one behind the last.
    pub(super) first: usize,
    pub(super) end: usize,
}

pub(super) fn scan(text: &str) -> Vec<Found> {
    scan_tokens(text, &tokens(text))
}

pub(super) fn scan_tokens(text: &str, tokens: &[Token]) -> Vec<Found> {
    let mut items: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (item, length) = next(text, tokens, at, items.last());
        let span = tokens[at].span.to(tokens[at + length - 1].span);
        items.push(Found { item, span, first: at, end: at + length });
        at += length;
    }
    items
}

fn next(text: &str, tokens: &[Token], at: usize, before: Option<&Found>) -> (Item, usize) {
    let rest = &tokens[at..];
    if rest[0].kind == Kind::Number {
        return number(rest);
    }
    let after_number = matches!(before, Some(Found { item: Item::Number { .. }, .. }));
    if let Some((Word::Count(count), length)) = WORDS.at(rest)
        && let Some((Word::Times(times), more)) = WORDS.at(&rest[length..])
    {
        return (Item::Number { written: count.to_string(), times: *times }, length + more);
    }
    let (money, word) = (currency::word(rest), WORDS.at(rest));
    match (money, word) {
        (Some((named, length)), word) if word.is_none_or(|(_, other)| length >= other) => {
            (if named.can_be.is_empty() { Item::NoCurrency } else { Item::Money(named) }, length)
        }
        // "10 min" are minutes
        (_, Some((Word::AtLeast, length))) if after_number => (Item::Other, length),
        (_, Some((word, length))) => (Item::Word(*word), length),
        _ => (unlisted(text, rest, after_number), 1),
    }
}

fn number(rest: &[Token]) -> (Item, usize) {
    match WORDS.at(&rest[1..]) {
        Some((Word::Times(times), length)) => {
            (Item::Number { written: rest[0].folded.clone(), times: *times }, 1 + length)
        }
        Some((Word::Percent, length)) => (Item::Other, 1 + length),
        _ => (Item::Number { written: rest[0].folded.clone(), times: 1 }, 1),
    }
}

/// Codes are words too ("try", "top", "all"): one counts in capitals or right beside a number.
fn unlisted(text: &str, rest: &[Token], after_number: bool) -> Item {
    let token = &rest[0];
    let written = token.span.of(text);
    let capitals = token.kind == Kind::Word && written.chars().all(char::is_uppercase);
    let before_number = rest.get(1).is_some_and(|next| next.kind == Kind::Number);
    let sure = |currency: Currency| Item::Money(Named { can_be: vec![currency], usual: Some(currency) });
    match currency::code(token) {
        Some(currency) if capitals || after_number || before_number => sure(currency),
        None if currency::is_sign(token) => Item::NoCurrency,
        None if capitals && after_number && (3..=5).contains(&written.chars().count()) => Item::NoCurrency,
        _ => Item::Other,
    }
}
