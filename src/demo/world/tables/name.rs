//! What people are called.

use super::{rows, several, table};

/// Names that go together.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) row: &'static str,
    pub(crate) given: Vec<Given>,
    /// Initials.
    pub(crate) family: Vec<char>,
}

/// A given name.
#[derive(Debug)]
pub(crate) struct Given {
    /// As its bearer writes it.
    pub(crate) shown: &'static str,
    /// In Latin letters.
    pub(crate) latin: &'static str,
}

pub(super) fn names() -> Vec<Names> {
    rows(table!("names.tsv"))
        .map(|[row, given, family]| Names {
            row,
            given: several(given).into_iter().map(self::given).collect(),
            family: family.chars().collect(),
        })
        .collect()
}

fn given(cell: &'static str) -> Given {
    let (shown, latin) = cell.split_once('=').unwrap_or((cell, cell));
    Given { shown, latin }
}
