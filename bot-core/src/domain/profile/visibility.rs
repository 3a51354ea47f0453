//! Who sees a profile.

use serde::{Deserialize, Serialize};

/// Who sees a profile. Whoever got a proposal from its owner always does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    /// Everyone, in search too.
    #[default]
    Everyone,
    /// Clients with a posted request that it fits.
    Matched,
    /// Nobody else.
    Hidden,
}

impl Visibility {
    /// Every visibility, the widest first.
    pub const ALL: [Self; 3] = [Self::Everyone, Self::Matched, Self::Hidden];

    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Matched => "matched",
            Self::Hidden => "hidden",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visibility| visibility.key() == key)
    }
}
