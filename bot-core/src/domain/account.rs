//! An account: a person or studio, and what they are here for.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::id::AccountId;
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

/// When nothing but urgent news is sent: minutes after local midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// Begin, 0..1440.
    pub from: u16,
    /// End, 0..1440. Equal to `from`: no quiet hours.
    pub until: u16,
}

impl QuietHours {
    /// 22:00 to 08:00.
    pub const NIGHT: Self = Self { from: 22 * 60, until: 8 * 60 };
    /// None at all.
    pub const NONE: Self = Self { from: 0, until: 0 };

    /// How many minutes of quiet are left at `minute` of the local day; 0 outside.
    pub fn minutes_left(self, minute: u16) -> u16 {
        const DAY: u16 = 24 * 60;
        let length = (self.until + DAY - self.from) % DAY;
        let into = (minute % DAY + DAY - self.from) % DAY;
        length.saturating_sub(into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_reach_over_midnight() {
        let night = QuietHours::NIGHT;
        assert_eq!(night.minutes_left(21 * 60 + 59), 0);
        assert_eq!(night.minutes_left(22 * 60), 600);
        assert_eq!(night.minutes_left(7 * 60 + 30), 30);
        assert_eq!(night.minutes_left(8 * 60), 0);
        assert_eq!(QuietHours::NONE.minutes_left(100), 0);
    }
}
