//! What the clock alone causes, in one process at a time: each chore once in every period.

use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::delivery::Desk;
use crate::delivery::desk::millis;
use crate::delivery::inbox::without_tokens;
use crate::delivery::lease::Lease;
use crate::domain::time::{DAY_MS, MINUTE_MS, Timestamp};
use crate::error::{Error, Fault, Never};
use crate::storage::cursors::{self, Cursor};
use crate::storage::{Storage, Tx, changes, drafts, inbox, leases, outbox, tasks};

/// How often is looked whether a chore is due.
const LOOK: Duration = Duration::from_secs(5);

/// After so long an interaction's token answers nothing any more.
const TOKEN_LIFE_MS: i64 = 15 * MINUTE_MS;
/// How long bodies and notices are kept once they are dealt with.
const BODIES_MS: i64 = 30 * DAY_MS;
/// How long a notice's key is remembered, so that it isn't told again: 13 months.
const KEYS_MS: i64 = 396 * DAY_MS;
/// How long a half-filled form is kept.
const DRAFTS_MS: i64 = 14 * DAY_MS;
/// How long changes stand in the feed.
const CHANGES_MS: i64 = 7 * DAY_MS;

/// Something that is done again and again.
pub trait Chore: Send + Sync + Debug {
    /// Its name, under which its last run is kept.
    fn name(&self) -> &'static str;

    /// How much time lies between two runs.
    fn every(&self) -> Duration;

    /// Does it. `now` is when the run was due to begin.
    fn run(&self, now: Timestamp) -> BoxFuture<'_, Result<(), Fault>>;
}

/// The loop that runs chores.
#[derive(Debug)]
pub struct Chores {
    desk: Desk,
    lease: Lease,
    due: Vec<Arc<dyn Chore>>,
}

impl Chores {
    /// These chores, beside the delivery's own.
    pub fn new(desk: Desk, mut chores: Vec<Arc<dyn Chore>>) -> Self {
        chores.push(Arc::new(EraseTokens { storage: desk.storage.clone() }));
        chores.push(Arc::new(EraseOld { storage: desk.storage.clone() }));
        Self { lease: Lease::new(desk.clone(), "chores".to_owned()), desk, due: chores }
    }

    /// Runs chores until `stop`.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        loop {
            match self.lease.hold().await {
                Ok(Some(fence)) => self.round(fence).await,
                Ok(None) => (),
                Err(error) => tracing::warn!(%error, "could not take the lease on the chores"),
            }
            tokio::select! {
                () = stop.cancelled() => break,
                () = sleep(LOOK) => (),
            }
        }
        self.lease.release().await?;
        Ok(())
    }

    async fn round(&self, fence: i64) {
        for chore in &self.due {
            let ran = match self.begin(&**chore, fence).await {
                Ok(Some(now)) => chore.run(now).await,
                Ok(None) => Ok(()),
                Err(error) => Err(error),
            };
            if let Err(error) = ran {
                metrics::counter!("guildhall_chore_failures_total", "chore" => chore.name()).increment(1);
                tracing::error!(chore = chore.name(), %error, "a chore failed and waits for its next turn");
            }
        }
    }

    /// Notes that this turn is run now, if it is due and this process still holds the lease.
    async fn begin(&self, chore: &dyn Chore, fence: i64) -> Result<Option<Timestamp>, Fault> {
        let now = self.desk.now();
        let name = format!("chore:{}", chore.name());
        let (name, every) = (&name, millis(chore.every()));
        self.desk
            .storage
            .claim(|tx| {
                Box::pin(async move {
                    let last = cursors::find(&tx, name).await?;
                    if last.is_some_and(|last| (0..every).contains(&(now.millis() - last.at.millis())))
                        || !leases::holds(&tx, self.lease.name(), self.desk.owner.name(), fence).await?
                    {
                        return Ok::<_, Error<Never>>(None);
                    }
                    cursors::put(&tx, &Cursor { name: name.clone(), value: fence, at: now }).await?;
                    Ok(Some(now))
                })
            })
            .await
            .map_err(Fault::from)
    }
}

/// Erases the tokens of interactions that can't be answered by them any more.
#[derive(Debug)]
struct EraseTokens {
    storage: Storage,
}

impl Chore for EraseTokens {
    fn name(&self) -> &'static str {
        "erase_tokens"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run(&self, now: Timestamp) -> BoxFuture<'_, Result<(), Fault>> {
        Box::pin(async move {
            let before = now.plus_millis(-TOKEN_LIFE_MS);
            let erased = self
                .storage
                .write(|tx| {
                    Box::pin(async move {
                        Ok::<_, Error<Never>>(inbox::erase_secrets(&tx, before, without_tokens).await?)
                    })
                })
                .await?;
            if erased > 0 {
                tracing::info!(erased, "erased the tokens of interactions that were not answered in time");
            }
            Ok(())
        })
    }
}

/// Erases what has been kept for as long as it may be.
#[derive(Debug)]
struct EraseOld {
    storage: Storage,
}

impl Chore for EraseOld {
    fn name(&self) -> &'static str {
        "erase_old"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run(&self, now: Timestamp) -> BoxFuture<'_, Result<(), Fault>> {
        Box::pin(async move {
            let erased: Result<(), Error<Never>> =
                self.storage.write(|tx| Box::pin(async move { Ok(erase_old(&tx, now).await?) })).await;
            Ok(erased?)
        })
    }
}

async fn erase_old(tx: &Tx, now: Timestamp) -> Result<(), Fault> {
    let before = |age_ms: i64| now.plus_millis(-age_ms);
    inbox::erase_old(tx, before(BODIES_MS)).await?;
    outbox::erase_old(tx, before(BODIES_MS), before(KEYS_MS)).await?;
    tasks::delete_old(tx, before(BODIES_MS)).await?;
    drafts::delete_old(tx, before(DRAFTS_MS)).await?;
    changes::delete_old(tx, before(CHANGES_MS)).await
}
