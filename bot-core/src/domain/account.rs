//! An account: a person or studio, and what they are here for.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::id::AccountId;
use super::link::WaitingLink;
pub use super::quiet::QuietHours;
use super::time::Timestamp;

/// A person or studio on this instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The id.
    pub id: AccountId,
    /// Where it stands.
    pub state: AccountState,
    /// What it is here for.
    pub roles: Roles,
    /// Its time zone.
    pub zone: Tz,
    /// Whether the member told us the zone; otherwise it is a guess.
    pub zone_known: bool,
    /// Whether match messages were turned on.
    pub match_notices: bool,
    /// When nothing but urgent news is sent.
    pub quiet: QuietHours,
    /// When the terms were accepted.
    pub terms_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// The account it waits to become one with.
    pub link: Option<WaitingLink>,
    /// Counts its changes.
    pub version: i64,
}

/// Where an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountState {
    /// In use.
    Active,
    /// The member asked for deletion: hidden and silent until it is carried out at this time.
    Leaving {
        /// When it is erased.
        erase_at: Timestamp,
    },
    /// Erased. Its rows stay for the other side's records, without a name.
    Erased,
    /// It has become part of another account, which has all that was its own.
    Merged {
        /// Which.
        into: AccountId,
    },
}

/// What somebody is here for. Both may be true.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roles {
    /// Looks for work: freelancer.
    pub works: bool,
    /// Looks for people: client.
    pub hires: bool,
}

impl Roles {
    /// Reads the catalogue's choice.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "freelancer" => Some(Self { works: true, hires: false }),
            "client" => Some(Self { works: false, hires: true }),
            "both" => Some(Self { works: true, hires: true }),
            _ => None,
        }
    }

    /// Whether a role was chosen at all.
    pub const fn chosen(self) -> bool {
        self.works || self.hires
    }
}
