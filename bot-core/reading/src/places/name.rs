//! The ways to write cities, in the order of the alphabet.

use crate::{TableError, table::rows};

/// A folded name or alias of a city.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub(super) folded: &'static str,
    /// [`City::id`](super::City::id).
    pub(super) city: u32,
    /// The city's own name rather than an alias.
    pub(super) is_own: bool,
}

/// From a table that is sorted already, since sorting takes longer than everything else.
pub(super) fn parse(table: &'static str) -> Result<Vec<Name>, TableError> {
    let mut names: Vec<Name> = Vec::new();
    for row in rows::<3>(table) {
        let (line, [folded, city, kind]) = row?;
        let mistake = |why: String| TableError { line, why };
        let name = Name {
            folded,
            city: city.parse().map_err(|_| mistake(format!("no number: {city}")))?,
            is_own: match kind {
                "own" => true,
                "alias" => false,
                _ => return Err(mistake(format!("own or alias, not {kind}"))),
            },
        };
        if names.last().is_some_and(|last| last.folded > name.folded) {
            return Err(mistake(format!("{folded} comes after a later name")));
        }
        names.push(name);
    }
    Ok(names)
}
