//! Promises in wall time: a local date and minute as an instant, and the next.

use chrono::{Datelike as _, Days, NaiveDate, TimeDelta, TimeZone as _, Weekday};
use chrono_tz::Tz;

use super::time::{HOUR_MS, Timestamp, date_in};

/// No clock skips more than a day.
const LONGEST_GAP_MINUTES: u16 = 25 * 60;

/// The instant at which a clock in `zone` shows `minute` after midnight of `date`. Where that is skipped it is the first
/// instant after the gap, where it comes twice the first time. None beyond the calendar.
pub fn instant_at(zone: Tz, date: NaiveDate, minute: u16) -> Option<Timestamp> {
    let wall = date.and_hms_opt(0, 0, 0)?;
    (0..LONGEST_GAP_MINUTES).find_map(|skipped| {
        let wall = wall.checked_add_signed(TimeDelta::minutes(i64::from(minute) + i64::from(skipped)))?;
        let instant = zone.from_local_datetime(&wall).earliest()?;
        Some(Timestamp::from_millis(instant.timestamp_millis()))
    })
}

/// The next time after `after` that a clock in `zone` shows `minute` after midnight.
pub fn next_day(zone: Tz, minute: u16, after: Timestamp) -> Timestamp {
    next_on(zone, minute, after, |_| true)
}

/// The same, on a Monday.
pub fn next_week(zone: Tz, minute: u16, after: Timestamp) -> Timestamp {
    next_on(zone, minute, after, |date| date.weekday() == Weekday::Mon)
}

/// The next full hour.
pub fn next_hour(after: Timestamp) -> Timestamp {
    Timestamp::from_millis((after.millis().div_euclid(HOUR_MS) + 1) * HOUR_MS)
}

fn next_on(zone: Tz, minute: u16, after: Timestamp, wanted: impl Fn(NaiveDate) -> bool) -> Timestamp {
    let today = date_in(zone, after);
    let dates = (0..9).filter_map(|days| today.checked_add_days(Days::new(days)));
    let instants = dates.filter(|date| wanted(*date)).filter_map(|date| instant_at(zone, date, minute));
    instants.into_iter().find(|at| *at > after).unwrap_or(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> Timestamp {
        let instant: chrono::DateTime<chrono::Utc> = text.parse().expect("an instant");
        Timestamp::from_millis(instant.timestamp_millis())
    }

    #[test]
    fn what_a_clock_skips_comes_right_after_and_what_it_repeats_comes_once() {
        let zone = Tz::Europe__Berlin;
        let half_past_two = 2 * 60 + 30;
        let spring = utc("2026-03-28T20:00:00Z");
        assert_eq!(next_day(zone, half_past_two, spring), utc("2026-03-29T01:00:00Z"));
        let first = next_day(zone, half_past_two, utc("2026-10-24T20:00:00Z"));
        assert_eq!(first, utc("2026-10-25T00:30:00Z"));
        assert_eq!(next_day(zone, half_past_two, first), utc("2026-10-26T01:30:00Z"));
    }

    #[test]
    fn nine_in_the_morning_stays_nine_in_the_morning() {
        let zone = Tz::America__New_York;
        let mut at = utc("2026-10-30T00:00:00Z");
        for expected in ["2026-10-30T13:00:00Z", "2026-10-31T13:00:00Z", "2026-11-01T14:00:00Z"] {
            at = next_day(zone, 9 * 60, at);
            assert_eq!(at, utc(expected));
        }
        assert_eq!(next_week(zone, 9 * 60, at), utc("2026-11-02T14:00:00Z"));
        assert_eq!(next_week(zone, 9 * 60, utc("2026-11-02T14:00:00Z")), utc("2026-11-09T14:00:00Z"));
    }
}
