//! Currencies by sign, word or code.

use std::sync::LazyLock;

use iso_currency::Currency;

use crate::{
    TableError,
    codes::Codes,
    lexicon::Lexicon,
    table::rows,
    token::{Kind, Token},
};

/// What a word for money can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Empty for money that can't be an amount here.
    pub(super) can_be: Vec<Currency>,
    /// The one meant unless something says otherwise.
    pub(super) usual: Option<Currency>,
}

static WORDS: LazyLock<Lexicon<Named>> = LazyLock::new(|| {
    let table =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/currencies.tsv"));
    words(table).expect("the embedded table is read by a test")
});

fn words(table: &str) -> Result<Lexicon<Named>, TableError> {
    let mut lexicon = Lexicon::empty();
    for row in rows::<3>(table) {
        let (line, [words, codes, usual]) = row?;
        let currency = |code: &str| {
            Currency::from_code(code).ok_or_else(|| TableError { line, why: format!("no currency: {code}") })
        };
        let codes = codes.split(' ').filter(|code| *code != "-");
        let named = Named {
            can_be: codes.map(currency).collect::<Result<_, _>>()?,
            usual: if usual == "-" { None } else { Some(currency(usual)?) },
        };
        lexicon.add(line, words, &named)?;
    }
    Ok(lexicon)
}

/// The full names of all currencies: "Swiss francs", "казахстанских тенге".
static NAMES: LazyLock<Lexicon<Currency>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::empty();
    for (name, coded) in Codes::currencies().names() {
        // a code is a word of some language too
        let is_code = name.eq_ignore_ascii_case(coded.code);
        if let Some(currency) = Currency::from_code(coded.code).filter(|_| !is_code) {
            lexicon.add(0, name, &currency).expect("a name means one currency");
        }
    }
    lexicon
});

/// The sign or word that `tokens` begin with, and its length.
pub(super) fn word(tokens: &[Token]) -> Option<(Named, usize)> {
    let listed = WORDS.at(tokens).map(|(named, length)| (named.clone(), length));
    let beyond = listed.as_ref().map_or(0, |(_, length)| *length);
    let full = full_name(tokens).filter(|(_, length)| *length > beyond);
    full.map(|(currency, length)| (Named { can_be: vec![currency], usual: Some(currency) }, length))
        .or(listed)
}

/// A mark inside a name: "Bosnia-Herzegovina", "St. Helena", "Trinidad & Tobago".
fn between(token: &Token) -> bool {
    ["-", ".", "&"].iter().any(|mark| token.is_mark(mark))
}

/// The full name that `tokens` begin with, marks aside, and its length.
fn full_name(tokens: &[Token]) -> Option<(Currency, usize)> {
    /// Tokens of the longest name, hyphens included.
    const LONGEST: usize = 10;
    if !NAMES.has_first(tokens.first()?) {
        return None;
    }
    let near = tokens.iter().enumerate().take(LONGEST).filter(|(_, token)| !between(token));
    let (places, words): (Vec<usize>, Vec<Token>) = near.map(|(at, token)| (at, token.clone())).unzip();
    let (currency, length) = NAMES.at(&words)?;
    Some((*currency, places.get(length.checked_sub(1)?)? + 1))
}

/// The currency of an ISO 4217 code in any case, if it is money that people pay with today.
pub(super) fn code(token: &Token) -> Option<Currency> {
    if token.kind != Kind::Word || token.folded.len() != 3 {
        return None;
    }
    let code = token.folded.to_ascii_uppercase();
    let currency = Currency::from_code(&code)?;
    let listed = Codes::currencies().find(&code).is_some_and(|coded| coded.code == code);
    let current = !currency.is_fund() && !currency.is_special() && currency.is_superseded().is_none();
    ((current || listed) && currency.exponent().is_some()).then_some(currency)
}

/// Whether a mark is a currency sign of any kind.
pub(super) fn is_sign(token: &Token) -> bool {
    let mut letters = token.folded.chars();
    matches!(
        (letters.next(), letters.next()),
        (
            Some(
                '$'
                | '¢'..='¥'
                | '֏'
                | '؋'
                | '৲'
                | '৳'
                | '૱'
                | '௹'
                | '฿'
                | '៛'
                | '\u{20a0}'..='\u{20cf}'
                | '﷼',
            ),
            None,
        )
    )
}
