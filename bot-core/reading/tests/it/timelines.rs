//! Dates and durations, as said on Monday, 24 November 2025.

use bot_reading::timeline::{Doubt, Pace, Timeline, read};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date written in a test")
}

fn timeline(text: &str) -> Timeline {
    read(text, day("2025-11-24"))
}

fn due(text: &str) -> String {
    timeline(text).due.map_or_else(|| "none".to_owned(), |due| due.value.to_string())
}

fn starts(text: &str) -> String {
    timeline(text).starts.map_or_else(|| "none".to_owned(), |starts| starts.value.to_string())
}

#[test]
fn dates_in_many_forms() {
    for text in [
        "by 15 December, remote, CET ±3 h",
        "before the 15th of December",
        "December 15",
        "Dec 15, 2025",
        "15.12.",
        "15.12.2025",
        "until 2025-12-15",
        "15/12",
        "12/15/2025",
        "mid December",
        "in 3 weeks",
        "within 3 weeks",
        "within the next 3 weeks",
        "3 weeks from now",
        "in about 3 weeks",
        "by Mon, 15 December",
        "by the 15th",
    ] {
        assert_eq!(due(text), "2025-12-15", "{text}");
    }
}

#[test]
fn a_day_already_over_this_year_is_meant_for_the_next() {
    assert_eq!(due("by 3 March"), "2026-03-03");
    assert_eq!(due("29 February"), "2028-02-29");
    assert_eq!(due("by mid-January"), "2026-01-15");
}

#[test]
fn months_and_weeks_end_on_their_last_day() {
    assert_eq!(due("by January"), "2026-01-31");
    assert_eq!(due("end of February"), "2026-02-28");
    assert_eq!(due("end of the month"), "2025-11-30");
    assert_eq!(due("end of next month"), "2025-12-31");
    assert_eq!(due("next month"), "2025-12-31");
    assert_eq!(due("this week or next week"), "2025-12-07");
    assert_eq!(due("by the end of the year"), "2025-12-31");
}

#[test]
fn days_by_name() {
    assert_eq!(due("today"), "2025-11-24");
    assert_eq!(due("by tomorrow"), "2025-11-25");
    assert_eq!(due("by Friday"), "2025-11-28");
    assert_eq!(due("on Monday"), "2025-12-01");
    assert_eq!(due("next friday"), "2025-12-05");
}

#[test]
fn two_joined_dates_are_a_start_and_an_end() {
    assert_eq!([starts("15 dec - 20 dec"), due("15 dec - 20 dec")], ["2025-12-15", "2025-12-20"]);
}

#[test]
fn starts_and_ends() {
    assert_eq!(starts("from 1 December"), "2025-12-01");
    assert_eq!(starts("starting in two weeks"), "2025-12-08");
    assert_eq!(
        (starts("from 1 December to 15 January"), due("from 1 December to 15 January")),
        ("2025-12-01".to_owned(), "2026-01-15".to_owned())
    );
}

#[test]
fn durations_hours_and_pace() {
    let takes = |text| {
        timeline(text).takes.map(|takes| (takes.value.min_days.unwrap_or_default(), takes.value.max_days))
    };
    assert_eq!(takes("2-3 weeks"), Some((14, 21)));
    assert_eq!(takes("about a couple of days"), Some((2, 2)));
    assert_eq!(takes("3 months, 20 h a week"), Some((90, 90)));

    let hours = |text| timeline(text).hours_per_week.map(|hours| hours.value);
    assert_eq!(hours("3 months, 20 h a week"), Some(20));
    assert_eq!(hours("10-15 hours/week"), Some(15));
    assert_eq!(hours("1000 hours per week"), None);

    let pace = |text| timeline(text).pace.map(|pace| pace.value);
    assert_eq!(pace("ASAP!"), Some(Pace::Asap));
    assert_eq!(pace("no rush"), Some(Pace::Flexible));
}

#[test]
fn doubtful_dates_are_asked_about() {
    let doubts = |text| timeline(text).doubts.into_iter().map(|doubt| doubt.value).collect::<Vec<_>>();
    assert_eq!(doubts("by 3/4"), [Doubt::DayOrMonth]);
    assert_eq!(doubts("by 31 February"), [Doubt::NoSuchDay]);
    assert_eq!(doubts("by 1 March 2024"), [Doubt::Past(day("2024-03-01"))]);
    assert_eq!(doubts("by 1 December, by 5 December"), [Doubt::Second(day("2025-12-05"))]);
}

#[test]
fn words_that_happen_to_be_months_are_no_dates() {
    assert_eq!(due("you may start whenever you like"), "none");
    assert_eq!(due("we march on"), "none");
    assert_eq!(due(""), "none");
}

#[test]
fn the_span_is_the_words_it_was_read_from() {
    let text = "Landing page by 15 December, 2-3 weeks";
    let read = timeline(text);
    let words: Vec<&str> = read.spans().into_iter().map(|span| span.of(text)).collect();
    assert_eq!(words, ["by 15 December", "2-3 weeks"]);
}
