//! Quiet hours: the part of a member's day in which only urgent news is sent.

use chrono::Days;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::time::{Timestamp, date_in};
use super::wall::instant_at;

/// When nothing but urgent news is sent: minutes after local midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// Begin, 0..1440.
    pub from: u16,
    /// End, 0..1440. Equal to `from`: no quiet hours.
    pub until: u16,
}

impl QuietHours {
    /// 22:00 to 08:00.
    pub const NIGHT: Self = Self { from: 22 * 60, until: 8 * 60 };
    /// None at all.
    pub const NONE: Self = Self { from: 0, until: 0 };

    /// When the quiet hours end that `now` lies in; none outside them.
    ///
    /// Each night's quiet is one span between two instants on the wall clock of `zone`: an end in the hour that a clock
    /// skips comes right after it, one in the hour that a clock repeats comes the first time.
    pub fn end_at(self, zone: Tz, now: Timestamp) -> Option<Timestamp> {
        if self.from == self.until {
            return None;
        }
        let today = date_in(zone, now);
        let nights = [today.checked_sub_days(Days::new(1)), Some(today)];
        let ends = nights.into_iter().flatten().filter_map(|night| {
            let last = if self.until > self.from { night } else { night.checked_add_days(Days::new(1))? };
            let (begins, ends) = (instant_at(zone, night, self.from)?, instant_at(zone, last, self.until)?);
            (begins <= now && now < ends).then_some(ends)
        });
        ends.max()
    }
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Offset as _, TimeZone as _};
    use proptest::prelude::*;

    use super::*;
    use crate::domain::time::{DAY_MS, HOUR_MS, MINUTE_MS};

    /// Zones whose clocks change at night, at midnight, by half an hour, in the other half of the year, and never.
    const ZONES: [Tz; 8] = [
        Tz::Europe__Berlin,
        Tz::Europe__Lisbon,
        Tz::America__New_York,
        Tz::America__Santiago,
        Tz::Australia__Lord_Howe,
        Tz::Africa__Cairo,
        Tz::Asia__Beirut,
        Tz::Asia__Kolkata,
    ];

    fn wall_minute(zone: Tz, at: Timestamp) -> u16 {
        use chrono::Timelike as _;
        let wall = at.in_zone(zone);
        u16::try_from(wall.hour() * 60 + wall.minute()).expect("a day has 1440 minutes")
    }

    fn offset(zone: Tz, at: Timestamp) -> i32 {
        at.in_zone(zone).offset().fix().local_minus_utc()
    }

    /// Both changes of a year, to the minute; none in a zone without.
    fn changes(zone: Tz, year: i32) -> Vec<Timestamp> {
        let start = chrono::Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).single().expect("a date");
        let start = Timestamp::from_millis(start.timestamp_millis());
        let hours = (0..366 * 24).map(|hour| start.plus_millis(hour * HOUR_MS));
        let near = hours.filter(|at| offset(zone, *at) != offset(zone, at.plus_millis(HOUR_MS)));
        near.map(|hour| {
            let minutes = (0..=60).map(|minute| hour.plus_millis(minute * MINUTE_MS));
            minutes.clone().find(|at| offset(zone, *at) != offset(zone, hour)).expect("it changes there")
        })
        .collect()
    }

    #[test]
    fn quiet_hours_reach_over_midnight() {
        let at = |hour, minute| {
            let wall = NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(hour, minute, 0));
            let instant = Tz::Europe__Berlin.from_local_datetime(&wall.expect("a time")).single();
            Timestamp::from_millis(instant.expect("an instant").timestamp_millis())
        };
        let end = |hour, minute| QuietHours::NIGHT.end_at(Tz::Europe__Berlin, at(hour, minute));
        assert_eq!(end(21, 59), None);
        assert_eq!(end(22, 0), Some(at(8, 0).plus_millis(DAY_MS)));
        assert_eq!(end(7, 59), Some(at(8, 0)));
        assert_eq!(end(8, 0), None);
        assert_eq!(QuietHours::NONE.end_at(Tz::Europe__Berlin, at(3, 0)), None);
    }

    #[test]
    fn a_night_is_an_hour_shorter_in_spring_and_an_hour_longer_in_autumn() {
        let zone = Tz::Europe__Berlin;
        let changes = changes(zone, 2026);
        assert_eq!(changes.len(), 2, "there are two changes a year");
        for (change, hours) in changes.into_iter().zip([9, 11]) {
            let evening = instant_at(zone, date_in(zone, change.plus_millis(-5 * HOUR_MS)), 22 * 60);
            let evening = evening.expect("22:00 is there");
            let end = QuietHours::NIGHT.end_at(zone, evening).expect("it is quiet at 22:00");
            assert_eq!(end.millis() - evening.millis(), hours * HOUR_MS);
            assert_eq!(wall_minute(zone, end), 8 * 60);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn around_both_changes_quiet_ends_at_its_time_on_the_wall_and_only_once(
            zone in 0..ZONES.len(), year in 2024..2031_i32, change in 0..2_usize,
            away in -36 * 60..36 * 60_i64, from in 0..1_440_u16, until in 0..1_440_u16,
        ) {
            let zone = ZONES[zone];
            let middle = changes(zone, year).get(change).copied()
                .unwrap_or_else(|| Timestamp::from_millis(1_795_511_100_000));
            let now = middle.plus_millis(away * MINUTE_MS);
            let quiet = QuietHours { from, until };
            let nominal = i64::from((1_440 + until - from) % 1_440) * MINUTE_MS;
            let Some(end) = quiet.end_at(zone, now) else { return Ok(()) };

            prop_assert!(end > now);
            prop_assert!(end.millis() - now.millis() <= nominal + HOUR_MS, "nothing is held longer than a night");
            let missing = |minute: u16| {
                let day = end.in_zone(zone).date_naive();
                let wall = day.and_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0).expect("a time");
                zone.from_local_datetime(&wall).earliest().is_none()
            };
            // where the clock skips both the end and the next beginning, it skips the day between them
            let skips_the_day = missing(until) && missing(from);
            prop_assert!(skips_the_day || quiet.end_at(zone, end).is_none(), "it is over at its end");
            let before = quiet.end_at(zone, end.plus_millis(-1));
            prop_assert_eq!(before, Some(end), "and not a moment earlier");
            let wall = wall_minute(zone, end);
            let skipped = zone.from_local_datetime(
                &end.in_zone(zone).date_naive().and_hms_opt(u32::from(until / 60), u32::from(until % 60), 0)
                    .expect("a time"),
            );
            prop_assert!(wall == until || skipped.earliest().is_none(), "{wall} for {until}");
        }

        #[test]
        fn away_from_changes_quiet_is_what_the_wall_clock_says(
            minute in 0..1_440_i64, from in 0..1_440_u16, until in 0..1_440_u16,
        ) {
            let zone = Tz::Asia__Kolkata;
            let now = Timestamp::from_millis(1_795_478_400_000).plus_millis(minute * MINUTE_MS);
            let wall = wall_minute(zone, now);
            let into = (wall + 1_440 - from) % 1_440;
            let length = (until + 1_440 - from) % 1_440;
            prop_assert_eq!(QuietHours { from, until }.end_at(zone, now).is_some(), into < length);
        }
    }
}
