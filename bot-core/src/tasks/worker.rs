//! The loop that gives due tasks to their handlers.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;
use tokio_util::sync::CancellationToken;

use super::{TaskHandler, TaskOutcome};
use crate::delivery::Desk;
use crate::delivery::backoff::{self, MAX_ATTEMPTS, MAX_PANICS};
use crate::delivery::crew::{self, Crew};
use crate::delivery::desk::millis;
use crate::delivery::wakes::Wake;
use crate::error::{Error, Fault, Never};
use crate::storage::queue::{Claim, Later, Queue};
use crate::storage::tasks::{self, TASKS, TaskRow};

/// How long a task waits that a newer program wrote, for a process that knows its kind.
const FOR_A_NEWER: Duration = Duration::from_mins(1);

/// The worker of all tasks.
#[derive(Debug)]
pub struct TaskWorker {
    desk: Desk,
    handlers: BTreeMap<&'static str, Arc<dyn TaskHandler>>,
    parallel: usize,
    seat: String,
}

/// How a try ended.
#[derive(Debug)]
enum End {
    Done,
    Later { after: Duration, why: Option<String>, counts: bool },
    Dead(String),
}

impl TaskWorker {
    /// A worker with these handlers, at most `parallel` lanes at once.
    pub fn new(desk: Desk, handlers: Vec<Arc<dyn TaskHandler>>, parallel: usize) -> Self {
        let handlers = handlers.into_iter().map(|handler| (handler.kind(), handler)).collect();
        Self { seat: format!("{}/tasks", desk.owner.name()), desk, handlers, parallel }
    }

    /// Works until `stop`.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        let parallel = self.parallel;
        crew::run(Arc::new(self), parallel, stop).await
    }

    async fn handle(&self, row: &TaskRow) -> End {
        let attempt = row.leased.attempt;
        if attempt > MAX_ATTEMPTS {
            return End::Dead("every try ended without an outcome".to_owned());
        }
        let Some(handler) = self.handlers.get(row.kind.as_str()) else {
            return End::Later { after: FOR_A_NEWER, why: Some("no handler".to_owned()), counts: false };
        };
        let again = |why: String| {
            let after = backoff::delay(attempt, &*self.desk.ids);
            End::Later { after, why: Some(why), counts: true }
        };
        match AssertUnwindSafe(handler.run(&row.body)).catch_unwind().await {
            Ok(Ok(TaskOutcome::Done)) => End::Done,
            Ok(Ok(TaskOutcome::Again(after))) => End::Later { after, why: None, counts: false },
            Ok(Ok(TaskOutcome::Impossible(why))) => End::Dead(why),
            Ok(Err(fault)) if attempt >= MAX_ATTEMPTS => End::Dead(fault.to_string()),
            Ok(Err(fault)) => again(fault.to_string()),
            Err(_) if attempt >= MAX_PANICS => End::Dead("the handler panicked".to_owned()),
            Err(_) => again("the handler panicked".to_owned()),
        }
    }

    async fn record(&self, row: &TaskRow, end: &End) -> Result<bool, Fault> {
        let now = self.desk.now();
        self.desk
            .record(|tx| {
                Box::pin(async move {
                    let written = match end {
                        End::Done => TASKS.finish(&tx, &row.leased, "done", now, None).await,
                        End::Dead(why) => TASKS.finish(&tx, &row.leased, "dead", now, Some(why)).await,
                        End::Later { after, why, counts } => {
                            let at = now.plus_millis(millis(*after));
                            let later = Later { state: None, at, error: why.as_deref(), counts: *counts };
                            TASKS.later(&tx, &row.leased, later).await
                        }
                    };
                    Ok::<_, Error<Never>>(written?)
                })
            })
            .await
    }
}

impl Crew for TaskWorker {
    type Row = TaskRow;

    fn desk(&self) -> &Desk {
        &self.desk
    }

    fn queue(&self) -> &'static Queue {
        &TASKS
    }

    fn seat(&self) -> &str {
        &self.seat
    }

    fn wake(&self) -> &Wake {
        &self.desk.wakes.tasks
    }

    async fn claim(&self, limit: u32) -> Result<Vec<TaskRow>, Fault> {
        let claim = Claim {
            owner: &self.seat,
            now: self.desk.now(),
            until: self.desk.lease_end(),
            limit,
            platform: "",
        };
        self.desk
            .storage
            .claim(|tx| Box::pin(async move { Ok::<_, Error<Never>>(tasks::claim(&tx, claim).await?) }))
            .await
            .map_err(Fault::from)
    }

    async fn work(&self, row: TaskRow) {
        let end = self.handle(&row).await;
        let (id, kind) = (&row.leased.id, &row.kind);
        let label = match &end {
            End::Done => "done",
            End::Later { why, .. } => {
                if let Some(why) = why {
                    tracing::warn!(task = id, kind, why, "a task waits for its next try");
                }
                "later"
            }
            End::Dead(why) => {
                tracing::error!(task = id, kind, why, "a task is given up");
                "dead"
            }
        };
        metrics::counter!("guildhall_tasks_total", "kind" => row.kind.clone(), "end" => label).increment(1);
        match self.record(&row, &end).await {
            Ok(true) => (),
            Ok(false) => tracing::warn!(task = id, kind, "another process has taken this task over"),
            Err(error) => tracing::error!(task = id, kind, %error, "an outcome could not be written"),
        }
    }
}
