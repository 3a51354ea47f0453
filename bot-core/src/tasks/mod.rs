//! Work of ours that is due: caused by a change, or by the clock.

mod absences;
pub mod chores;
pub mod cron;
mod linking;
pub mod market;
pub mod timetable;
mod worker;

use std::fmt::Debug;
use std::time::Duration;

use futures::future::BoxFuture;

pub use worker::TaskWorker;

use crate::delivery::wakes::Wakes;
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::ids::Ids;
use crate::storage::Tx;
use crate::storage::tasks::{self, TaskEntry};

/// A task to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    /// What makes it the same task when it is written again.
    pub op_key: String,
    /// Which handler does it.
    pub kind: String,
    /// Tasks of one lane are done one at a time.
    pub lane: String,
    /// What the handler reads.
    pub body: String,
    /// Not done earlier.
    pub not_before: Timestamp,
}

/// What became of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskOutcome {
    /// It is done, or needn't be any more.
    Done,
    /// A part is done: again after this wait. Not counted as a failure.
    Again(Duration),
    /// It can't be done, now or later.
    Impossible(String),
}

/// Does the tasks of one kind. A task may be done twice after a crash, so it changes things by business keys only.
pub trait TaskHandler: Send + Sync + Debug {
    /// The kind.
    fn kind(&self) -> &'static str;

    /// Does one. A fault is tried again, 12 times over some hours.
    fn run(&self, body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>>;
}

/// Writes a task, in the transaction of what causes it. `false`: one with its key was written before.
pub async fn enqueue(
    tx: &Tx,
    wakes: &Wakes,
    ids: &dyn Ids,
    now: Timestamp,
    task: NewTask,
) -> Result<bool, Fault> {
    let entry = TaskEntry {
        op_key: &task.op_key,
        kind: &task.kind,
        lane: &task.lane,
        body: &task.body,
        due: task.not_before,
    };
    let new = tasks::insert(tx, ids, &entry, now).await?;
    if new {
        let wake = wakes.tasks.clone();
        tx.after_commit(move || wake.ring());
    }
    Ok(new)
}
