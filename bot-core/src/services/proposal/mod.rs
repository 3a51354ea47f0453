//! Proposals: preparing, sending, taking back, deciding.

mod decide;
mod prepare;
mod read;
mod send;

pub use decide::{accept, decline, reopen};
pub use prepare::{edit, prepare};
pub use read::{ProposalCard, card, find_by_reference, list};
pub(super) use send::end_for_leaver;
pub use send::{send, withdraw};

use crate::domain::proposal::ProposalState;
use crate::domain::request::RequestState;

/// Why a proposal isn't changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalRefusal {
    /// There is none, or it isn't yours: the two are never told apart.
    NotAvailable,
    /// It changed in between: nothing is agreed on terms nobody has seen.
    Changed,
    /// It stands where this can't be done.
    WrongState(ProposalState),
    /// The request no longer takes proposals.
    RequestEnded(RequestState),
    /// It names no price yet.
    NoPrice,
    /// Too many were sent in the last 24 hours.
    TooMany {
        /// How many a day are allowed.
        per_day: i64,
    },
    /// The moment for taking it back has passed.
    TooLate,
}
