//! A request kept to be posted again.

use super::id::{AccountId, TemplateId};
use super::request::Brief;
use super::time::Timestamp;

/// How many a client keeps at most.
pub const KEPT: usize = 25;

/// What a client posts again and again.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// The id.
    pub id: TemplateId,
    /// Whose it is.
    pub account: AccountId,
    /// What it says.
    pub brief: Brief,
    /// When it was kept.
    pub created_at: Timestamp,
}
