//! What the clock alone causes: tasks by a timetable, and chores of the delivery.
//!
//! In one process at a time.

mod counting;
mod keeping;
mod timing;

use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::delivery::Desk;
use crate::delivery::desk::millis;
use crate::delivery::lease::Lease;
use crate::domain::time::Timestamp;
use crate::error::{Error, Fault, Never};
use crate::storage::cursors::{self, Cursor};
use crate::storage::leases;

pub use timing::Timing;

/// How often is looked whether a chore is due.
const LOOK: Duration = Duration::from_secs(5);

/// Something that is done again and again.
trait Chore: Send + Sync + Debug {
    /// Its name, under which its last run is kept.
    fn name(&self) -> &'static str;

    /// How much time lies between two runs.
    fn every(&self) -> Duration;

    /// Does it. `now` is when the run was due to begin.
    fn run(&self, now: Timestamp) -> BoxFuture<'_, Result<(), Fault>>;
}

/// The loop that runs chores and writes the tasks of the timetable.
#[derive(Debug)]
pub struct Chores {
    desk: Desk,
    lease: Lease,
    due: Vec<Arc<dyn Chore>>,
    timings: Vec<Timing>,
}

impl Chores {
    /// The delivery's own chores, and tasks by these timings.
    pub fn new(desk: Desk, timings: Vec<Timing>) -> Self {
        let due: Vec<Arc<dyn Chore>> = vec![
            Arc::new(keeping::EraseTokens { storage: desk.storage.clone() }),
            Arc::new(keeping::EraseOld { storage: desk.storage.clone() }),
            Arc::new(counting::CountNotices { storage: desk.storage.clone() }),
        ];
        Self { lease: Lease::new(desk.clone(), "chores".to_owned()), desk, due, timings }
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
        for timing in &self.timings {
            if let Err(error) = timing.write_due(&self.desk, &self.lease, fence).await {
                metrics::counter!("guildhall_chore_failures_total", "chore" => timing.kind).increment(1);
                tracing::error!(task = timing.kind, %error, "a task of the timetable could not be written");
            }
        }
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
