//! Works on what the seeding left to do.
//!
//! The rankings that the first posts cause, while nobody offers work yet, and the ends of what was closed.

use std::sync::Arc;
use std::time::Duration;

use bot_core::delivery::Desk;
use bot_core::error::Fault;
use bot_core::services::Services;
use bot_core::storage::tasks::TASKS;
use bot_core::tasks::{TaskWorker, market};
use tokio_util::sync::CancellationToken;

/// How many are done at once.
const PARALLEL: usize = 8;
/// How often is looked whether all are done.
const LOOK: Duration = Duration::from_millis(10);

/// Works on the tasks there are until none is left.
pub(super) async fn drain(desk: &Desk, services: &Arc<Services>) -> anyhow::Result<()> {
    let stop = CancellationToken::new();
    let worker = TaskWorker::new(desk.clone(), market::handlers(services), PARALLEL);
    let watching = async {
        let none_left = none_left(desk).await;
        stop.cancel();
        none_left
    };
    let (worked, watched) = tokio::join!(worker.run(stop.clone()), watching);
    worked?;
    Ok(watched?)
}

async fn none_left(desk: &Desk) -> Result<(), Fault> {
    while TASKS.count_open(&desk.storage.read().await?).await? > 0 {
        tokio::time::sleep(LOOK).await;
    }
    Ok(())
}
