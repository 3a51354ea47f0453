//! The table of cities, sorted for looking up and for completing names.

use std::{collections::HashMap, sync::LazyLock};

use chrono_tz::Tz;

use super::{Country, country, name, name::Name};
use crate::{TableError, table::rows};

/// A city.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// GeoNames' number: the stored key.
    pub id: u32,
    pub name: &'static str,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: &'static str,
    /// Degrees.
    pub lat: f64,
    /// Degrees.
    pub lon: f64,
    pub population: u32,
    pub zone: Tz,
}

/// Cities and countries; see the heads of `cities.tsv`, `city_names.tsv` and `countries.tsv` in `config/data`.
#[derive(Debug)]
pub struct Gazetteer {
    /// The largest first.
    pub(super) cities: Vec<City>,
    pub(super) by_id: HashMap<u32, usize>,
    /// In order.
    pub(super) names: Vec<Name>,
    pub(super) countries: Vec<Country>,
    pub(super) country_names: country::Names,
    /// Zones by the people who live in their cities, most first.
    zones: Vec<Tz>,
}

static EMBEDDED: LazyLock<Gazetteer> = LazyLock::new(|| {
    let cities = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/cities.tsv"));
    let names = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/city_names.tsv"));
    let countries = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/countries.tsv"));
    Gazetteer::parse(cities, names, countries).expect("the embedded tables are read by a test")
});

impl Gazetteer {
    /// The tables that come with the program, read at the first call.
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// From tables of the same form.
    pub fn parse(
        cities: &'static str,
        names: &'static str,
        countries: &'static str,
    ) -> Result<Self, TableError> {
        let (countries, country_names) = country::parse(countries)?;
        let mut gazetteer = Self {
            cities: Vec::new(),
            by_id: HashMap::new(),
            names: name::parse(names)?,
            countries,
            country_names,
            zones: Vec::new(),
        };
        for row in rows::<7>(cities) {
            let (line, columns) = row?;
            gazetteer.add(columns).map_err(|why| TableError { line, why })?;
        }
        gazetteer.zones = by_population(&gazetteer.cities);
        Ok(gazetteer)
    }

    fn add(&mut self, columns: [&'static str; 7]) -> Result<(), String> {
        let [id, name, country, lat, lon, population, zone] = columns;
        let at = self.cities.len();
        let degrees = |cell: &str| cell.parse::<f64>().map_err(|_| format!("no degrees: {cell}"));
        let city = City {
            id: id.parse().map_err(|_| format!("no number: {id}"))?,
            name,
            country,
            lat: degrees(lat)?,
            lon: degrees(lon)?,
            population: population.parse().map_err(|_| format!("no number: {population}"))?,
            zone: zone.parse().map_err(|_| format!("no time zone: {zone}"))?,
        };
        if self.by_id.insert(city.id, at).is_some() {
            return Err(format!("the id {id} is taken"));
        }
        self.cities.push(city);
        Ok(())
    }

    /// The largest first.
    pub fn cities(&self) -> &[City] {
        &self.cities
    }

    /// By stored key.
    pub fn city(&self, id: u32) -> Option<&City> {
        self.cities.get(*self.by_id.get(&id)?)
    }

    /// By ISO code, in any case.
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries.iter().find(|country| country.code.eq_ignore_ascii_case(code))
    }

    /// Every zone with a city in it, by population.
    pub fn zones(&self) -> &[Tz] {
        &self.zones
    }
}

fn by_population(cities: &[City]) -> Vec<Tz> {
    let mut people: HashMap<Tz, u64> = HashMap::new();
    for city in cities {
        *people.entry(city.zone).or_default() += u64::from(city.population);
    }
    let mut zones: Vec<(Tz, u64)> = people.into_iter().collect();
    zones.sort_by_key(|(zone, people)| (std::cmp::Reverse(*people), zone.name()));
    zones.into_iter().map(|(zone, _)| zone).collect()
}
