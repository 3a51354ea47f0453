//! The loop that all queues share.
//!
//! It claims what is due, works on it side by side, keeps the leases and ends in good order.

use std::fmt::Debug;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep};
use tokio_util::sync::CancellationToken;

use super::Desk;
use super::wakes::Wake;
use crate::error::{Error, Fault, Never};
use crate::storage::queue::Queue;

/// The truth behind the wake-ups: each queue is looked at so often.
const POLL: Duration = Duration::from_secs(1);
/// How often the leases of rows under way are prolonged.
const RENEW: Duration = Duration::from_secs(10);
/// How long rows under way may take to end once the process stops.
const DRAIN: Duration = Duration::from_secs(10);

/// Who works on the rows of one queue.
pub(crate) trait Crew: Debug + Send + Sync + 'static {
    /// A claimed row.
    type Row: Send + 'static;

    /// What it works with.
    fn desk(&self) -> &Desk;

    /// The queue.
    fn queue(&self) -> &'static Queue;

    /// Under which name it leases rows: a part of the process, so that one crew's end frees no other's rows.
    fn seat(&self) -> &str;

    /// Its wake-up.
    fn wake(&self) -> &Wake;

    /// Leases at most `limit` due rows.
    fn claim(&self, limit: u32) -> impl Future<Output = Result<Vec<Self::Row>, Fault>> + Send;

    /// Keeps what it holds besides rows; called every 10 s, however busy it is.
    fn keep(&self) -> impl Future<Output = Result<(), Fault>> + Send {
        std::future::ready(Ok(()))
    }

    /// Works on a row and records the outcome.
    fn work(&self, row: Self::Row) -> impl Future<Output = ()> + Send;
}

/// Works on a queue until `stop`, at most `parallel` rows at once.
pub(crate) async fn run<C: Crew>(
    crew: Arc<C>,
    parallel: usize,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let mut ear = crew.wake().listen();
    let mut renewal = interval(RENEW);
    renewal.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut working = JoinSet::new();
    while !stop.is_cancelled() {
        let free = u32::try_from(parallel.saturating_sub(working.len())).unwrap_or(u32::MAX);
        if free > 0 {
            match crew.claim(free).await {
                Ok(rows) => {
                    for row in rows {
                        let crew = Arc::clone(&crew);
                        working.spawn(async move { crew.work(row).await });
                    }
                }
                Err(error) => {
                    metrics::counter!("guildhall_claim_failures_total", "queue" => crew.queue().name)
                        .increment(1);
                    tracing::warn!(queue = crew.queue().name, %error, "could not claim");
                }
            }
        }
        tokio::select! {
            () = stop.cancelled() => break,
            Some(ended) = working.join_next() => report(crew.queue(), ended),
            () = ear.heard() => (),
            _ = renewal.tick() => keep(&*crew).await,
            () = sleep(POLL) => (),
        }
        while let Some(ended) = working.try_join_next() {
            report(crew.queue(), ended);
        }
    }
    let deadline = Instant::now() + DRAIN;
    while let Ok(Some(ended)) = tokio::time::timeout_at(deadline, working.join_next()).await {
        report(crew.queue(), ended);
    }
    working.shutdown().await;
    release(&*crew).await.map_err(anyhow::Error::from)
}

fn report(queue: &Queue, ended: Result<(), tokio::task::JoinError>) {
    if let Err(error) = ended {
        tracing::error!(queue = queue.name, %error, "work on a row ended early");
    }
}

/// Prolongs the leases of everything under way, and says how much is waiting.
async fn keep<C: Crew>(crew: &C) {
    let (desk, queue) = (crew.desk(), crew.queue());
    let until = desk.lease_end();
    let kept = desk
        .storage
        .claim(|tx| {
            Box::pin(async move {
                queue.renew(&tx, crew.seat(), until).await?;
                Ok::<_, Error<Never>>(queue.count_open(&tx).await?)
            })
        })
        .await
        .map_err(Fault::from);
    if let Err(error) = crew.keep().await {
        tracing::warn!(queue = queue.name, %error, "could not keep what is held");
    }
    match kept {
        Ok(open) => {
            #[expect(clippy::cast_precision_loss, reason = "a gauge is a float")]
            metrics::gauge!(format!("guildhall_{}_backlog", queue.name)).set(open as f64);
        }
        Err(error) => tracing::warn!(queue = queue.name, %error, "could not prolong leases"),
    }
}

/// Frees what did not end in time: whoever comes next need not wait for the leases to run out.
async fn release<C: Crew>(crew: &C) -> Result<(), Fault> {
    let (desk, queue) = (crew.desk(), crew.queue());
    desk.storage
        .claim(|tx| {
            Box::pin(async move { Ok::<_, Error<Never>>(queue.abandon(&tx, crew.seat()).await.map(|_| ())?) })
        })
        .await
        .map_err(Fault::from)
}
