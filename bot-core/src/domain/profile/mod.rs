//! What a freelancer says about themselves.

mod availability;
mod completeness;
mod experience;
mod language;
mod portfolio;
mod visibility;

use serde::{Deserialize, Serialize};

use super::id::AccountId;
use super::money::Price;
use super::place::Place;
use super::time::Timestamp;

pub use availability::{Absence, Availability, AvailabilityStatus, MOST_HOURS, MOST_SLOTS, REPLY};
pub use completeness::{Completeness, Step, completeness};
pub use experience::{EXPERIENCES, Experience, Month, Period, TEXT, TITLE};
pub use language::{LANGUAGES, LanguageLevel, ProfileLanguage};
pub use portfolio::{ALT, ITEM_SKILLS, ITEMS, Link, LinkProblem, PortfolioItem};
pub use visibility::Visibility;

/// The longest headline, in characters.
pub const HEADLINE: u16 = 80;
/// The longest text about oneself, in characters.
pub const ABOUT: u16 = 600;
/// The most years of practice.
pub const MOST_YEARS: u8 = 60;
/// The farthest somebody travels, in kilometres.
pub const MOST_REACH_KM: i64 = 1_000;
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
    /// What they do and how they work, in their own words.
    pub about: String,
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
    /// When they last said or confirmed how available they are.
    pub available_at: Timestamp,
    /// When they were asked whether that still holds; none once they have answered.
    pub asked_at: Option<Timestamp>,
    /// When they are away, now or later.
    pub absence: Option<Absence>,
    /// Languages they speak; empty until they say.
    pub languages: Vec<ProfileLanguage>,
    /// How many contracts they take at once; none until they say.
    pub slots: Option<u8>,
    /// Who sees it.
    pub visibility: Visibility,
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

impl Profile {
    /// A profile about which nothing is known yet.
    pub fn empty(account: AccountId, now: Timestamp) -> Self {
        Self {
            account,
            headline: String::new(),
            about: String::new(),
            skills: Vec::new(),
            rate: None,
            place: None,
            remote: true,
            reach_km: REACH_KM,
            availability: Availability::default(),
            available_at: now,
            asked_at: None,
            absence: None,
            languages: Vec::new(),
            slots: None,
            visibility: Visibility::Everyone,
            rating: (0, 0),
            updated_at: now,
            version: 1,
        }
    }

    /// The absence that holds at `now`.
    pub fn away(&self, now: Timestamp) -> Option<&Absence> {
        self.absence.as_ref().filter(|absence| absence.from <= now && now < absence.until)
    }

    /// Whether they were asked if they are still available, and haven't answered.
    pub const fn unconfirmed(&self) -> bool {
        self.asked_at.is_some()
    }
}
