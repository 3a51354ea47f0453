//! Time zones from cities, names, offsets and clocks.

use bot_reading::{
    places::Gazetteer,
    zone::{Source, read},
};
use chrono::{DateTime, TimeZone, Utc};

/// A winter noon: 12:05 UTC on 24 November 2025.
fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2025, 11, 24, 12, 5, 0).single().expect("a time that exists")
}

fn guesses(text: &str) -> Vec<(&'static str, i32, Source)> {
    let read = read(text, now(), Gazetteer::embedded());
    read.map_or_else(Vec::new, |read| {
        read.value.iter().map(|guess| (guess.zone.name(), guess.offset_min, guess.source)).collect()
    })
}

fn has(text: &str, zone: &str) -> bool {
    guesses(text).iter().any(|(name, ..)| *name == zone)
}

#[test]
fn a_city_or_a_zones_own_name_leaves_no_doubt() {
    assert_eq!(guesses("Lisbon"), [("Europe/Lisbon", 0, Source::City)]);
    assert_eq!(guesses("Lisbon time")[0].0, "Europe/Lisbon");
    assert_eq!(guesses("europe/berlin"), [("Europe/Berlin", 60, Source::Name)]);
    assert_eq!(guesses("Europe/Berlin (14:05 now)"), [("Europe/Berlin", 60, Source::Name)]);
}

#[test]
fn a_country_gives_its_zones() {
    assert_eq!(guesses("Portugal")[0], ("Europe/Lisbon", 0, Source::Country));
    assert!(has("USA", "America/New_York") && has("USA", "America/Los_Angeles"));
}

#[test]
fn abbreviations_stand_for_the_places_clock() {
    assert_eq!(guesses("CET"), [("Europe/Berlin", 60, Source::Abbreviation)]);
    assert_eq!(guesses("EST")[0].0, "America/New_York");
    assert_eq!(guesses("ist").len(), 3, "India, Israel or Ireland");
}

#[test]
fn an_offset_gives_the_zones_that_have_it_now() {
    assert!(
        has("UTC+2", "Europe/Kyiv") && has("gmt +02:00", "Europe/Athens") && !has("UTC+2", "Europe/Berlin")
    );
    assert_eq!(guesses("UTC+5:30")[0], ("Asia/Kolkata", 330, Source::Offset));
    assert_eq!(guesses("+0545")[0].0, "Asia/Kathmandu");
    assert!(has("UTC-3", "America/Sao_Paulo"));
    assert_eq!(guesses("UTC+20"), []);
}

#[test]
fn the_time_on_the_clock_gives_the_zones_where_it_is_that_late() {
    assert!(has("13:05", "Europe/Berlin") && has("13:02", "Europe/Berlin") && !has("13:05", "Europe/London"));
    assert_eq!(guesses("17:35")[0], ("Asia/Kolkata", 330, Source::Clock));
    assert!(has("5:35 pm", "Asia/Kolkata") && has("5.35 p.m.", "Asia/Kolkata"));
    assert!(has("7am", "America/New_York") && has("7 a.m. ", "America/New_York"));
    assert!(has("it's 17:35 here", "Asia/Kolkata"));
    assert!(has("17h35", "Asia/Kolkata"));
    assert!(has("1:05", "Europe/Berlin"), "an afternoon one on a twelve-hour clock");
}

#[test]
fn what_is_no_time_zone_is_asked_again() {
    for text in ["", "no idea", "25:00", "12:75", "7", "13 pm", "UTC+", "+", "99999999999999999999:5"] {
        assert_eq!(guesses(text), [], "{text:?}");
    }
}
