//! Where a test's notices arrive: everything that was sent, chat by chat.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bot_core::delivery::messenger::{Found, Gone, Messenger, Outcome, Outgoing};
use bot_core::domain::identity::Platform;
use bot_core::domain::time::Timestamp;
use bot_core::ui::view::View;
use futures::FutureExt as _;
use futures::future::BoxFuture;

/// Keeps what is sent on one platform.
#[derive(Debug, Clone)]
pub struct Mailbox {
    platform: Platform,
    held: Arc<Mutex<Held>>,
}

#[derive(Debug, Default)]
struct Held {
    sent: HashMap<String, Vec<View>>,
    closed: Vec<String>,
    count: u64,
}

impl Mailbox {
    /// An empty one.
    pub fn new(platform: Platform) -> Self {
        Self { platform, held: Arc::default() }
    }

    /// From now on nothing reaches this chat.
    pub fn close(&self, address: &str) {
        self.lock().closed.push(address.to_owned());
    }

    /// What has arrived in a chat, oldest first.
    pub fn of(&self, address: &str) -> Vec<View> {
        self.lock().sent.get(address).cloned().unwrap_or_default()
    }

    /// How much has arrived in all chats.
    pub fn count(&self) -> u64 {
        self.lock().count
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn deliver(&self, message: &Outgoing) -> Outcome {
        let mut held = self.lock();
        if held.closed.contains(&message.chat.address) {
            return Outcome::Gone { why: Gone::Blocked };
        }
        held.count += 1;
        let number = held.count;
        held.sent.entry(message.chat.address.clone()).or_default().push(message.view.clone());
        Outcome::Sent { message: number.to_string() }
    }
}

impl Messenger for Mailbox {
    fn platform(&self) -> Platform {
        self.platform
    }

    fn send<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Outcome> {
        async move { self.deliver(message) }.boxed()
    }

    fn find<'a>(&'a self, _message: &'a Outgoing, _since: Timestamp) -> BoxFuture<'a, Found> {
        async { Found::CannotTell }.boxed()
    }

    fn repeat_window(&self) -> Option<Duration> {
        None
    }
}
