//! Tasks are done once, in their lane, when they are due.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bot_core::error::Fault;
use bot_core::storage::tasks::TASKS;
use bot_core::tasks::{self, NewTask, TaskHandler, TaskOutcome, TaskWorker};
use futures::FutureExt as _;
use futures::future::BoxFuture;

use crate::office::{Office, on_both_engines, until};

on_both_engines!(
    a_task_is_written_once_and_done_when_it_is_due,
    a_task_in_parts_goes_on_and_a_failing_one_is_given_up,
);

/// Does what the body says.
#[derive(Debug, Default)]
struct Handler {
    done: Mutex<Vec<String>>,
}

impl Handler {
    fn done(&self) -> Vec<String> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl TaskHandler for Handler {
    fn kind(&self) -> &'static str {
        "test"
    }

    fn run(&self, body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>> {
        let body = body.to_owned();
        async move {
            let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
            done.push(body.clone());
            let times = done.iter().filter(|one| **one == body).count();
            match body.as_str() {
                "in parts" if times < 20 => Ok(TaskOutcome::Again(Duration::ZERO)),
                "failing" => Err(Fault::Other("the disk is full".to_owned())),
                "impossible" => Ok(TaskOutcome::Impossible("no such request".to_owned())),
                _ => Ok(TaskOutcome::Done),
            }
        }
        .boxed()
    }
}

async fn enqueue(office: &Office, body: &str, wait: Duration) -> anyhow::Result<bool> {
    let now = office.now();
    let task = &NewTask {
        op_key: format!("test:{body}"),
        kind: "test".to_owned(),
        lane: "request:1".to_owned(),
        body: body.to_owned(),
        not_before: now.plus_millis(i64::try_from(wait.as_millis())?),
    };
    office
        .write(|tx| {
            async move { Ok(tasks::enqueue(&tx, &office.wakes, &*office.ids, now, task.clone()).await?) }
                .boxed()
        })
        .await
}

async fn a_task_is_written_once_and_done_when_it_is_due(office: Office) -> anyhow::Result<()> {
    let handler = Arc::new(Handler::default());
    let worker = TaskWorker::new(office.desk()?, vec![Arc::<Handler>::clone(&handler)], 4);
    assert!(enqueue(&office, "expire", Duration::from_hours(24)).await?);
    assert!(enqueue(&office, "rank", Duration::ZERO).await?);
    assert!(!enqueue(&office, "rank", Duration::ZERO).await?);
    let running = office.start(|stop| worker.run(stop));
    until("what is due is done", || async { Ok(handler.done() == ["rank"]) }).await?;
    office.advance(Duration::from_hours(24));
    until("the rest is done", || async { Ok(handler.done() == ["rank", "expire"]) }).await?;
    running.stop().await
}

async fn a_task_in_parts_goes_on_and_a_failing_one_is_given_up(office: Office) -> anyhow::Result<()> {
    let handler = Arc::new(Handler::default());
    let worker = TaskWorker::new(office.desk()?, vec![Arc::<Handler>::clone(&handler)], 4);
    for body in ["in parts", "failing", "impossible"] {
        enqueue(&office, body, Duration::ZERO).await?;
    }
    let running = office.start(|stop| worker.run(stop));
    until("nothing is left", || async {
        office.advance(Duration::from_hours(1));
        Ok(TASKS.count_open(&office.storage.read().await?).await? == 0)
    })
    .await?;
    running.stop().await?;
    let times = |body: &str| handler.done().iter().filter(|one| *one == body).count();
    assert_eq!((times("in parts"), times("failing"), times("impossible")), (20, 12, 1));
    let dead = TASKS.list_ended(&office.storage.read().await?, "dead", 10).await?;
    let mut why: Vec<_> = dead.into_iter().filter_map(|row| row.error).collect();
    why.sort();
    assert_eq!(why, ["no such request", "the disk is full"]);
    Ok(())
}
