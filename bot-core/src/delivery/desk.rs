//! What every loop of the delivery works with.

use std::fmt;
use std::time::Duration;

use futures::future::BoxFuture;

use super::checkpoint::{Checkpoints, Listener};
use super::{Owner, Wakes};
use crate::clock::SharedClock;
use crate::domain::time::Timestamp;
use crate::error::{Error, Fault, Never};
use crate::ids::SharedIds;
use crate::storage::{Storage, Tx};

/// How long a lease lasts that nobody prolongs.
pub const LEASE: Duration = Duration::from_secs(30);

/// The database, the clock, the wake-ups and the name of this process. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    /// The database.
    pub storage: Storage,
    /// The clock.
    pub clock: SharedClock,
    /// Ids and randomness.
    pub ids: SharedIds,
    /// The wake-ups.
    pub wakes: Wakes,
    /// Under which name leases are held.
    pub owner: Owner,
    pub(crate) checkpoints: Listener,
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").field("owner", &self.owner).finish_non_exhaustive()
    }
}

impl Desk {
    /// A desk whose checkpoints nobody listens to.
    pub fn new(storage: Storage, clock: SharedClock, ids: SharedIds, wakes: Wakes, owner: Owner) -> Self {
        Self { storage, clock, ids, wakes, owner, checkpoints: Listener::default() }
    }

    /// With a listener for the moments of [`super::checkpoint`].
    #[must_use]
    pub fn with_checkpoints(mut self, checkpoints: Checkpoints) -> Self {
        self.checkpoints = Listener(checkpoints);
        self
    }

    /// Tells the listener that such a moment is reached.
    pub fn reached(&self, checkpoint: &'static str) {
        self.checkpoints.reached(checkpoint);
    }

    /// Now.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// When a lease taken now ends.
    pub(crate) fn lease_end(&self) -> Timestamp {
        self.now().plus_millis(millis(LEASE))
    }

    /// Writes an outcome that must not be lost: while the database refuses, it is tried again. Rows are guarded by
    /// their fences, so this runs as a claim does.
    pub(crate) async fn record<'w, T>(
        &self,
        work: impl Fn(Tx) -> BoxFuture<'w, Result<T, Error<Never>>> + Send + Sync,
    ) -> Result<T, Fault> {
        let mut pause = Duration::from_millis(100);
        loop {
            match self.storage.claim(&work).await.map_err(Fault::from) {
                Err(Fault::Storage(error)) => {
                    tracing::error!(%error, "an outcome can't be written, trying again");
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(Duration::from_secs(5));
                }
                other => return other,
            }
        }
    }
}

/// A span of time in whole milliseconds, rounded up: waiting less than told is the worse mistake.
pub(crate) fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_nanos().div_ceil(1_000_000)).unwrap_or(i64::MAX)
}
