//! Instants, and the wall clock of a member's zone.

use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// An instant: milliseconds since the Unix epoch, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

/// Milliseconds in a minute.
pub const MINUTE_MS: i64 = 60_000;
/// Milliseconds in an hour.
pub const HOUR_MS: i64 = 60 * MINUTE_MS;
/// Milliseconds in 24 hours.
pub const DAY_MS: i64 = 24 * HOUR_MS;

impl Timestamp {
    /// From milliseconds since the epoch.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch, as chat platforms want them.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// This instant moved by `millis`.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Days since the epoch in UTC: the matching's unit of time.
    pub const fn day(self) -> i64 {
        self.0.div_euclid(DAY_MS)
    }

    /// This instant on the wall clock of `zone`.
    pub fn in_zone(self, zone: Tz) -> DateTime<Tz> {
        DateTime::<Utc>::from_timestamp_millis(self.0).unwrap_or_default().with_timezone(&zone)
    }

    /// The start of a calendar day in `zone`; none for a day that isn't there.
    pub fn start_of_day(date: NaiveDate, zone: Tz) -> Option<Self> {
        let wall = date.and_hms_opt(0, 0, 0)?;
        let before = || Self::end_of_day(date.pred_opt()?, zone).map(|end| end.plus_millis(1_000));
        // Where the clocks skip midnight the day begins when the one before has ended.
        zone.from_local_datetime(&wall).earliest().map(|at| Self(at.timestamp_millis())).or_else(before)
    }

    /// The last second of `date` in `zone`: a deadline without a time of day.
    pub fn end_of_day(date: NaiveDate, zone: Tz) -> Option<Self> {
        let wall = date.and_hms_opt(23, 59, 59)?;
        // An overlap or a gap at midnight: the later reading never cuts a deadline short.
        let instant = zone.from_local_datetime(&wall).latest()?;
        Some(Self(instant.timestamp_millis()))
    }
}

/// Minutes `zone` stands east of UTC at `at`.
pub fn utc_offset_minutes(zone: Tz, at: Timestamp) -> i32 {
    use chrono::Offset as _;
    at.in_zone(zone).offset().fix().local_minus_utc() / 60
}

/// The clock in `zone` as hours and minutes, 24 hours: `14:05`.
pub fn clock_time(zone: Tz, at: Timestamp) -> String {
    let wall = at.in_zone(zone);
    format!("{:02}:{:02}", wall.hour(), wall.minute())
}

/// The calendar date in `zone`.
pub fn date_in(zone: Tz, at: Timestamp) -> NaiveDate {
    let wall = at.in_zone(zone);
    NaiveDate::from_ymd_opt(wall.year(), wall.month(), wall.day()).unwrap_or_default()
}
