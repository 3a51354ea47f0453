//! Requests: drafting, posting, changing, closing, ending, being seen.

mod change;
mod close;
mod draft;
mod expiry;
mod extend;
mod guard;
mod hold;
mod post;
mod read;
mod template;

pub use change::{drop_change, make_change};
pub use close::{SETTLE, close, reopen, settle};
pub(super) use close::{end_for_leaver, lapse_others};
pub(super) use draft::new_draft;
pub use draft::{Corrected, copy, correct, draft, draft_read, mark_musts};
pub use expiry::{EXPIRE, expire_due, warn_due};
pub use extend::extend;
pub use hold::{HeldRequest, list_held, refuse, release, take_back};
pub use post::post;
pub use read::{
    DraftCard, PublicRequest, RequestCard, Viewer, card, change, draft_card, find_by_reference, list_of,
    list_public,
};
pub use template::{forget_template, keep_template, list_templates, use_template};

use crate::domain::grounds::Field;
use crate::domain::id::RequestId;
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
    /// A question is open: what was said there would be lost.
    Unanswered(Field),
    /// The same is out, or with a moderator, already.
    Duplicate(RequestId),
    /// Too many were posted in the last 24 hours.
    TooMany {
        /// How many a day are allowed.
        per_day: i64,
    },
    /// Too many were posted on the account's first day.
    TooManyForNew {
        /// How many are allowed.
        first_day: i64,
    },
    /// It stays open as long as it may already.
    OpenLongest,
    /// The moment for taking it back has passed.
    TooLate,
    /// As many templates as there may be.
    TemplatesFull,
    /// Hiring hasn't been switched on.
    NotHiring,
}
