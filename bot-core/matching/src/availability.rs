//! When somebody has time, in days and hours a week.

use serde::{Deserialize, Serialize};

/// A calendar day: days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i32);

impl Day {
    /// Days from `earlier` to `self`, negative when `self` is before it.
    pub const fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day `days` later.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

/// The four states of `/availability`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    Now,
    Soon,
    Limited,
    Unavailable,
}

/// Days assumed until "available soon" begins when no day was given.
const SOON_DAYS: i32 = 14;

/// Availability as stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    pub status: Status,
    pub hours_per_week: Option<u8>,
    /// First day with time: the stated start, or the day after an absence.
    pub from: Option<Day>,
}

impl Availability {
    /// The first day this person could work, seen from `today`; `None` if they have said they can't and not until when.
    pub fn first_day(&self, today: Day) -> Option<Day> {
        match (self.status, self.from) {
            (Status::Unavailable, None) => None,
            (Status::Soon, None) => Some(today.plus(SOON_DAYS)),
            (_, from) => Some(from.unwrap_or(today).max(today)),
        }
    }
}
