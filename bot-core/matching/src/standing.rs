//! How somebody stands: answers, open contracts, how often they are asked.

use serde::{Deserialize, Serialize};

/// How fast somebody answered so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Median minutes until an answer; `None` before the first.
    pub median_min: Option<u32>,
    /// How many answers it is the median of.
    pub count: u32,
}

/// Work somebody has already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    /// Contracts that run.
    pub open: u32,
    /// How many they take at once; `None` if they don't say.
    pub slots: Option<u8>,
}

impl Load {
    /// Whether everything they take at once is taken.
    pub fn is_full(self) -> bool {
        self.slots.is_some_and(|slots| self.open >= u32::from(slots))
    }
}

/// How often somebody is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exposure {
    /// They are new, and nobody could know them yet: they always keep the full value.
    pub newcomer: bool,
    /// Match messages in the last seven days.
    pub notices: u32,
}
