//! The loop that gives stored events to their handlers, lane by lane.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;
use tokio_util::sync::CancellationToken;

use super::{Claimed, EventHandler, Handled};
use crate::delivery::Desk;
use crate::delivery::backoff::{self, MAX_ATTEMPTS, MAX_PANICS};
use crate::delivery::crew::{self, Crew};
use crate::delivery::desk::millis;
use crate::delivery::wakes::Wake;
use crate::error::{Error, Fault, Never};
use crate::storage::inbox;
use crate::storage::inbox::{INBOX, InboxRow};
use crate::storage::queue::{Claim, Later, Queue};
use crate::ui::interaction::EventId;

/// A handler that takes longer is taken to hang.
const PATIENCE: Duration = Duration::from_mins(2);

/// The worker of one platform's events.
#[derive(Debug)]
pub struct InboxWorker {
    desk: Desk,
    handler: Arc<dyn EventHandler>,
    parallel: usize,
    seat: String,
}

/// How a try ended.
#[derive(Debug)]
enum End {
    Answered,
    Unanswered(String),
    Later { after: Duration, why: String },
    Dead(String),
}

impl InboxWorker {
    /// A worker that calls `handler` for at most `parallel` lanes at once.
    pub fn new(desk: Desk, handler: Arc<dyn EventHandler>, parallel: usize) -> Self {
        let seat = format!("{}/inbox:{}", desk.owner.name(), handler.platform().key());
        Self { desk, handler, parallel, seat }
    }

    /// Works until `stop`.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        let parallel = self.parallel;
        crew::run(Arc::new(self), parallel, stop).await
    }

    async fn handle(&self, row: &InboxRow) -> End {
        if row.leased.attempt > MAX_ATTEMPTS {
            return End::Dead("every try ended without an outcome".to_owned());
        }
        let Some(body) = row.body.clone() else { return End::Dead("its body can't be opened".to_owned()) };
        let event = Claimed {
            id: EventId(row.leased.id.clone()),
            body,
            received_at: row.received_at,
            attempt: row.leased.attempt,
            handled: row.handled.clone(),
        };
        let handled = AssertUnwindSafe(tokio::time::timeout(PATIENCE, self.handler.handle(event)));
        let again =
            |why: String| End::Later { after: backoff::delay(row.leased.attempt, &*self.desk.ids), why };
        match handled.catch_unwind().await {
            Ok(Ok(Handled::Answered)) => End::Answered,
            Ok(Ok(Handled::Unanswered(why))) => End::Unanswered(why),
            Ok(Ok(Handled::Retry { why, .. })) if row.leased.attempt >= MAX_ATTEMPTS => End::Dead(why),
            Ok(Ok(Handled::Retry { after, why })) => End::Later { after, why },
            Ok(Err(_)) => again("the handler took too long".to_owned()),
            Err(_) if row.leased.attempt >= MAX_PANICS => End::Dead("the handler panicked".to_owned()),
            Err(_) => again("the handler panicked".to_owned()),
        }
    }

    async fn record(&self, row: &InboxRow, end: &End) -> Result<bool, Fault> {
        let now = self.desk.now();
        self.desk
            .record(|tx| {
                Box::pin(async move {
                    let leased = &row.leased;
                    let written = match end {
                        End::Answered => inbox::answer(&tx, leased, "answered", now, None).await,
                        End::Unanswered(why) => {
                            inbox::answer(&tx, leased, "unanswered", now, Some(why)).await
                        }
                        // The body stays, so that an operator can have it done again.
                        End::Dead(why) => INBOX.finish(&tx, leased, "dead", now, Some(why)).await,
                        End::Later { after, why } => {
                            let at = now.plus_millis(millis(*after));
                            // The state is the row's own: its change may have been made in this very try.
                            let later = Later { state: None, at, error: Some(why), counts: true };
                            INBOX.later(&tx, leased, later).await
                        }
                    };
                    Ok::<_, Error<Never>>(written?)
                })
            })
            .await
    }
}

impl Crew for InboxWorker {
    type Row = InboxRow;

    fn desk(&self) -> &Desk {
        &self.desk
    }

    fn queue(&self) -> &'static Queue {
        &INBOX
    }

    fn seat(&self) -> &str {
        &self.seat
    }

    fn wake(&self) -> &Wake {
        &self.desk.wakes.inbox
    }

    async fn claim(&self, limit: u32) -> Result<Vec<InboxRow>, Fault> {
        let claim = Claim {
            owner: &self.seat,
            now: self.desk.now(),
            until: self.desk.lease_end(),
            limit,
            platform: self.handler.platform().key(),
        };
        self.desk
            .storage
            .claim(|tx| Box::pin(async move { Ok::<_, Error<Never>>(inbox::claim(&tx, claim).await?) }))
            .await
            .map_err(Fault::from)
    }

    async fn work(&self, row: InboxRow) {
        let end = self.handle(&row).await;
        let label = match &end {
            End::Answered => "answered",
            End::Unanswered(why) => {
                tracing::info!(event = row.leased.id, why, "nowhere to answer");
                "unanswered"
            }
            End::Later { why, .. } => {
                tracing::warn!(event = row.leased.id, why, attempt = row.leased.attempt, "an event waits");
                "later"
            }
            End::Dead(why) => {
                tracing::error!(event = row.leased.id, why, "an event is given up");
                "dead"
            }
        };
        metrics::counter!("guildhall_inbox_total", "end" => label).increment(1);
        match self.record(&row, &end).await {
            Ok(true) => (),
            Ok(false) => tracing::warn!(event = row.leased.id, "another process has taken this event over"),
            Err(error) => tracing::error!(event = row.leased.id, %error, "an outcome could not be written"),
        }
    }
}
