//! The market's own due work.
//!
//! Ranking after a change, endings by the clock, and the activity log each second.

use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use tokio_util::sync::CancellationToken;

use super::absences::BeginAbsence;
use super::chores::Chore;
use super::{TaskHandler, TaskOutcome};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::services::request::{self, RANK};
use crate::services::{Call, Services, account, matching, search};

/// How often what was seen is written to the activity log.
const FLUSH: Duration = Duration::from_secs(1);

/// Who does the market's tasks.
pub fn handlers(services: &Arc<Services>) -> Vec<Arc<dyn TaskHandler>> {
    vec![
        Arc::new(RankRequest { services: Arc::clone(services) }),
        Arc::new(BeginAbsence { services: Arc::clone(services) }),
    ]
}

/// What the clock alone causes in the market.
pub fn chores(services: &Arc<Services>) -> Vec<Arc<dyn Chore>> {
    vec![
        Arc::new(EndRequests { services: Arc::clone(services) }),
        Arc::new(EraseLeavers { services: Arc::clone(services) }),
    ]
}

/// Ranks people for a request that was posted.
#[derive(Debug)]
struct RankRequest {
    services: Arc<Services>,
}

impl TaskHandler for RankRequest {
    fn kind(&self) -> &'static str {
        RANK
    }

    fn run(&self, body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>> {
        let request = body.parse();
        async move {
            let Ok(request) = request else {
                return Ok(TaskOutcome::Impossible("the body is no request's id".to_owned()));
            };
            let call = Call::new(&self.services, None);
            matching::rank_request(&call, request).await?;
            search::tell_alerts(&call, request).await?;
            Ok(TaskOutcome::Done)
        }
        .boxed()
    }
}

/// Warns of requests that end soon and ends those that are due.
#[derive(Debug)]
struct EndRequests {
    services: Arc<Services>,
}

impl Chore for EndRequests {
    fn name(&self) -> &'static str {
        "end_requests"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run(&self, _now: Timestamp) -> BoxFuture<'_, Result<(), Fault>> {
        async move {
            let call = Call::new(&self.services, None);
            request::warn_due(&call).await?;
            request::expire_due(&call).await?;
            Ok(())
        }
        .boxed()
    }
}

/// Erases accounts whose grace is over.
#[derive(Debug)]
struct EraseLeavers {
    services: Arc<Services>,
}

impl Chore for EraseLeavers {
    fn name(&self) -> &'static str {
        "erase_leavers"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run(&self, _now: Timestamp) -> BoxFuture<'_, Result<(), Fault>> {
        async move {
            let call = Call::new(&self.services, None);
            for account in account::due_to_erase(&call).await? {
                account::erase(&call, account).await?;
            }
            Ok(())
        }
        .boxed()
    }
}

/// Writes what was seen to the activity log each second, and once more at the end.
#[derive(Debug)]
pub struct ActivityFlush {
    services: Arc<Services>,
}

impl ActivityFlush {
    /// For these services.
    pub fn new(services: Arc<Services>) -> Self {
        Self { services }
    }

    /// Writes until `stop`.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        loop {
            tokio::select! {
                () = stop.cancelled() => break,
                () = tokio::time::sleep(FLUSH) => (),
            }
            if let Err(fault) = self.flush().await {
                tracing::error!(%fault, "what was seen could not be logged");
            }
        }
        self.flush().await?;
        Ok(())
    }

    async fn flush(&self) -> Result<(), Fault> {
        self.services.activity.flush(&self.services.storage, &self.services.ids).await.map(|_| ())
    }
}
