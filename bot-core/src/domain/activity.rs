//! What happened: the append-only log behind every measure.

use serde::{Deserialize, Serialize};

use super::id::AccountId;
use super::time::Timestamp;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// What.
    pub kind: ActivityKind,
    /// Who did it; none for what the program did by itself.
    pub actor: Option<AccountId>,
    /// To what: `request`, `proposal`, `contract`, `account`.
    pub subject_kind: &'static str,
    /// Its id.
    pub subject: String,
    /// When.
    pub at: Timestamp,
}

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// An account was made.
    Joined,
    /// A profile was changed.
    ProfileChanged,
    /// A request was posted.
    Posted,
    /// A request that was out was changed.
    Changed,
    /// A request stays open longer.
    Extended,
    /// A request waits for a moderator.
    Held,
    /// A moderator, or its client, has ended that.
    Decided,
    /// A request was closed.
    Closed,
    /// Closing was taken back.
    Reopened,
    /// A request ran out.
    Expired,
    /// A match message was put on its way.
    Notified,
    /// A list showed it.
    Shown,
    /// It was opened.
    Viewed,
    /// "Not for me".
    Dismissed,
    /// A proposal was sent.
    Proposed,
    /// A proposal was taken back.
    Withdrawn,
    /// A proposal was accepted.
    Accepted,
    /// A proposal was declined.
    Declined,
    /// A person was reported.
    Reported,
    /// A person was blocked.
    Blocked,
    /// Two accounts said that they are one person.
    Linked,
    /// They aren't, or not any more.
    LinkStopped,
    /// Two accounts became one.
    Merged,
    /// Who somebody is on one platform was taken out of their account.
    Unlinked,
}

impl ActivityKind {
    /// The key under which rows name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::ProfileChanged => "profile_changed",
            Self::Posted => "posted",
            Self::Changed => "changed",
            Self::Extended => "extended",
            Self::Held => "held",
            Self::Decided => "decided",
            Self::Closed => "closed",
            Self::Reopened => "reopened",
            Self::Expired => "expired",
            Self::Notified => "notified",
            Self::Shown => "shown",
            Self::Viewed => "viewed",
            Self::Dismissed => "dismissed",
            Self::Proposed => "proposed",
            Self::Withdrawn => "withdrawn",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Reported => "reported",
            Self::Blocked => "blocked",
            Self::Linked => "linked",
            Self::LinkStopped => "link_stopped",
            Self::Merged => "merged",
            Self::Unlinked => "unlinked",
        }
    }
}
