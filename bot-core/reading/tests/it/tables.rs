//! The embedded tables: sound, credited, and quick to read.

use std::time::Duration;

use bot_reading::{
    TableError,
    places::Gazetteer,
    skills::{Relations, Vocabulary},
    text,
};

use crate::clock;

const SKILLS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/skills.tsv"));
const CITIES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/cities.tsv"));
const CITY_NAMES: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/city_names.tsv"));
const RELATIONS: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/skill_relations.tsv"));
const COUNTRIES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/countries.tsv"));

fn quickest(go: impl FnMut()) -> Duration {
    clock::quickest(10, go)
}

#[test]
fn the_tables_are_read_within_thirty_milliseconds() {
    let skills = quickest(|| assert!(Vocabulary::parse(SKILLS).is_ok()));
    let relations = quickest(|| assert!(Relations::parse(RELATIONS, Vocabulary::embedded()).is_ok()));
    let places = quickest(|| assert!(Gazetteer::parse(CITIES, CITY_NAMES, COUNTRIES).is_ok()));
    let all = skills + relations + places;
    assert!(all < Duration::from_millis(30), "skills {skills:?}, relations {relations:?}, places {places:?}");
}

#[test]
fn a_suggestion_takes_less_than_twenty_milliseconds() {
    let vocabulary = Vocabulary::embedded();
    for partial in ["p", "photosop", "graphic desing", "diseño gra", "разраб", "设计", "zzzzzzzzzzzzzzzzzzzz"]
    {
        let taken = quickest(|| assert!(vocabulary.suggest(partial, 25).len() <= 25));
        eprintln!("{partial} {taken:?}");
        assert!(taken < Duration::from_millis(20), "{partial}: {taken:?}");
    }
}

#[test]
fn slugs_are_plain_and_categories_stand_together() {
    let vocabulary = Vocabulary::parse(SKILLS).expect("a sound table");
    assert!(vocabulary.skills().len() >= 2_500, "{}", vocabulary.skills().len());
    for skill in vocabulary.skills() {
        let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        assert!(skill.slug.chars().all(plain), "{}", skill.slug);
    }
    let mut categories: Vec<&str> = vocabulary.skills().iter().map(|skill| &*skill.category).collect();
    categories.dedup();
    let runs = categories.len();
    categories.sort_unstable();
    categories.dedup();
    assert_eq!(categories.len(), runs);
}

#[test]
fn the_names_of_cities_are_folded_as_text_is() {
    let rows = CITY_NAMES.lines().filter(|line| !line.starts_with('#'));
    for name in rows.filter_map(|row| row.split('\t').next()) {
        assert_eq!(text::fold(name), name);
    }
}

#[test]
fn every_capital_is_a_city_of_the_table() {
    let gazetteer = Gazetteer::parse(CITIES, CITY_NAMES, COUNTRIES).expect("sound tables");
    assert!(gazetteer.cities().len() > 12_000);
    for row in COUNTRIES.lines().filter(|line| !line.starts_with('#')) {
        let code = row.split('\t').next().unwrap_or_default();
        let country = gazetteer.country(code).expect("a country of the table");
        assert!(country.capital.is_none_or(|id| gazetteer.city(id).is_some()), "{code}");
    }
}

#[test]
fn sources_are_credited() {
    assert!(CITIES.contains("GeoNames (geonames.org), CC BY 4.0"));
    assert!(CITY_NAMES.contains("GeoNames (geonames.org), CC BY 4.0"));
    assert!(COUNTRIES.contains("GeoNames (geonames.org), CC BY 4.0") && COUNTRIES.contains("Unicode CLDR"));
    assert!(SKILLS.contains("ESCO v1, European Commission") && SKILLS.contains("GitHub Linguist, MIT"));
}

#[test]
fn a_table_with_a_mistake_says_where() {
    let mistake = |table| Vocabulary::parse(table).err().map(|TableError { line, why }| (line, why));
    assert_eq!(mistake("# head\na\tA\tx\t0"), Some((2, "4 columns instead of 5".to_owned())));
    assert_eq!(mistake("a\tA\tx\tmany\t"), Some((1, "seen is a count, not many".to_owned())));
    assert_eq!(mistake("a\tA\tx\t0\t\na\tB\tx\t0\t"), Some((2, "the slug a is taken".to_owned())));
    assert_eq!(mistake("a\tA\tx\t0\tB\nb\tb\tx\t0\t"), Some((2, "b is already a".to_owned())));
}
