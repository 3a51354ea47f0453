//! How a person and a request already stand to each other.

use std::{collections::HashMap, ops::BitOr};

use serde::{Deserialize, Serialize};

use crate::{PersonKey, WantedKey};

/// A set of flags about one pair; [`Relation::NONE`] for strangers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Relation(u8);

impl Relation {
    pub const NONE: Self = Self(0);
    /// The person posted the request.
    pub const OWN: Self = Self(1);
    /// Either has blocked the other.
    pub const BLOCKED: Self = Self(1 << 1);
    /// They have already proposed, or been offered it and answered.
    pub const ANSWERED: Self = Self(1 << 2);
    /// They said "not for me".
    pub const DISMISSED: Self = Self(1 << 3);

    /// Whether all flags of `other` are set here.
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Relation {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The pairs that are no strangers.
#[derive(Clone, Debug, Default)]
pub struct Relations(HashMap<(WantedKey, PersonKey), Relation>);

impl Relations {
    /// Adds flags to what is known of a pair.
    pub fn add(&mut self, wanted: WantedKey, person: PersonKey, relation: Relation) {
        let known = self.0.entry((wanted, person)).or_default();
        *known = *known | relation;
    }

    /// What is known of a pair.
    pub fn of(&self, wanted: WantedKey, person: PersonKey) -> Relation {
        self.0.get(&(wanted, person)).copied().unwrap_or_default()
    }
}
