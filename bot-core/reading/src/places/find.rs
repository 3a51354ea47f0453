//! A place by name: "Lisbon", "lisboa, pt", "Portugal".

use super::{City, Country, Gazetteer, name::Name};
use crate::{
    Reading, text,
    token::{Kind, Token, joined},
};

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place<'g> {
    City(&'g City),
    Country(&'g Country),
}

/// An alias has to belong to a city this many times larger to come before a city of that very name.
const NAME_WORTH: u64 = 10;
/// Words in the longest place name that is looked for inside a sentence.
const LONGEST: usize = 4;

impl Gazetteer {
    /// The places a text names, the likeliest first; none if it is no place known here. What follows a comma narrows
    /// a city down to a country, if it is one.
    pub fn find(&self, written: &str) -> Vec<Place<'_>> {
        let (name, qualifier) = match written.split_once(',') {
            Some((name, qualifier)) => (text::fold(name), self.countries_named(&text::fold(qualifier))),
            None => (text::fold(written), Vec::new()),
        };
        let mut cities = self.cities_named(&name);
        if !qualifier.is_empty() {
            let within = |city: &&City| qualifier.iter().any(|country| country.code == city.country);
            cities.retain(within);
        } else if cities.is_empty() {
            cities = self.name_and_country(&name);
        }
        let countries = self.countries_named(&name);
        countries.into_iter().map(Place::Country).chain(cities.into_iter().map(Place::City)).collect()
    }

    /// Cities a member may be about to type, the largest first, at most `limit`; near misses if none begins so.
    pub fn suggest(&self, partial: &str, limit: usize) -> Vec<&City> {
        let partial = text::fold(partial);
        if partial.is_empty() {
            return self.cities.iter().take(limit).collect();
        }
        let first = self.names.partition_point(|name| name.folded < partial.as_str());
        let begins = self.names[first..].iter().take_while(|name| name.folded.starts_with(&partial));
        let mut found: Vec<usize> = begins.filter_map(|name| self.position(name)).collect();
        if found.is_empty() {
            found = self.near(&partial);
        }
        // cities stand in the order of their size
        found.sort_unstable();
        found.dedup();
        found.into_iter().take(limit).map(|at| &self.cities[at]).collect()
    }

    /// The longest place name that `tokens` begin with, with a country after it if one follows.
    pub(crate) fn at(&self, tokens: &[Token]) -> Option<(Reading<Place<'_>>, usize)> {
        let most = tokens
            .iter()
            .take(LONGEST)
            .take_while(|token| token.kind == Kind::Word || token.is_mark("-"))
            .count();
        (1..=most).rev().find_map(|length| {
            let written = joined(&tokens[..length]);
            let found = self.find(&written).first().copied();
            let place =
                found.or_else(|| inflected(&written).find_map(|name| self.find(&name).first().copied()))?;
            let (place, length) = self.narrowed(place, tokens, length);
            Some((Reading::new(place, tokens[0].span.to(tokens[length - 1].span)), length))
        })
    }

    /// The place with the country that may follow after a comma.
    fn narrowed<'g>(&'g self, place: Place<'g>, tokens: &[Token], length: usize) -> (Place<'g>, usize) {
        let [comma, rest @ ..] = &tokens[length..] else { return (place, length) };
        if !comma.is_mark(",") {
            return (place, length);
        }
        let name = joined(&tokens[..length]);
        let most = rest.iter().take(LONGEST).take_while(|token| token.kind == Kind::Word).count();
        let narrowed = (1..=most).rev().find_map(|more| {
            let countries = self.countries_named(&joined(&rest[..more]));
            let mut cities = self.cities_named(&name).into_iter();
            let city = cities.find(|city| countries.iter().any(|country| country.code == city.country))?;
            Some((Place::City(city), length + 1 + more))
        });
        narrowed.unwrap_or((place, length))
    }

    fn cities_named(&self, name: &str) -> Vec<&City> {
        let first = self.names.partition_point(|known| known.folded < name);
        let same = self.names[first..].iter().take_while(|known| known.folded == name);
        let mut found: Vec<(usize, bool)> =
            same.filter_map(|known| Some((self.position(known)?, known.is_own))).collect();
        let worth = |(city, is_name): &(usize, bool)| {
            u64::from(self.cities[*city].population) * if *is_name { NAME_WORTH } else { 1 }
        };
        found.sort_by_key(|entry| (std::cmp::Reverse(worth(entry)), entry.0));
        let mut cities: Vec<&City> = Vec::new();
        for (city, _) in found {
            if !cities.iter().any(|known| known.id == self.cities[city].id) {
                cities.push(&self.cities[city]);
            }
        }
        cities
    }

    pub(super) fn countries_named(&self, name: &str) -> Vec<&Country> {
        let first = self.country_names.partition_point(|(known, _)| known.as_str() < name);
        let same = self.country_names[first..].iter().take_while(|(known, _)| known == name);
        same.map(|(_, country)| &self.countries[*country]).collect()
    }

    /// "lisboa pt": the country is the last word or words.
    fn name_and_country(&self, both: &str) -> Vec<&City> {
        let mut splits = both.match_indices(' ').map(|(space, _)| (&both[..space], &both[space + 1..]));
        splits
            .find_map(|(name, country)| {
                let countries = self.countries_named(country);
                let mut cities = self.cities_named(name);
                cities.retain(|city| countries.iter().any(|country| country.code == city.country));
                (!cities.is_empty()).then_some(cities)
            })
            .unwrap_or_default()
    }

    /// Cities whose own name is one or two letters off.
    fn near(&self, partial: &str) -> Vec<usize> {
        let length = partial.chars().count();
        let slips = if length < 4 {
            0
        } else if length < 7 {
            1
        } else {
            2
        };
        let own =
            self.names.iter().filter(|name| name.is_own && name.folded.len().abs_diff(partial.len()) <= 4);
        own.filter(|name| strsim::osa_distance(name.folded, partial) <= slips)
            .filter_map(|name| self.position(name))
            .collect()
    }

    /// A name of a city that isn't in the table means none.
    fn position(&self, name: &Name) -> Option<usize> {
        self.by_id.get(&name.city).copied()
    }
}

/// Endings that a Russian or Ukrainian name has behind "in", and those that it may have by itself.
const CASES: [&str; 9] = ["ом", "ем", "ой", "е", "и", "і", "у", "ю", "а"];
const NAMED: [&str; 6] = ["", "а", "ь", "я", "о", "й"];

/// The names that "Минске" may be a case of: "Минск", "Минска".
fn inflected(written: &str) -> impl Iterator<Item = String> {
    let cyrillic = written.chars().any(|letter| matches!(letter, '\u{0400}'..='\u{04ff}'));
    let stems = CASES.iter().filter_map(move |ending| written.strip_suffix(ending)).filter(move |_| cyrillic);
    let long = stems.filter(|stem| stem.chars().count() > 3);
    long.flat_map(|stem| NAMED.iter().map(move |ending| format!("{stem}{ending}")))
}
