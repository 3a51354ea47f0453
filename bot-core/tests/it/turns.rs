//! Work that one process at a time does.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bot_core::delivery::lease::Lease;
use bot_core::delivery::turn::in_turn;
use tokio_util::sync::CancellationToken;

use crate::office::{Office, Running, on_both_engines, until};

on_both_engines!(one_process_at_a_time_polls, whoever_waits_goes_on_when_the_lease_of_a_dead_one_runs_out);

/// A process that polls in its turn, and how many of it poll now.
fn poller(office: &Office) -> anyhow::Result<(Running, Arc<AtomicUsize>)> {
    let lease = Lease::new(office.desk()?, "poller:telegram".to_owned());
    let polling = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&polling);
    let running = office.start(|stop| async move {
        in_turn(&lease, stop, |turn: CancellationToken| {
            let seen = Arc::clone(&seen);
            async move {
                seen.fetch_add(1, Ordering::SeqCst);
                turn.cancelled().await;
                seen.fetch_sub(1, Ordering::SeqCst);
                Ok(())
            }
        })
        .await
    });
    Ok((running, polling))
}

async fn until_polling(polling: &AtomicUsize) -> anyhow::Result<()> {
    until("it polls", async || Ok(polling.load(Ordering::SeqCst) == 1)).await
}

async fn one_process_at_a_time_polls(office: Office) -> anyhow::Result<()> {
    let (first, polls) = poller(&office)?;
    until_polling(&polls).await?;
    let (second, waits) = poller(&office)?;
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert_eq!((polls.load(Ordering::SeqCst), waits.load(Ordering::SeqCst)), (1, 0));
    // whoever stops in good order lets the other go on at once
    first.stop().await?;
    assert_eq!(polls.load(Ordering::SeqCst), 0);
    until_polling(&waits).await?;
    second.stop().await
}

async fn whoever_waits_goes_on_when_the_lease_of_a_dead_one_runs_out(office: Office) -> anyhow::Result<()> {
    let (first, polls) = poller(&office)?;
    until_polling(&polls).await?;
    let (second, waits) = poller(&office)?;
    first.crash().await;
    office.advance(Duration::from_secs(31));
    until_polling(&waits).await?;
    second.stop().await
}
