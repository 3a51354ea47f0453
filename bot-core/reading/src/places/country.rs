//! Countries, by the names people give them.

use crate::{
    TableError,
    table::{rows, several},
    text,
};

/// A country or territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, upper case.
    pub code: &'static str,
    pub name: &'static str,
    /// The capital's [`City::id`](super::City::id), where it is known.
    pub capital: Option<u32>,
    /// ISO 4217, where there is one.
    pub currency: Option<&'static str>,
}

/// Folded ways to write countries, in order, with the position of the country each means.
pub(super) type Names = Vec<(String, usize)>;

/// Countries and every way to write them.
pub(super) fn parse(table: &'static str) -> Result<(Vec<Country>, Names), TableError> {
    let (mut countries, mut names) = (Vec::new(), Vec::new());
    for row in rows::<5>(table) {
        let (line, [code, name, capital, currency, aliases]) = row?;
        let capital = match capital {
            "-" => None,
            id => Some(id.parse().map_err(|_| TableError { line, why: format!("no city's id: {id}") })?),
        };
        let at = countries.len();
        names.extend(
            [code, name].into_iter().chain(several(aliases)).map(|written| (text::fold(written), at)),
        );
        countries.push(Country { code, name, capital, currency: (currency != "-").then_some(currency) });
    }
    names.sort();
    Ok((countries, names))
}
