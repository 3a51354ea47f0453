//! What counts how much, and from where on somebody is told.

use serde::{Deserialize, Serialize};

use crate::{Score, Signal};

/// Stands in the log beside every ranking. Raised with any change to a weight, a constant or a formula here.
pub const RANKER_VERSION: u32 = 1;

/// Parts each signal has in the score; only their proportions matter. All zero makes every score zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// 60: what somebody can do decides, the rest refines.
    pub skills: u16,
    /// 15: who is too far away has been vetoed already.
    pub place: u16,
    /// 15: time, likewise.
    pub availability: u16,
    /// 10: stars are inflated and say little (MARKET §5.3), so they decide between equals.
    pub rating: u16,
}

impl Default for Weights {
    fn default() -> Self {
        Self { skills: 60, place: 15, availability: 15, rating: 10 }
    }
}

impl Weights {
    /// The signal's share of the whole, 0 to 1.
    pub(crate) fn share(self, signal: Signal) -> f64 {
        let Self { skills, place, availability, rating } = self;
        let total: u32 = [skills, place, availability, rating].into_iter().map(u32::from).sum();
        let part = match signal {
            Signal::Skills => skills,
            Signal::Place => place,
            Signal::Availability => availability,
            Signal::Rating => rating,
        };
        if total == 0 { 0.0 } else { f64::from(part) / f64::from(total) }
    }
}

/// Where a list is cut.
///
/// With the default weights, all else perfect and no reviews yet: every must-have at a working level and no nice-to-have
/// asked for gives 0.90, all of the nice-to-haves missing 0.80; two of three equal must-haves give 0.73 to 0.79, one of
/// two 0.64 to 0.69.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    /// From here on a match is strong, if no must-have is missing.
    pub strong: Score,
    /// From here on somebody is matched at all.
    pub fair: Score,
    /// From here on somebody not matched is a near miss.
    pub near: Score,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            strong: Score::from_millionths(780_000),
            fair: Score::from_millionths(700_000),
            near: Score::from_millionths(550_000),
        }
    }
}
