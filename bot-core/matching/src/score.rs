//! The score: whole millionths, so that order and thresholds are exact.

use serde::{Deserialize, Serialize};

/// A score from 0 to 1, in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Score(u32);

impl Score {
    pub const MAX: Self = Self(1_000_000);

    /// From millionths, at most one whole.
    pub const fn from_millionths(millionths: u32) -> Self {
        if millionths > Self::MAX.0 { Self::MAX } else { Self(millionths) }
    }

    /// In millionths: what is stored and logged.
    pub const fn millionths(self) -> u32 {
        self.0
    }

    /// From 0 to 1.
    pub fn ratio(self) -> f64 {
        f64::from(self.0) / f64::from(Self::MAX.0)
    }

    /// Rounded from a ratio; what lies outside 0 to 1 is clamped.
    pub(crate) fn from_ratio(ratio: f64) -> Self {
        Self((ratio.clamp(0.0, 1.0) * f64::from(Self::MAX.0)).round() as u32)
    }
}
