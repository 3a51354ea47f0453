//! Skills as numbers, and how well somebody has one.

use serde::{Deserialize, Serialize};

/// A skill's dense number in this process. The stored key is the vocabulary's slug; never store this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SkillId(pub u32);

/// How well, as people say it of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    Beginner,
    Working,
    Advanced,
    Expert,
}

impl Level {
    /// From the stored number, 1 to 4.
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::Beginner),
            2 => Some(Self::Working),
            3 => Some(Self::Advanced),
            4 => Some(Self::Expert),
            _ => None,
        }
    }
}

/// One skill a person says they have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    pub id: SkillId,
    /// `None` until they say: onboarding asks for names only.
    pub level: Option<Level>,
    pub years: Option<u8>,
}
