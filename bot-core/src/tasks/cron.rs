//! Cron expressions as operators write them, each run once on the wall clock.

use std::fmt;
use std::str::FromStr as _;

use chrono::{Offset as _, TimeZone as _, Utc};
use chrono_tz::Tz;
use cron::{Schedule, TimeUnitSpec as _};
use thiserror::Error;

use crate::domain::time::{HOUR_MS, MINUTE_MS, Timestamp};

/// No clock is set back by more.
const LONGEST_OVERLAP_MS: i64 = 3 * HOUR_MS;
/// No clock skips more than a day.
const LONGEST_GAP_MINUTES: i64 = 25 * 60;

/// Minute, hour, day, month and weekday at which something is done, on the wall clock of a zone.
#[derive(Clone)]
pub struct Cron {
    schedule: Schedule,
    zone: Tz,
}

/// Why an expression is none.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CronError {
    /// There aren't five fields.
    #[error("has {0} fields and needs five: minute, hour, day, month, weekday")]
    Fields(usize),
    /// Weekdays are numbers, which every program counts differently.
    #[error("names weekdays by number; write MON-FRI or SUN")]
    NumberedWeekday,
    /// It can't be read.
    #[error("can't be read: {0}")]
    Unreadable(String),
    /// There is no such day.
    #[error("never comes")]
    Never,
}

impl fmt::Debug for Cron {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for Cron {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = self.schedule.source();
        write!(f, "{} ({})", fields.strip_prefix("0 ").unwrap_or(fields), self.zone.name())
    }
}

impl PartialEq for Cron {
    fn eq(&self, other: &Self) -> bool {
        self.zone == other.zone && self.schedule.source() == other.schedule.source()
    }
}

impl Eq for Cron {}

impl Cron {
    /// Reads five fields, as in `*/5 8-18 * * MON-FRI`.
    pub fn parse(text: &str, zone: Tz) -> Result<Self, CronError> {
        let fields: Vec<&str> = text.split_whitespace().collect();
        let [.., weekday] = fields.as_slice() else { return Err(CronError::Fields(0)) };
        if fields.len() != 5 {
            return Err(CronError::Fields(fields.len()));
        }
        if weekday.split('/').next().unwrap_or_default().chars().any(|letter| letter.is_ascii_digit()) {
            return Err(CronError::NumberedWeekday);
        }
        let schedule = Schedule::from_str(&format!("0 {}", fields.join(" ")))
            .map_err(|error| CronError::Unreadable(error.to_string()))?;
        // Any instant does: the years aren't limited.
        if schedule.after(&chrono::DateTime::<Utc>::UNIX_EPOCH).next().is_none() {
            return Err(CronError::Never);
        }
        Ok(Self { schedule, zone })
    }

    /// The first run after `after`.
    ///
    /// What comes in every hour comes in each hour there is. Anything else is a time of day: where a clock skips it, it
    /// comes right after; where a clock shows it twice, it comes the first time.
    pub fn next(&self, after: Timestamp) -> Option<Timestamp> {
        if self.schedule.hours().count() == 24 {
            // By the offset that holds now: the library leaves out the hour that a clock shows twice.
            let here = after.in_zone(self.zone);
            let next = self.schedule.after(&here.with_timezone(&here.offset().fix())).next()?;
            return Some(Timestamp::from_millis(next.timestamp_millis()));
        }
        let wall = after.plus_millis(-LONGEST_OVERLAP_MS).in_zone(self.zone).naive_local().and_utc();
        self.schedule.after(&wall).filter_map(|slot| self.instant(slot.naive_utc())).find(|at| *at > after)
    }

    fn instant(&self, wall: chrono::NaiveDateTime) -> Option<Timestamp> {
        (0..LONGEST_GAP_MINUTES).find_map(|skipped| {
            let wall = wall.checked_add_signed(chrono::TimeDelta::milliseconds(skipped * MINUTE_MS))?;
            let instant = self.zone.from_local_datetime(&wall).earliest()?;
            Some(Timestamp::from_millis(instant.timestamp_millis()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> Timestamp {
        let instant: chrono::DateTime<Utc> = text.parse().expect("an instant");
        Timestamp::from_millis(instant.timestamp_millis())
    }

    fn runs(text: &str, zone: Tz, from: &str, count: usize) -> Vec<String> {
        let cron = Cron::parse(text, zone).expect("an expression");
        let mut at = utc(from);
        let next = std::iter::from_fn(|| {
            at = cron.next(at)?;
            Some(at.in_zone(Tz::UTC).format("%m-%dT%H:%M").to_string())
        });
        next.take(count).collect()
    }

    #[test]
    fn a_time_that_a_clock_skips_or_repeats_comes_once() {
        let half_past_two = |from| runs("30 2 * * *", Tz::Europe__Berlin, from, 3);
        assert_eq!(half_past_two("2026-03-27T12:00:00Z"), ["03-28T01:30", "03-29T01:00", "03-30T00:30"]);
        assert_eq!(half_past_two("2026-10-24T12:00:00Z"), ["10-25T00:30", "10-26T01:30", "10-27T01:30"]);
    }

    #[test]
    fn what_comes_in_every_hour_comes_in_each_hour_there_is() {
        let half_past = |from| runs("30 * * * *", Tz::Europe__Berlin, from, 4);
        assert_eq!(
            half_past("2026-10-24T23:45:00Z"),
            ["10-25T00:30", "10-25T01:30", "10-25T02:30", "10-25T03:30"]
        );
        assert_eq!(half_past("2026-03-29T00:00:00Z")[..2], ["03-29T00:30", "03-29T01:30"]);
    }

    #[test]
    fn weekdays_have_names_and_days_have_to_exist() {
        let read = |text| Cron::parse(text, Tz::UTC).map(|cron| cron.to_string());
        assert_eq!(read("0 9 * * MON"), Ok("0 9 * * MON (UTC)".to_owned()));
        assert_eq!(read("0 9 * * 1"), Err(CronError::NumberedWeekday));
        assert_eq!(read("0 9 * *"), Err(CronError::Fields(4)));
        assert_eq!(read(""), Err(CronError::Fields(0)));
        assert_eq!(read("0 0 30 2 *"), Err(CronError::Never));
        assert!(matches!(read("0 25 * * *"), Err(CronError::Unreadable(_))));
        assert_eq!(runs("0 9 * * MON", Tz::UTC, "2026-11-24T09:05:00Z", 1), ["11-30T09:00"]);
    }
}
