//! Wake-ups: a queue's loops look at once instead of at their next poll.
//!
//! A lost one costs a second, never a row.

use std::sync::Arc;

use tokio::sync::watch;

/// One wake-up for each queue. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Wakes {
    /// Something came in.
    pub inbox: Wake,
    /// Something is to be sent.
    pub outbox: Wake,
    /// A task was written.
    pub tasks: Wake,
}

/// A wake-up that any number of loops hear.
#[derive(Debug, Clone)]
pub struct Wake {
    rung: Arc<watch::Sender<()>>,
}

impl Default for Wake {
    fn default() -> Self {
        Self { rung: Arc::new(watch::Sender::new(())) }
    }
}

impl Wake {
    /// Wakes every loop of the queue.
    pub fn ring(&self) {
        self.rung.send_replace(());
    }

    /// Hears every wake-up from now on, those included that come while nobody waits.
    pub(crate) fn listen(&self) -> Listener {
        Listener { heard: self.rung.subscribe() }
    }
}

/// A loop's ear.
#[derive(Debug)]
pub(crate) struct Listener {
    heard: watch::Receiver<()>,
}

impl Listener {
    /// Waits for a wake-up since the last one heard.
    pub(crate) async fn heard(&mut self) {
        // The sender lives as long as the `Wakes` the loop itself holds.
        if self.heard.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
