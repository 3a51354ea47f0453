//! The market's own due work.
//!
//! Ranking after a change, endings by the clock, and the activity log each second.

use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use tokio_util::sync::CancellationToken;

use super::absences::BeginAbsence;
use super::chores::Timing;
use super::linking::MergeLink;
use super::timetable::Timetable;
use super::{TaskHandler, TaskOutcome};
use crate::error::Fault;
use crate::services::request::{self, RANK, SETTLE};
use crate::services::{Call, Services, account, matching, notices, search};

/// How often what was seen is written to the activity log.
const FLUSH: Duration = Duration::from_secs(1);

/// The kinds of tasks that the clock alone causes, as their rows name them.
const DIGESTS: &str = "digests";
const REMINDERS: &str = "reminders";
const EXPIRY: &str = "expiry";
const ERASURES: &str = "erasures";

/// Who does the market's tasks.
pub fn handlers(services: &Arc<Services>) -> Vec<Arc<dyn TaskHandler>> {
    let mut handlers = timed(services);
    handlers.push(Arc::new(RankRequest { services: Arc::clone(services) }));
    handlers.push(Arc::new(BeginAbsence { services: Arc::clone(services) }));
    handlers.push(Arc::new(SettleClosed { services: Arc::clone(services) }));
    handlers.push(Arc::new(MergeLink { services: Arc::clone(services) }));
    handlers
}

/// Who does what the clock alone causes in the market.
pub fn timed(services: &Arc<Services>) -> Vec<Arc<dyn TaskHandler>> {
    vec![
        Arc::new(Remind { services: Arc::clone(services) }),
        Arc::new(EndRequests { services: Arc::clone(services) }),
        Arc::new(EraseLeavers { services: Arc::clone(services) }),
        Arc::new(SendDigests { services: Arc::clone(services) }),
    ]
}

/// When each of them does it, as the operator configured it.
pub fn timings(services: &Services) -> Vec<Timing> {
    let Timetable { digests, reminders, expiry, erasures } = services.rules.timetable.clone();
    vec![
        Timing { kind: REMINDERS, cron: reminders },
        Timing { kind: EXPIRY, cron: expiry },
        Timing { kind: ERASURES, cron: erasures },
        Timing { kind: DIGESTS, cron: digests },
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

/// Ends the proposals of a closed request once closing can't be taken back any more.
#[derive(Debug)]
struct SettleClosed {
    services: Arc<Services>,
}

impl TaskHandler for SettleClosed {
    fn kind(&self) -> &'static str {
        SETTLE
    }

    fn run(&self, body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>> {
        let closed = body.split_once(':').and_then(|(id, version)| id.parse().ok().zip(version.parse().ok()));
        async move {
            let Some((request, version)) = closed else {
                return Ok(TaskOutcome::Impossible("the body is no request's id and version".to_owned()));
            };
            request::settle(&Call::new(&self.services, None), request, version).await?;
            Ok(TaskOutcome::Done)
        }
        .boxed()
    }
}

/// Puts the digests on their way that are due.
#[derive(Debug)]
struct SendDigests {
    services: Arc<Services>,
}

impl TaskHandler for SendDigests {
    fn kind(&self) -> &'static str {
        DIGESTS
    }

    fn run(&self, _body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>> {
        async move {
            let sent = notices::send_due(&Call::new(&self.services, None)).await?;
            if sent > 0 {
                tracing::info!(sent, "digests are on their way");
            }
            Ok(TaskOutcome::Done)
        }
        .boxed()
    }
}

/// Warns clients of requests that end soon.
#[derive(Debug)]
struct Remind {
    services: Arc<Services>,
}

impl TaskHandler for Remind {
    fn kind(&self) -> &'static str {
        REMINDERS
    }

    fn run(&self, _body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>> {
        async move {
            request::warn_due(&Call::new(&self.services, None)).await?;
            Ok(TaskOutcome::Done)
        }
        .boxed()
    }
}

/// Ends requests that are due.
#[derive(Debug)]
struct EndRequests {
    services: Arc<Services>,
}

impl TaskHandler for EndRequests {
    fn kind(&self) -> &'static str {
        EXPIRY
    }

    fn run(&self, _body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>> {
        async move {
            request::expire_due(&Call::new(&self.services, None)).await?;
            Ok(TaskOutcome::Done)
        }
        .boxed()
    }
}

/// Erases accounts whose grace is over.
#[derive(Debug)]
struct EraseLeavers {
    services: Arc<Services>,
}

impl TaskHandler for EraseLeavers {
    fn kind(&self) -> &'static str {
        ERASURES
    }

    fn run(&self, _body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>> {
        async move {
            let call = Call::new(&self.services, None);
            for account in account::due_to_erase(&call).await? {
                account::erase(&call, account).await?;
            }
            Ok(TaskOutcome::Done)
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
