//! What the seeded world is made of: the tables of config/data/world.

mod cast;
mod client;
mod field;
mod name;
mod place;

use std::sync::LazyLock;

pub(super) use cast::Cast;
pub(super) use client::ClientRow;
pub(super) use field::{Field, Template};
pub(super) use name::Names;
pub(super) use place::{Country, Town};

/// Embeds a table.
macro_rules! table {
    ($file:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/config/data/world/", $file))
    };
}
use table;

/// All tables.
#[derive(Debug)]
pub(super) struct Tables {
    pub(super) countries: Vec<Country>,
    pub(super) towns: Vec<Town>,
    pub(super) names: Vec<Names>,
    pub(super) clients: Vec<ClientRow>,
    pub(super) cast: Vec<Cast>,
    pub(super) fields: Vec<Field>,
    pub(super) messages: Vec<&'static str>,
}

static EMBEDDED: LazyLock<Tables> = LazyLock::new(|| Tables {
    countries: place::countries(),
    towns: place::towns(),
    names: name::names(),
    clients: client::clients(),
    cast: cast::cast(),
    fields: field::fields(),
    messages: lines(table!("messages.txt")).collect(),
});

impl Tables {
    /// The tables that come with the program. A test reads them all, so a mistake in one shows there.
    pub(super) fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// The country of this ISO code.
    pub(super) fn country(&self, code: &str) -> &Country {
        self.countries.iter().find(|country| country.code == code).expect("every town's country has a row")
    }

    /// The town of this name.
    pub(super) fn town(&self, name: &str) -> &Town {
        let found = self.towns.iter().find(|town| town.place.name == name);
        found.unwrap_or_else(|| panic!("towns.tsv has no row for {name}"))
    }
}

/// The lines of a table that aren't comments.
fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The rows of a table with exactly `N` columns.
fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    lines(text).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        cells.try_into().unwrap_or_else(|_| panic!("not {N} columns: {line}"))
    })
}

/// The parts of a cell that holds several values.
fn several(cell: &'static str) -> Vec<&'static str> {
    cell.split('|').filter(|part| !part.is_empty()).collect()
}
