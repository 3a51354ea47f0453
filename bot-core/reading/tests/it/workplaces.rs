//! Where the work is done, as said on a winter day.

use bot_reading::{
    places::{Gazetteer, Place},
    timeline, unread,
    workplace::{Kind, OffsetRange, Workplace, read},
};
use chrono::{DateTime, TimeZone, Utc};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2025, 11, 24, 12, 0, 0).single().expect("a time that exists")
}

fn workplace(text: &str) -> Workplace<'static> {
    read(text, now(), Gazetteer::embedded())
}

fn kind(text: &str) -> Option<Kind> {
    workplace(text).kind.map(|kind| kind.value)
}

fn place(text: &str) -> Option<&'static str> {
    workplace(text).place.map(|place| match place.value {
        Place::City(city) => city.name,
        Place::Country(country) => country.name,
    })
}

fn offsets(text: &str) -> Option<(i32, i32)> {
    workplace(text).offsets.map(|offsets| (offsets.value.min, offsets.value.max))
}

#[test]
fn the_kind() {
    assert_eq!(kind("by 15 December, remote, CET ±3 h"), Some(Kind::Remote));
    assert_eq!(kind("on-site in Porto"), Some(Kind::OnSite));
    assert_eq!(kind("Hybrid, 2 days in the office"), Some(Kind::Hybrid));
    assert_eq!(kind("Porto"), None);
}

#[test]
fn the_place() {
    assert_eq!(place("on site in Porto"), Some("Porto"));
    assert_eq!(place("on site, near São Paulo, Brazil"), Some("São Paulo"));
    assert_eq!(place("onsite Berlin"), Some("Berlin"));
    assert_eq!(place("by Friday, Lisboa"), Some("Lisbon"));
    assert_eq!(place("remote from India"), Some("India"));
    assert_eq!(place("remote, in Portugal"), Some("Portugal"));
    assert_eq!(place("hybrid, within 50 km of Leeds"), Some("Leeds"));
}

#[test]
fn words_that_happen_to_be_cities_are_no_places() {
    assert_eq!(place("a nice split of the work"), None);
    assert_eq!(place("in 3 weeks, in march"), None);
}

#[test]
fn time_zones_and_how_far_from_them() {
    assert_eq!(offsets("by 15 December, remote, CET ±3 h"), Some((-120, 240)));
    assert_eq!(offsets("remote CET +/- 3"), Some((-120, 240)));
    assert_eq!(offsets("within 2 hours of EST"), Some((-420, -180)));
    assert_eq!(offsets("UTC-3 to UTC+2"), Some((-180, 120)));
    assert_eq!(offsets("Paris time ±2h"), Some((-60, 180)));
    assert_eq!(offsets("UTC+5:30"), Some((330, 330)));
    assert_eq!(offsets("remote"), None);
}

#[test]
fn how_far() {
    let km = |text| workplace(text).within_km.map(|km| km.value);
    assert_eq!(km("hybrid, within 50 km of Leeds"), Some(50));
    assert_eq!(km("30 miles around London"), Some(48));
    assert_eq!(km("on site"), None);
}

#[test]
fn what_no_reader_understood_is_what_to_ask_about() {
    let text = "by 15 December, remote, purple monday vibes, CET ±3 h";
    let today = now().date_naive();
    let spans = [timeline::read("by 15 December", today).spans(), workplace(text).spans()].concat();
    let left: Vec<&str> = unread(text, &spans).into_iter().map(|stretch| stretch.value).collect();
    assert_eq!(left, ["purple monday vibes"]);
}

#[test]
fn summer_moves_the_zone() {
    let july = Utc.with_ymd_and_hms(2025, 7, 1, 12, 0, 0).single().expect("a time that exists");
    let range = read("CET ±1", july, Gazetteer::embedded()).offsets.map(|offsets| offsets.value);
    assert_eq!(range, Some(OffsetRange { min: 60, max: 180 }));
}
