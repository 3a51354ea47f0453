//! What a freelancer says about themselves.

use serde::{Deserialize, Serialize};

use super::id::AccountId;
use super::money::Price;
use super::place::Place;
use super::time::Timestamp;

/// The longest headline, in characters.
pub const HEADLINE: u16 = 80;
/// How many skills a profile holds at most.
pub const SKILLS: usize = 40;
/// How far somebody travels when they don't say, in kilometres.
pub const REACH_KM: i64 = 30;

/// A freelancer's profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Whose.
    pub account: AccountId,
    /// One line.
    pub headline: String,
    /// Skills in the member's order.
    pub skills: Vec<ProfileSkill>,
    /// The usual price.
    pub rate: Option<Price>,
    /// Where they are.
    pub place: Option<Place>,
    /// Whether they work remotely.
    pub remote: bool,
    /// How far they travel, in kilometres.
    pub reach_km: i64,
    /// When they can work.
    pub availability: Availability,
    /// Languages they speak; empty until they say.
    pub languages: Vec<ProfileLanguage>,
    /// How many contracts they take at once; none until they say.
    pub slots: Option<u8>,
    /// Sum of stars and how many gave them.
    pub rating: (i64, i64),
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Counts its changes.
    pub version: i64,
}

/// A skill of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileSkill {
    /// The vocabulary's key, or the member's own word in lower case.
    pub skill: String,
    /// 1 beginner, 2 solid, 3 strong, 4 expert.
    pub level: u8,
    /// Years of practice; 0 when not told.
    pub years: u8,
}

/// A language of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileLanguage {
    /// ISO 639 code, in lower case.
    pub language: String,
    /// How well.
    pub level: LanguageLevel,
}

/// How well somebody speaks a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LanguageLevel {
    /// A few words.
    Basic,
    /// Enough to talk about work.
    Conversational,
    /// Without effort.
    Fluent,
    /// From childhood.
    Native,
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
        Self { status, hours_per_week, ..self }
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

impl Profile {
    /// A profile about which nothing is known yet.
    pub fn empty(account: AccountId, now: Timestamp) -> Self {
        Self {
            account,
            headline: String::new(),
            skills: Vec::new(),
            rate: None,
            place: None,
            remote: true,
            reach_km: REACH_KM,
            availability: Availability {
                status: AvailabilityStatus::Now,
                hours_per_week: USUAL_HOURS,
                from: None,
            },
            languages: Vec::new(),
            slots: None,
            rating: (0, 0),
            updated_at: now,
            version: 1,
        }
    }
}
