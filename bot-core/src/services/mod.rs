//! Use cases: verbs that change things, and authorised `read` models.
//!
//! A service words nothing and renders nothing: it returns what happened, or its own kind of refusal.

pub mod account;
mod activity;
pub mod authority;
mod call;
pub mod contract;
pub mod dashboard;
pub mod drafts;
mod hiding;
pub mod import;
pub mod link;
mod links;
pub mod matching;
pub mod notices;
pub mod profile;
pub mod proposal;
pub mod request;
mod rules;
pub mod safety;
pub mod screens;
pub mod search;
mod tell;

use crate::clock::SharedClock;
use crate::delivery::checkpoint::Listener;
use crate::delivery::wakes::Wakes;
use crate::ids::SharedIds;
use crate::storage::Storage;

pub use activity::ActivityBuffer;
pub use call::{Call, FORM, Subject};
pub use links::Links;
pub use rules::{Operator, Rules};

/// What every use case needs.
#[derive(Debug)]
pub struct Services {
    /// The database.
    pub storage: Storage,
    /// The time.
    pub clock: SharedClock,
    /// New ids and randomness.
    pub ids: SharedIds,
    /// Bells of the queues.
    pub wakes: Wakes,
    /// Told when a change stands.
    pub(crate) checkpoints: Listener,
    /// What the operator configured.
    pub rules: Rules,
    /// Where links into our own chats lead.
    pub links: Links,
    /// Views on their way to the activity log.
    pub activity: ActivityBuffer,
    /// The columns that matching scans.
    pub columns: matching::Columns,
}
