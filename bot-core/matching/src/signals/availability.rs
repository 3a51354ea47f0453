//! Availability: how soon, how many hours, and room for one more.

use crate::{Day, Person, Status, TimeFit, Wanted};

/// Days of waiting after which nothing is left, where the request has no due day.
const PATIENCE_DAYS: i32 = 60;
/// Hours asked for, and the person hasn't said how many they have.
const HOURS_UNKNOWN: f64 = 0.75;
/// Everything they take at once is taken.
const FULL: f64 = 0.4;
/// "Limited", and the request doesn't say how many hours it needs.
const LIMITED: f64 = 0.6;

/// Value 0 to 1 and the days and hours behind it.
pub(crate) fn weigh(wanted: &Wanted, person: &Person, today: Day) -> (f64, TimeFit) {
    let availability = &person.availability;
    let begin = wanted.starts.map_or(today, |day| day.max(today));
    let from = availability.first_day(today);
    let wait = from.map_or(0, |day| day.since(begin).max(0));
    let soon = match (from, wanted.due) {
        (None, _) => 0.0,
        (Some(_), Some(due)) => left(wait, due.since(begin).saturating_add(1)),
        (Some(_), None) => left(wait, PATIENCE_DAYS),
    };
    let fit = TimeFit {
        status: availability.status,
        from,
        wait_days: wait.unsigned_abs(),
        hours_per_week: availability.hours_per_week,
        needed_per_week: wanted.hours_per_week,
        load: person.load,
    };
    let room = if person.load.is_full() { FULL } else { 1.0 };
    (soon * hours(&fit) * room, fit)
}

/// The part of `span` days that remains after waiting.
fn left(wait: i32, span: i32) -> f64 {
    if span <= 0 {
        return 0.0;
    }
    f64::from((span - wait).max(0)) / f64::from(span)
}

fn hours(fit: &TimeFit) -> f64 {
    match (fit.needed_per_week, fit.hours_per_week) {
        (Some(needed), Some(has)) => (f64::from(has) / f64::from(needed.max(1))).min(1.0),
        (Some(_), None) => HOURS_UNKNOWN,
        (None, _) if fit.status == Status::Limited => LIMITED,
        (None, _) => 1.0,
    }
}
