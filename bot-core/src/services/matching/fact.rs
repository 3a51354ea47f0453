//! Facts about a pair: what speaks for it, what against, what rules it out.

use serde::{Deserialize, Serialize};

use crate::domain::money::PriceKind;
use crate::domain::profile::LanguageLevel;

/// A fact about a pair, re-derivable from data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Skills asked for are there.
    Skills {
        /// At least one.
        skills: Vec<HeldSkill>,
        /// Whether nobody fits without them.
        must: bool,
    },
    /// Skills asked for aren't there.
    MissingSkills {
        /// Their stored keys, at least one.
        skills: Vec<String>,
        /// Whether nobody fits without them.
        must: bool,
    },
    /// A skill asked for isn't there, and something close to it is.
    RelatedSkill {
        /// The stored key of what is asked for.
        skill: String,
        /// The stored key of what is there.
        held: String,
        /// Whether nobody fits without it.
        must: bool,
    },
    /// Skills asked for are ones the person doesn't want to be asked for.
    Unwanted {
        /// Their stored keys, at least one.
        skills: Vec<String>,
    },
    /// The budget against the usual rate.
    Pays {
        /// The budget in percent of the rate.
        percent: u16,
        /// Whether a rate of exchange or hours lie between the two.
        about: bool,
    },
    /// The request names no budget.
    NoBudget,
    /// The budget begins below the rate and says no end.
    NoTop,
    /// The profile names no rate.
    NoRate,
    /// Budget and rate are for different things, and the request doesn't state the hours between them.
    PriceKinds {
        /// What the budget is for.
        budget: PriceKind,
        /// What the rate is for.
        rate: PriceKind,
    },
    /// A language the client needs; of several, the one spoken least well.
    Speaks {
        /// Its ISO 639 code.
        language: String,
        /// How well.
        level: LanguageLevel,
    },
    /// The client needs a language, and the profile names none at all.
    LanguagesUnknown {
        /// Its ISO 639 code.
        language: String,
    },
    /// Remote, and any zone will do.
    Remote,
    /// Remote, and this many minutes of an eight-hour day are shared.
    SharedHours {
        /// Minutes.
        minutes: u32,
    },
    /// The zone isn't known.
    ZoneUnknown,
    /// On site, this far away.
    Distance {
        /// Kilometres.
        km: u32,
    },
    /// In the same country.
    SameCountry,
    /// No place was named.
    PlaceUnknown,
    /// Time enough, from now on.
    FreeNow {
        /// Hours a week.
        hours: Option<u8>,
    },
    /// Time only later.
    FreeLater {
        /// Days from the wanted start.
        days: u32,
        /// Hours a week.
        hours: Option<u8>,
    },
    /// Fewer hours than the work takes.
    FewerHours {
        /// Hours a week that they have.
        has: u8,
        /// Hours a week that it takes.
        needed: u8,
    },
    /// Little time.
    LittleTime {
        /// Hours a week.
        hours: Option<u8>,
    },
    /// As many contracts run as they take at once.
    SlotsTaken {
        /// Contracts that run.
        running: u32,
    },
    /// Reviews.
    Rated {
        /// The plain average of the stars times ten: 47 is 4.7.
        tenths: u32,
        /// How many reviews.
        reviews: u32,
    },
    /// No reviews yet.
    NotRated,
    /// How fast the client usually answers.
    ClientAnswers {
        /// Median, in minutes.
        minutes: u32,
    },
    /// How fast the freelancer usually answers.
    FreelancerAnswers {
        /// Median, in minutes.
        minutes: u32,
    },
    /// They are asked so often that others go first for a while.
    AskedOften,
}

/// A skill that was asked for and is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldSkill {
    /// Its stored key.
    pub skill: String,
    /// Years of practice, where told.
    pub years: Option<u8>,
}

/// What rules a pair out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// The request isn't open.
    NotOpen,
    /// It is one's own.
    Own,
    /// It was answered already.
    Answered,
    /// "Not for me" was said, of it or of its client.
    Dismissed,
    /// The profile is hidden or empty.
    Hidden,
    /// None of the skills is there.
    NoSkill,
    /// The work is remote, and the profile says no remote work.
    NotRemote,
    /// On site, and too far.
    TooFar {
        /// How far.
        km: u32,
        /// How far would do.
        limit: u32,
    },
    /// On site, in another country.
    OtherCountry,
    /// On site, and the profile names no place.
    NoPlace,
    /// Languages are missing.
    Language {
        /// Their ISO 639 codes.
        missing: Vec<String>,
    },
    /// It pays no more than what was called too low.
    PayTooLow,
    /// No time before it is due.
    NoTime,
}
