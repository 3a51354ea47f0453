//! What a member tells the moderators.

use serde::{Deserialize, Serialize};

use super::id::{AccountId, ReportId};
use super::time::Timestamp;

/// The longest note, in characters.
pub const NOTE: u16 = 1_000;

/// What a member tells the moderators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The id.
    pub id: ReportId,
    /// Who reports.
    pub reporter: AccountId,
    /// What is reported.
    pub subject: ReportSubject,
    /// Why, in the reporter's words.
    pub note: String,
    /// When.
    pub created_at: Timestamp,
}

/// What is reported: the kind and the id of the entity, as rows name them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportSubject {
    /// `account`, `request`, `proposal` or `contract`.
    pub kind: String,
    /// Its id.
    pub id: String,
}
