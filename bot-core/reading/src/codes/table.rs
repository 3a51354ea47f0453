//! The tables of codes with the names people know them by.

use std::{collections::HashMap, sync::LazyLock};

use crate::{
    TableError,
    table::{rows, several},
    text,
};

/// A language or a currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded {
    /// A language's ISO 639 code in lower case, a currency's ISO 4217 code in upper case.
    pub code: &'static str,
    /// As members read it, in English.
    pub name: &'static str,
    /// What a language's speakers call it; the sign of a currency where it is used.
    pub own: &'static str,
}

/// One kind of codes; see the heads of `languages.tsv` and `currencies.tsv` in `config/data` for the columns.
#[derive(Debug)]
pub struct Codes {
    /// The position stands in `names`.
    pub(super) entries: Vec<Coded>,
    /// Folded codes and names.
    pub(super) names: HashMap<String, usize>,
}

static LANGUAGES: LazyLock<Codes> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/languages.tsv"));
    Codes::parse(table).expect("the embedded table is read by a test")
});

static CURRENCIES: LazyLock<Codes> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/currencies.tsv"));
    Codes::parse(table).expect("the embedded table is read by a test")
});

impl Codes {
    /// Human languages, read at the first call.
    pub fn languages() -> &'static Self {
        &LANGUAGES
    }

    /// Currencies that people pay with today, read at the first call.
    pub fn currencies() -> &'static Self {
        &CURRENCIES
    }

    /// From a table of the same form. A name means one of them; a code comes before a name.
    pub fn parse(table: &'static str) -> Result<Self, TableError> {
        let mut codes = Self { entries: Vec::new(), names: HashMap::new() };
        let mut names = Vec::new();
        for row in rows::<4>(table) {
            let (line, [code, name, own, others]) = row?;
            let at = codes.entries.len();
            if codes.names.insert(text::fold(code), at).is_some() {
                return Err(TableError { line, why: format!("the code {code} is taken") });
            }
            names.extend(std::iter::once(name).chain(several(others)).map(|name| (line, name, at)));
            codes.entries.push(Coded { code, name, own });
        }
        for (line, name, at) in names {
            let known = *codes.names.entry(text::fold(name)).or_insert(at);
            let entry = &codes.entries[known];
            if known != at && text::fold(entry.code) != text::fold(name) {
                return Err(TableError { line, why: format!("{name} is already {}", entry.code) });
            }
        }
        Ok(codes)
    }

    /// Every folded code and name with what it means.
    pub(crate) fn names(&self) -> impl Iterator<Item = (&str, &Coded)> {
        self.names.iter().map(|(name, at)| (name.as_str(), &self.entries[*at]))
    }

    /// In the order of the table.
    pub fn all(&self) -> &[Coded] {
        &self.entries
    }
}
