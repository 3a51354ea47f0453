//! When somebody can work, and when they are away.

use serde::{Deserialize, Serialize};

use crate::domain::time::Timestamp;

/// The most hours a week.
pub const MOST_HOURS: u8 = 80;
/// The most contracts somebody takes at once.
pub const MOST_SLOTS: u8 = 20;
/// The longest automatic reply, in characters.
pub const REPLY: u16 = 300;

/// A time in which somebody can't be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Its first instant.
    pub from: Timestamp,
    /// The first instant they are back.
    pub until: Timestamp,
    /// What whoever turns to them meanwhile is told; empty for nothing but the dates.
    pub reply: String,
}

/// When somebody can work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    /// How it stands.
    pub status: AvailabilityStatus,
    /// Hours a week.
    pub hours_per_week: u8,
    /// From when.
    pub from: Option<Timestamp>,
}

/// How availability stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AvailabilityStatus {
    /// Now.
    Now,
    /// Soon.
    Soon,
    /// A little.
    Limited,
    /// Not at all.
    Away,
}

impl AvailabilityStatus {
    /// Every status, in the order members see them.
    pub const ALL: [Self; 4] = [Self::Now, Self::Soon, Self::Limited, Self::Away];

    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Soon => "soon",
            Self::Limited => "limited",
            Self::Away => "away",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// Hours a week of somebody who didn't say how many.
const USUAL_HOURS: u8 = 20;
/// The most hours a week that are little time.
const LITTLE: u8 = 8;

impl Default for Availability {
    /// That of somebody who hasn't said anything yet.
    fn default() -> Self {
        Self { status: AvailabilityStatus::Now, hours_per_week: USUAL_HOURS, from: None }
    }
}

impl Availability {
    /// The same person at another status. The hours they told stay, as far as they fit it.
    #[must_use]
    pub fn at(self, status: AvailabilityStatus) -> Self {
        let told = self.hours_per_week;
        let hours_per_week = match status {
            AvailabilityStatus::Now | AvailabilityStatus::Soon if told <= LITTLE => USUAL_HOURS,
            AvailabilityStatus::Limited => told.min(LITTLE),
            _ => told,
        };
        let from = self.from.filter(|_| status == AvailabilityStatus::Soon);
        Self { status, hours_per_week, from }
    }

    /// The same person, free from this day on: one in the future is soon, and a past one is now.
    #[must_use]
    pub fn starting(self, from: Option<Timestamp>, now: Timestamp) -> Self {
        match from.filter(|from| *from > now) {
            Some(from) => Self { from: Some(from), ..self.at(AvailabilityStatus::Soon) },
            None if self.status == AvailabilityStatus::Soon => self.at(AvailabilityStatus::Now),
            None => Self { from: None, ..self },
        }
    }

    /// The same person with other hours: none means not at all, and many aren't little time.
    #[must_use]
    pub fn with_hours(self, hours_per_week: u8) -> Self {
        let status = match self.status {
            _ if hours_per_week == 0 => AvailabilityStatus::Away,
            AvailabilityStatus::Away => AvailabilityStatus::Now,
            AvailabilityStatus::Limited if hours_per_week > LITTLE => AvailabilityStatus::Now,
            told => told,
        };
        Self { status, hours_per_week, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_000);

    #[test]
    fn a_start_ahead_is_soon_and_a_past_one_is_now() {
        let free = Availability::default();
        let later = free.starting(Some(NOW.plus_millis(1)), NOW);
        assert_eq!((later.status, later.from), (AvailabilityStatus::Soon, Some(NOW.plus_millis(1))));
        assert_eq!(later.starting(Some(NOW), NOW).status, AvailabilityStatus::Now);
        let limited = free.at(AvailabilityStatus::Limited);
        assert_eq!(limited.starting(None, NOW), limited);
    }

    #[test]
    fn a_start_is_forgotten_with_the_status_it_belongs_to() {
        let later = Availability::default().starting(Some(NOW.plus_millis(1)), NOW);
        assert_eq!(later.at(AvailabilityStatus::Limited).from, None);
        assert_eq!(later.at(AvailabilityStatus::Soon).from, later.from);
    }
}
