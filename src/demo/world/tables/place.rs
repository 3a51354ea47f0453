//! Where people live, and what work costs there.

use bot_core::domain::place::{Place, Point};
use bot_reading::places::Gazetteer;
use chrono_tz::Tz;

use super::{rows, several, table};

/// A country, as far as prices and names go.
#[derive(Debug)]
pub(crate) struct Country {
    /// ISO 3166-1 alpha-2.
    pub(crate) code: &'static str,
    /// ISO 4217.
    pub(crate) currency: &'static str,
    /// Units of the currency asked for where an average European town asks one euro.
    pub(crate) units: f64,
    /// What prices are rounded to.
    pub(crate) step: f64,
    /// How the currency is written behind a number.
    pub(crate) written: Vec<&'static str>,
    /// Which rows of names people there have.
    pub(crate) names: Vec<&'static str>,
}

/// A town of our gazetteer.
#[derive(Debug)]
pub(crate) struct Town {
    pub(crate) place: Place,
    pub(crate) zone: Tz,
    /// How many live there, compared with the others.
    pub(crate) share: usize,
}

pub(super) fn countries() -> Vec<Country> {
    let number = |cell: &str| cell.parse().unwrap_or_else(|_| panic!("no number: {cell}"));
    rows(table!("countries.tsv"))
        .map(|[code, currency, units, step, written, names]| Country {
            code,
            currency,
            units: number(units),
            step: number(step),
            written: several(written),
            names: several(names),
        })
        .collect()
}

pub(super) fn towns() -> Vec<Town> {
    rows(table!("towns.tsv")).map(|[name, country, share]| town(name, country, share)).collect()
}

fn town(name: &str, country: &str, share: &str) -> Town {
    let cities = Gazetteer::embedded().cities();
    let city = cities.iter().find(|city| city.name == name && city.country == country);
    let city = city.unwrap_or_else(|| panic!("our table of cities has no {name}, {country}"));
    Town {
        place: Place {
            name: city.name.to_owned(),
            country: city.country.to_owned(),
            point: Point { latitude: city.lat, longitude: city.lon },
        },
        zone: city.zone,
        share: share.parse().unwrap_or_else(|_| panic!("no number: {share}")),
    }
}
