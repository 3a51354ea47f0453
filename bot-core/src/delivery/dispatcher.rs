//! The loop that sends one platform's notices, in one process at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use tokio_util::sync::CancellationToken;

use super::composer::Composer;
use super::crew::{self, Crew};
use super::desk::Desk;
use super::lease::Lease;
use super::messenger::Messenger;
use super::record::End;
use super::wakes::Wake;
use crate::domain::identity::Platform;
use crate::error::{Error, Fault, Never};
use crate::storage::outbox;
use crate::storage::outbox::{OUTBOX, OutboxRow};
use crate::storage::queue::{Claim, Queue};

/// Sends what waits in the outbox for one platform. How a row is sent stands in `attempt`, what is written about it
/// in `record`.
#[derive(Debug)]
pub struct Dispatcher {
    pub(super) desk: Desk,
    pub(super) messenger: Arc<dyn Messenger>,
    pub(super) composer: Arc<dyn Composer>,
    /// Who holds it is the one process that sends for this platform.
    sender: Lease,
    /// The fence under which the rows now claimed may be sent.
    sender_fence: AtomicI64,
    parallel: usize,
    seat: String,
}

impl Dispatcher {
    /// A dispatcher that sends at most `parallel` messages at once, each of another lane.
    pub fn new(
        desk: Desk,
        messenger: Arc<dyn Messenger>,
        composer: Arc<dyn Composer>,
        parallel: usize,
    ) -> Self {
        let platform = messenger.platform().key();
        Self {
            sender: Lease::new(desk.clone(), format!("sender:{platform}")),
            sender_fence: AtomicI64::new(0),
            seat: format!("{}/outbox:{platform}", desk.owner.name()),
            desk,
            messenger,
            composer,
            parallel,
        }
    }

    /// Sends until `stop`.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        let parallel = self.parallel;
        let dispatcher = Arc::new(self);
        crew::run(Arc::clone(&dispatcher), parallel, stop).await?;
        dispatcher.sender.release().await?;
        Ok(())
    }

    /// Whose messages it sends.
    pub(super) fn platform(&self) -> Platform {
        self.messenger.platform()
    }

    /// The sender's lease by name and fence, for the check right before the first byte.
    pub(super) fn sender(&self) -> (&str, i64) {
        (self.sender.name(), self.sender_fence.load(Ordering::SeqCst))
    }
}

impl Crew for Dispatcher {
    type Row = OutboxRow;

    fn desk(&self) -> &Desk {
        &self.desk
    }

    fn queue(&self) -> &'static Queue {
        &OUTBOX
    }

    fn seat(&self) -> &str {
        &self.seat
    }

    fn wake(&self) -> &Wake {
        &self.desk.wakes.outbox
    }

    async fn claim(&self, limit: u32) -> Result<Vec<OutboxRow>, Fault> {
        let Some(fence) = self.sender.hold().await? else { return Ok(Vec::new()) };
        self.sender_fence.store(fence, Ordering::SeqCst);
        let claim = Claim {
            owner: &self.seat,
            now: self.desk.now(),
            until: self.desk.lease_end(),
            limit,
            platform: self.platform().key(),
        };
        self.desk
            .storage
            .claim(|tx| Box::pin(async move { Ok::<_, Error<Never>>(outbox::claim(&tx, claim).await?) }))
            .await
            .map_err(Fault::from)
    }

    async fn keep(&self) -> Result<(), Fault> {
        self.sender.hold().await.map(|_| ())
    }

    async fn work(&self, row: OutboxRow) {
        let outcome = self.attempt(&row).await;
        metrics::counter!(
            "guildhall_outbox_attempts_total",
            "platform" => self.platform().key(),
            "outcome" => outcome.label()
        )
        .increment(1);
        outcome.log(&row);
        if outcome == End::Overtaken {
            self.sender.doubt();
        }
        match self.record(&row, &outcome).await {
            Ok(true) => (),
            Ok(false) => tracing::warn!(notice = row.leased.id, "another process has taken this notice over"),
            Err(error) => tracing::error!(notice = row.leased.id, %error, "an outcome could not be written"),
        }
    }
}
