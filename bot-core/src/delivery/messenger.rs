//! The port through which a platform sends what nobody asked for just now.

use std::fmt::Debug;
use std::time::Duration;

use futures::future::BoxFuture;

use crate::domain::identity::Platform;
use crate::domain::time::Timestamp;
use crate::ui::interaction::Chat;
use crate::ui::view::View;

/// A platform's sender. It keeps to the platform's limits by itself, and answers [`Outcome::NotSent`] with the wait
/// where the platform named one.
pub trait Messenger: Send + Sync + Debug {
    /// Which platform.
    fn platform(&self) -> Platform;

    /// Sends one message and says what is known of its fate.
    fn send<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Outcome>;

    /// Whether an attempt made at or after `since`, whose outcome is unknown, reached the chat.
    fn find<'a>(&'a self, message: &'a Outgoing, since: Timestamp) -> BoxFuture<'a, Found>;

    /// How long after the first attempt the platform itself drops repeats of the same key; none: it never does.
    fn repeat_window(&self) -> Option<Duration>;
}

/// A message on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The stable id of what is sent: the same on every try.
    pub key: String,
    /// Where to.
    pub chat: Chat,
    /// What: the same on every try.
    pub view: View,
    /// Whether it arrives without a sound.
    pub silent: bool,
    /// From 1; above 1, earlier tries may already stand in the chat, and the recipient is told that this may be a
    /// repeat where the platform can't drop it.
    pub attempt: u32,
}

/// What is known of a message's fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It stands in the chat.
    Sent {
        /// The platform's id of it.
        message: String,
    },
    /// It was certainly not sent: no connection, or a refusal.
    NotSent {
        /// Why.
        why: String,
        /// How long the platform told us to wait: its lane waits exactly so long.
        retry_after: Option<Duration>,
    },
    /// Nobody can tell: no answer after the request was written, or a server error.
    Unknown {
        /// Why.
        why: String,
    },
    /// This chat can't be written to until the person acts.
    Gone {
        /// Why.
        why: Gone,
    },
}

/// Why a chat can't be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// The person blocked the bot, or is deactivated.
    Blocked,
    /// The person takes no direct messages.
    DirectClosed,
    /// There is no such chat.
    NoSuchChat,
}

/// Whether a message stands in its chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It does, under this id.
    There(String),
    /// It doesn't.
    NotThere,
    /// The platform has no way to tell.
    CannotTell,
    /// The platform could not be asked now.
    Later {
        /// Why.
        why: String,
        /// How long the platform told us to wait.
        retry_after: Option<Duration>,
    },
}
