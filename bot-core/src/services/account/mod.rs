//! Accounts: arriving, choosing a role, settings, being reachable, leaving.

mod arrival;
mod leaving;
mod reach;
mod settings;

pub use arrival::{Member, arrive, find, find_by_identity};
pub(super) use arrival::{admit, newcomer};
pub use leaving::{ask_to_leave, due_to_erase, erase, stay};
pub use reach::{direct_chat, reach, reachable};
pub(in crate::services) use settings::changed;
pub use settings::{Joining, choose_roles, join, set_match_notices, set_quiet_hours, set_zone};

use crate::domain::time::Timestamp;

/// Why an account isn't changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountRefusal {
    /// It isn't yours.
    NotYours,
    /// It changed in between.
    Changed,
    /// The account waits to become one with another.
    Waits {
        /// Until then.
        opens_at: Timestamp,
    },
}
