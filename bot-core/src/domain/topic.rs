//! What members are told about, how soon they want to hear of it, and where.

use chrono_tz::Tz;

use super::identity::Platform;
use super::quiet::QuietHours;
use super::time::Timestamp;
use super::wall::{next_day, next_hour, next_week};

/// When a digest comes unless its reader chose another time: 09:00.
pub const DIGEST_MINUTE: u16 = 9 * 60;

/// What news is about, as far as its reader's wishes go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// Requests that fit.
    Matches,
    /// Requests that a search of one's own finds.
    Searches,
    /// Proposals for one's own requests.
    Received,
    /// What became of one's own proposals.
    Answers,
    /// One's own requests: they end soon, or have ended.
    Requests,
    /// Contracts, money and security: what can't wait, and can't be turned off.
    Vital,
}

impl Topic {
    /// Every topic, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Matches, Self::Searches, Self::Received, Self::Answers, Self::Requests, Self::Vital];

    /// The key under which rows and buttons name it: at most 8 bytes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Matches => "matches",
            Self::Searches => "searches",
            Self::Received => "received",
            Self::Answers => "answers",
            Self::Requests => "requests",
            Self::Vital => "vital",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.key() == key)
    }

    /// Whether it is told at once, at night too, whatever its reader chose.
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::Vital)
    }

    /// When what is too much to be told at once is told instead.
    pub const fn overflow(self) -> Pace {
        match self {
            Self::Received => Pace::Hourly,
            _ => Pace::Daily,
        }
    }
}

/// How soon somebody wants to hear of a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pace {
    /// At once, up to a measure; the rest in a digest.
    Instant,
    /// Together, at the full hour.
    Hourly,
    /// Together, once a day.
    Daily,
    /// Together, on Mondays.
    Weekly,
    /// Not at all.
    Never,
}

impl Pace {
    /// Every pace, from soon to never.
    pub const ALL: [Self; 5] = [Self::Instant, Self::Hourly, Self::Daily, Self::Weekly, Self::Never];

    /// The key under which rows and choices name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Instant => "instant",
            Self::Hourly => "hourly",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Never => "never",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.key() == key)
    }

    /// One step calmer, as "fewer like this" asks; the calmest is no message at all only by one's own choice.
    #[must_use]
    pub const fn calmer(self) -> Self {
        match self {
            Self::Instant | Self::Hourly => Self::Daily,
            Self::Daily | Self::Weekly => Self::Weekly,
            Self::Never => Self::Never,
        }
    }
}

/// Where somebody wants to hear of a topic; where that can't be, it is told in their other chat.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Channel {
    /// In the chat they opened last.
    #[default]
    Latest,
    /// On this platform.
    On(Platform),
}

impl Channel {
    /// The key under which rows and choices name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Latest => "latest",
            Self::On(platform) => platform.key(),
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        if key == Self::Latest.key() { Some(Self::Latest) } else { Platform::from_key(key).map(Self::On) }
    }
}

/// What somebody wants of a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// How soon.
    pub pace: Pace,
    /// Where.
    pub channel: Channel,
}

impl Default for Wish {
    fn default() -> Self {
        Self { pace: Pace::Instant, channel: Channel::Latest }
    }
}

/// Whether news goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Now.
    Now,
    /// Together with what else has come up until then.
    Together(Timestamp),
    /// Not at all.
    Never,
}

/// The clock by which somebody is told things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Where they live.
    pub zone: Tz,
    /// When only urgent news is sent.
    pub quiet: QuietHours,
    /// When a digest comes, in minutes after midnight.
    pub digest: u16,
}

impl Day {
    /// When news about `topic` goes out that came up at `now`. `too_much`: of this topic enough was told at once.
    pub fn timing(&self, topic: Topic, pace: Pace, too_much: bool, now: Timestamp) -> Timing {
        if topic.is_urgent() {
            return Timing::Now;
        }
        let pace = if pace == Pace::Instant && too_much { topic.overflow() } else { pace };
        let due = match pace {
            Pace::Never => return Timing::Never,
            Pace::Instant => now,
            Pace::Hourly => next_hour(now),
            Pace::Daily => next_day(self.zone, self.digest, now),
            Pace::Weekly => next_week(self.zone, self.digest, now),
        };
        match self.quiet.end_at(self.zone, due) {
            Some(end) => Timing::Together(end),
            None if due == now => Timing::Now,
            None => Timing::Together(due),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::clock_time;

    /// Tuesday, 24 November 2026, 23:05 in Lisbon.
    const LATE: Timestamp = Timestamp::from_millis(1_795_561_500_000);
    const LISBON: Day = Day { zone: Tz::Europe__Lisbon, quiet: QuietHours::NIGHT, digest: DIGEST_MINUTE };

    fn told(topic: Topic, pace: Pace, too_much: bool, now: Timestamp) -> String {
        match LISBON.timing(topic, pace, too_much, now) {
            Timing::Now => "now".to_owned(),
            Timing::Never => "never".to_owned(),
            Timing::Together(at) => {
                format!("{} {}", at.in_zone(LISBON.zone).date_naive(), clock_time(LISBON.zone, at))
            }
        }
    }

    #[test]
    fn what_cant_wait_goes_out_at_night_and_the_rest_in_the_morning() {
        assert_eq!(told(Topic::Vital, Pace::Never, true, LATE), "now");
        assert_eq!(told(Topic::Matches, Pace::Instant, false, LATE), "2026-11-25 08:00");
        assert_eq!(told(Topic::Received, Pace::Hourly, false, LATE), "2026-11-25 08:00");
        assert_eq!(told(Topic::Matches, Pace::Daily, false, LATE), "2026-11-25 09:00");
        assert_eq!(told(Topic::Matches, Pace::Weekly, false, LATE), "2026-11-30 09:00");
        assert_eq!(told(Topic::Matches, Pace::Never, false, LATE), "never");
    }

    #[test]
    fn too_much_at_once_is_told_together() {
        let noon = LATE.plus_millis(-11 * crate::domain::time::HOUR_MS);
        assert_eq!(told(Topic::Matches, Pace::Instant, false, noon), "now");
        assert_eq!(told(Topic::Matches, Pace::Instant, true, noon), "2026-11-25 09:00");
        assert_eq!(told(Topic::Received, Pace::Instant, true, noon), "2026-11-24 13:00");
    }

    #[test]
    fn every_key_is_read_as_it_was_written() {
        for topic in Topic::ALL {
            assert_eq!(Topic::from_key(topic.key()), Some(topic));
            assert!(topic.key().len() <= 8, "a button carries it");
        }
        for pace in Pace::ALL {
            assert_eq!(Pace::from_key(pace.key()), Some(pace));
        }
        for channel in [Channel::Latest, Channel::On(Platform::Discord), Channel::On(Platform::Telegram)] {
            assert_eq!(Channel::from_key(channel.key()), Some(channel));
        }
    }
}
