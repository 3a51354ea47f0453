//! Requests: drafting, posting, closing, ending by themselves, being seen.

mod close;
mod draft;
mod expiry;
mod post;
mod read;

pub use close::close;
pub(super) use close::{end_for_leaver, lapse_others};
pub(super) use draft::new_draft;
pub use draft::{draft, edit, mark_musts};
pub use expiry::{EXPIRE, expire_due, warn_due};
pub use post::post;
pub use read::{PublicRequest, RequestCard, Viewer, card, find_by_reference, list_of, list_public};

use crate::domain::request::RequestState;

/// The kind of the task that ranks people for a request.
pub const RANK: &str = "rank_request";

/// Why a request isn't changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestRefusal {
    /// There is none, or it isn't yours: the two are never told apart.
    NotAvailable,
    /// It changed in between.
    Changed,
    /// It stands where this can't be done.
    WrongState(RequestState),
    /// Nothing says what is needed: no skill at all.
    NoSkills,
    /// Too many were posted in the last 24 hours.
    TooMany {
        /// How many a day are allowed.
        per_day: i64,
    },
    /// Hiring hasn't been switched on.
    NotHiring,
}
