//! What counts how much, by default and tuned, and where lists are cut.

use serde::{Deserialize, Serialize};

use crate::{Score, Signal};

/// Stands in the log beside every ranking. Raised with any change to a weight, a constant or a formula here.
pub const RANKER_VERSION: u32 = 3;

/// Parts each signal has in the score; only their proportions matter. All zero makes every score zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// 110: what somebody can do decides, the rest refines.
    pub skills: u32,
    /// 24: what is paid, against what is asked.
    pub budget: u32,
    /// 20: time.
    pub availability: u32,
    /// 16: who is too far away has been vetoed already.
    pub place: u32,
    /// 12: stars are inflated and say little (MARKET §5.3), so they decide between equals.
    pub rating: u32,
    /// 6: who lacks a language has been vetoed already.
    pub language: u32,
    /// 6: how fast the two answer.
    pub answers: u32,
    /// 6: newcomers get their chance, the over-asked some rest.
    pub exposure: u32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            skills: 110,
            budget: 24,
            availability: 20,
            place: 16,
            rating: 12,
            language: 6,
            answers: 6,
            exposure: 6,
        }
    }
}

impl Weights {
    /// The default as a member tuned it.
    pub fn tuned(tuning: Tuning) -> Self {
        let usual = Self::default();
        Self {
            skills: tuning.skills.of(usual.skills),
            budget: tuning.price.of(usual.budget),
            availability: tuning.timing.of(usual.availability),
            place: tuning.place.of(usual.place),
            rating: tuning.reputation.of(usual.rating),
            answers: tuning.reputation.of(usual.answers),
            ..usual
        }
    }

    /// The parts that `signal` has.
    pub const fn part(&self, signal: Signal) -> u32 {
        match signal {
            Signal::Skills => self.skills,
            Signal::Budget => self.budget,
            Signal::Availability => self.availability,
            Signal::Place => self.place,
            Signal::Rating => self.rating,
            Signal::Language => self.language,
            Signal::Answers => self.answers,
            Signal::Exposure => self.exposure,
        }
    }

    /// The signal's share of the whole, 0 to 1.
    pub(crate) fn share(&self, signal: Signal) -> f64 {
        let total: f64 = Signal::ALL.into_iter().map(|each| f64::from(self.part(each))).sum();
        if total > 0.0 { f64::from(self.part(signal)) / total } else { 0.0 }
    }
}

/// How much a member lets something count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    Off,
    /// Half as much as usual.
    Less,
    #[default]
    Normal,
    /// Twice as much as usual.
    More,
}

impl Step {
    /// Every step, the least first.
    pub const ALL: [Self; 4] = [Self::Off, Self::Less, Self::Normal, Self::More];

    /// From the stored number, 0 to 3.
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            0 => Some(Self::Off),
            1 => Some(Self::Less),
            2 => Some(Self::Normal),
            3 => Some(Self::More),
            _ => None,
        }
    }

    /// The stored number.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// One step up.
    #[must_use]
    pub const fn raised(self) -> Self {
        match self {
            Self::Off => Self::Less,
            Self::Less => Self::Normal,
            Self::Normal | Self::More => Self::More,
        }
    }

    const fn of(self, usual: u32) -> u32 {
        match self {
            Self::Off => 0,
            Self::Less => usual / 2,
            Self::Normal => usual,
            Self::More => usual * 2,
        }
    }
}

/// What a member lets count in the lists that are made for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tuning {
    pub skills: Step,
    pub price: Step,
    pub timing: Step,
    /// Distance, or hours on the clock.
    pub place: Step,
    /// Reviews, and how fast somebody answers.
    pub reputation: Step,
}

impl Tuning {
    /// Its steps as five digits, in the order of the fields: `22222` where nothing was tuned.
    pub fn digits(self) -> String {
        let steps = [self.skills, self.price, self.timing, self.place, self.reputation];
        steps.into_iter().map(|step| char::from(b'0' + step.number())).collect()
    }
}

/// Where a list is cut.
///
/// With the default weights, all else known and perfect, nobody reviewed and no answers yet: every must-have at a working
/// level and no nice-to-have asked for gives 0.90, all of the nice-to-haves missing 0.81; two of three equal must-haves
/// give 0.75 to 0.80, one of two 0.67 to 0.71. A price that isn't known takes 0.03 from each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    /// From here on a match is strong, if no must-have is missing and the price is about right.
    pub strong: Score,
    /// From here on somebody is matched at all.
    pub fair: Score,
    /// From here on somebody not matched is a near miss.
    pub near: Score,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            strong: Score::from_millionths(770_000),
            fair: Score::from_millionths(715_000),
            near: Score::from_millionths(550_000),
        }
    }
}
