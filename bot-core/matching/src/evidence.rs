//! What a score is made of: each signal's share, value and the facts behind it.

use serde::{Deserialize, Serialize};

use crate::{Answers, Code, Day, Exposure, Fluency, Level, Load, Per, SkillId, Status};

/// What is weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Signal {
    Skills,
    Budget,
    Availability,
    Place,
    Rating,
    Language,
    Answers,
    Exposure,
}

impl Signal {
    /// In the order of their default weight.
    pub const ALL: [Self; 8] = [
        Self::Skills,
        Self::Budget,
        Self::Availability,
        Self::Place,
        Self::Rating,
        Self::Language,
        Self::Answers,
        Self::Exposure,
    ];
}

/// One signal's part in a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contribution {
    pub signal: Signal,
    /// Share of the whole, 0 to 1; all of them add up to 1.
    pub weight: f64,
    /// How well it fits, 0 to 1.
    pub value: f64,
    pub evidence: Evidence,
}

impl Contribution {
    /// What it adds to the score.
    pub fn points(&self) -> f64 {
        self.weight * self.value
    }

    /// What it keeps from a perfect score: the largest is the first honest gap.
    pub fn shortfall(&self) -> f64 {
        self.weight * (1.0 - self.value)
    }
}

/// The facts behind a value, for wording reasons and gaps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Evidence {
    Skills(SkillFit),
    Budget(PayFit),
    Availability(TimeFit),
    Place(PlaceFit),
    Rating {
        /// Bayesian mean in stars, 1 to 5: what is weighed.
        mean: f64,
        /// Sum of the stars: what is told.
        sum: u32,
        /// Reviews behind it; with 0 it is the prior alone.
        reviews: u32,
    },
    Language(LanguageFit),
    Answers(AnswerFit),
    Exposure(Exposure),
}

/// Which of the wanted skills are there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillFit {
    /// Must-haves first, the rarest first within each.
    pub matched: Vec<MatchedSkill>,
    /// Wanted skills that something close stands in for, in the same order. They are missing all the same.
    pub related: Vec<RelatedSkill>,
    /// The rarest first.
    pub missing_must: Vec<SkillId>,
    /// The rarest first.
    pub missing_nice: Vec<SkillId>,
    /// Wanted skills that the person doesn't want to be asked for, whether they have them or not.
    pub unwanted: Vec<SkillId>,
}

/// A wanted skill that the person has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchedSkill {
    pub id: SkillId,
    pub must: bool,
    pub level: Option<Level>,
    pub years: Option<u8>,
}

/// A wanted skill that a related one stands in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedSkill {
    pub id: SkillId,
    pub must: bool,
    /// What the person has instead.
    pub held: SkillId,
}

/// How the budget fits what the person asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PayFit {
    /// The budget reaches this part of the usual rate.
    Covers {
        /// Percent, rounded down; 100 and more covers it.
        percent: u16,
        /// Whether a rate of exchange or hours lie between the two numbers.
        about: bool,
    },
    /// The request names no budget.
    NoBudget,
    /// It begins below the rate and doesn't say where it ends.
    NoTop,
    /// The person names no rate.
    NoRate,
    /// The request doesn't state the hours that would make the two comparable.
    Incomparable { budget: Per, rate: Per },
}

/// How the languages fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LanguageFit {
    /// The request asks for none.
    NoneAsked,
    /// The person hasn't said which they speak; this one is asked for.
    Unknown { language: Code },
    /// All are spoken; this one least well.
    Spoken { language: Code, fluency: Fluency },
    /// This one isn't.
    Missing { language: Code },
}

/// How fast the two usually answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerFit {
    pub person: Answers,
    pub client: Answers,
}

/// How the place fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlaceFit {
    /// Remote, and any time zone will do.
    Anywhere,
    /// Remote within a range of offsets.
    Zone {
        /// Minutes outside the range; 0 inside.
        outside_min: u32,
        /// Minutes of an eight-hour day shared with the middle of the range.
        overlap_min: u32,
    },
    /// Remote within a range of offsets, and the person's time zone isn't known.
    ZoneUnknown,
    /// To be reached in person.
    Distance { km: u32, limit_km: u32, hybrid: bool },
    /// The request names a country only, and they are in it.
    SameCountry,
    /// The request names no place, or they don't: nothing to measure.
    Unknown,
}

/// How the time fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeFit {
    pub status: Status,
    /// First day they could work; `None` if they said they can't and not until when.
    pub from: Option<Day>,
    /// Days after the wanted start (or today) until then.
    pub wait_days: u32,
    pub hours_per_week: Option<u8>,
    pub needed_per_week: Option<u8>,
    pub load: Load,
}
