//! The durable inbox: what came in is stored, then handled, then answered.

mod secret;
mod worker;

use std::fmt;
use std::time::Duration;

use futures::future::BoxFuture;

pub use crate::storage::cursors::Cursor;
pub use secret::without_tokens;
pub use worker::InboxWorker;

use super::{Desk, checkpoint};
use crate::domain::identity::Platform;
use crate::domain::time::Timestamp;
use crate::error::{Error, Fault, Never};
use crate::storage::inbox::INBOX;
use crate::storage::{cursors, inbox};
use crate::ui::interaction::EventId;

/// The inbox, as adapters see it. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Inbox {
    desk: Desk,
}

/// An event of a platform.
#[derive(Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Its id: an event that comes twice is stored once.
    pub id: EventId,
    /// What is handled one at a time: `discord:<user>`, `telegram:<chat>`.
    pub lane: String,
    /// The platform's raw JSON. Sealed at rest, erased once it is answered.
    pub body: String,
}

/// An event a handler is to handle.
#[derive(Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Its id.
    pub id: EventId,
    /// The platform's raw JSON; after 15 minutes without its tokens.
    pub body: String,
    /// When it was stored.
    pub received_at: Timestamp,
    /// Which try this is, from 1.
    pub attempt: u32,
    /// Where an earlier try made the change already, what that was about: answer with `App::resume`, change nothing.
    pub handled: Option<Option<String>>,
}

/// What became of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handled {
    /// The person was answered, or nothing was to be answered.
    Answered,
    /// It was handled, but there is nowhere to answer.
    Unanswered(String),
    /// Not yet: the platform or something of ours wasn't there.
    Retry {
        /// How long to wait.
        after: Duration,
        /// Why.
        why: String,
    },
}

/// A platform's handler of stored events.
pub trait EventHandler: Send + Sync + fmt::Debug {
    /// Whose events it handles.
    fn platform(&self) -> Platform;

    /// Handles one event. Called again with the same event until it was answered, so it changes things only through
    /// services that mark the event as handled in the same transaction.
    fn handle(&self, event: Claimed) -> BoxFuture<'_, Handled>;
}

impl fmt::Debug for NewEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewEvent").field("id", &self.id).finish_non_exhaustive()
    }
}

impl fmt::Debug for Claimed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Claimed")
            .field("id", &self.id)
            .field("attempt", &self.attempt)
            .finish_non_exhaustive()
    }
}

impl Inbox {
    /// The inbox of this process.
    pub fn new(desk: Desk) -> Self {
        Self { desk }
    }

    /// Stores events, those that are there already left out, and in the same transaction a cursor; then wakes the
    /// worker. How many were new.
    pub async fn store(&self, events: Vec<NewEvent>, cursor: Option<Cursor>) -> Result<usize, Fault> {
        let now = self.desk.now();
        let (events, cursor) = (&events, &cursor);
        self.desk
            .storage
            .write(|tx| {
                Box::pin(async move {
                    let mut new = 0;
                    for event in events {
                        let platform = platform_of(&event.id)?;
                        let stored =
                            inbox::insert(&tx, &event.id, platform, &event.lane, &event.body, now).await?;
                        new += usize::from(stored);
                    }
                    if let Some(cursor) = cursor {
                        cursors::put(&tx, cursor).await?;
                    }
                    let desk = self.desk.clone();
                    tx.after_commit(move || {
                        desk.reached(checkpoint::INBOX_COMMITTED);
                        desk.wakes.inbox.ring();
                    });
                    Ok::<_, Error<Never>>(new)
                })
            })
            .await
            .map_err(Fault::from)
    }

    /// The cursor named so, if one was stored.
    pub async fn cursor(&self, name: &str) -> Result<Option<Cursor>, Fault> {
        cursors::find(&self.desk.storage.read().await?, name).await
    }

    /// Tells who listens that a moment of [`checkpoint`] is reached: an adapter knows of some that the core doesn't.
    pub fn reached(&self, checkpoint: &'static str) {
        self.desk.reached(checkpoint);
    }

    /// How many events wait.
    pub async fn backlog(&self) -> Result<i64, Fault> {
        INBOX.count_open(&self.desk.storage.read().await?).await
    }
}

/// The platform an event's id begins with.
fn platform_of(id: &EventId) -> Result<Platform, Fault> {
    id.0.split_once(':')
        .and_then(|(platform, _)| Platform::from_key(platform))
        .ok_or_else(|| Fault::Other(format!("the event id {} names no platform", id.0)))
}
