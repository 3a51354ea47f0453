//! What one process at a time does, for as long as it holds the lease.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::lease::Lease;

/// How often somebody who waits asks for the lease.
const ASK: Duration = Duration::from_secs(1);
/// How often whoever works prolongs it: several times before it would run out.
const PROLONG: Duration = Duration::from_secs(5);

/// How a turn ended.
enum End {
    /// The work was done, or it failed.
    Done(anyhow::Result<()>),
    /// Another process has it, or it can't be known: the work was broken off.
    Lost,
}

/// Waits for `lease`, does `work` while it is held and waits again once it is lost. Ends with the work, or with `stop`;
/// another process then has the lease at once.
pub async fn in_turn<F>(
    lease: &Lease,
    stop: CancellationToken,
    mut work: impl FnMut(CancellationToken) -> F,
) -> anyhow::Result<()>
where
    F: Future<Output = anyhow::Result<()>>,
{
    while wait(lease, &stop).await {
        tracing::info!(lease = lease.name(), "has its turn");
        let turn = stop.child_token();
        match keep(lease, &turn, work(turn.clone())).await {
            End::Done(outcome) => {
                lease.release().await?;
                return outcome;
            }
            End::Lost => tracing::warn!(lease = lease.name(), "has lost its turn"),
        }
    }
    Ok(())
}

/// Waits until the lease is ours; `false` where the end comes first.
async fn wait(lease: &Lease, stop: &CancellationToken) -> bool {
    loop {
        match lease.hold().await {
            Ok(Some(_)) => return !stop.is_cancelled(),
            Ok(None) => {}
            Err(fault) => tracing::warn!(lease = lease.name(), %fault, "can't ask for its turn"),
        }
        tokio::select! {
            () = stop.cancelled() => return false,
            () = tokio::time::sleep(ASK) => {}
        }
    }
}

/// Does the work and prolongs the lease beside it. Both are always driven: work that waits in the queue for the
/// database, left alone while the lease is asked for behind it, would hold up everybody.
async fn keep(
    lease: &Lease,
    turn: &CancellationToken,
    work: impl Future<Output = anyhow::Result<()>>,
) -> End {
    let mut work = std::pin::pin!(work);
    tokio::select! {
        outcome = &mut work => return End::Done(outcome),
        () = until_lost(lease) => turn.cancel(),
    }
    match work.await {
        Ok(()) => End::Lost,
        failed => End::Done(failed),
    }
}

/// Prolongs the lease until it is lost, or until that can't be known.
async fn until_lost(lease: &Lease) {
    loop {
        tokio::time::sleep(PROLONG).await;
        match lease.hold().await {
            Ok(Some(_)) => {}
            Ok(None) => return,
            Err(fault) => {
                tracing::warn!(lease = lease.name(), %fault, "can't prolong its turn");
                return;
            }
        }
    }
}
