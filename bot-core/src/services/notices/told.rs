//! Whether the other side was told: for whoever did what they are told of.

use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::notify::notification::Notification;
use crate::services::tell::key;
use crate::storage::{Tx, deliveries};

/// Whether somebody was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// They were, at this time.
    At(Timestamp),
    /// They are being told.
    OnItsWay,
    /// It waits for their digest, or for the end of their quiet hours.
    Waits,
    /// They can't be reached; it is sent as soon as they can be.
    Unreachable,
    /// It isn't sent: they don't want such messages, or it is no longer true.
    Unsent,
}

/// Whether `recipient` was told `news`; none where nothing of the kind was ever on its way.
pub(in crate::services) async fn told(
    tx: &Tx,
    recipient: AccountId,
    news: &Notification,
) -> Result<Option<Told>, Fault> {
    let Some(found) = deliveries::find(tx, &key(recipient, news)).await? else { return Ok(None) };
    Ok(Some(match (found.state.as_str(), found.done_at) {
        ("sent", Some(at)) => Told::At(at),
        ("together", _) => Told::Waits,
        ("unreachable", _) => Told::Unreachable,
        ("dropped" | "dead" | "uncertain", _) => Told::Unsent,
        _ => Told::OnItsWay,
    }))
}
