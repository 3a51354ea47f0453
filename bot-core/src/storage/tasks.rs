//! The tasks table: work of ours that is due.

use super::queue::{Claim, Leased, queue};
use super::row::Columns as _;
use super::{Tx, lanes, statements};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::ids::Ids;

queue! {
    TASKS = "tasks",
    platform: false,
    opens_as: "waiting",
    // Only what is due keeps back: an end in thirty days must not stop what has to be done now.
    kept_back_by: "(e.seq < q.seq AND e.next_at <= $3)",
    also: "",
    returning: "kind, body",
    INSERT = "INSERT INTO tasks (id, op_key, kind, lane, seq, body, state, created_at, next_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8) ON CONFLICT (op_key) DO NOTHING";
    FIND_KEY = "SELECT id FROM tasks WHERE op_key = $1";
    DELETE_OLD = "DELETE FROM tasks WHERE done_at < $1";
}

/// A task to be written.
#[derive(Debug, Clone)]
pub struct TaskEntry<'a> {
    /// What makes it the same task when it is written again.
    pub op_key: &'a str,
    /// Which handler does it.
    pub kind: &'a str,
    /// Tasks of one lane are done one at a time.
    pub lane: &'a str,
    /// What the handler reads.
    pub body: &'a str,
    /// When it is due.
    pub due: Timestamp,
}

/// A claimed row.
#[derive(Debug, Clone)]
pub struct TaskRow {
    /// The lease on it.
    pub leased: Leased,
    /// Which handler does it.
    pub kind: String,
    /// What the handler reads.
    pub body: String,
}

/// Writes a task, unless one with its key is there. Whether it was new.
pub async fn insert(tx: &Tx, ids: &dyn Ids, task: &TaskEntry<'_>, now: Timestamp) -> Result<bool, Fault> {
    let known = sqlx::query(FIND_KEY)
        .bind(task.op_key.to_owned())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    if known.is_some() {
        return Ok(false);
    }
    let seq = lanes::next(tx, &format!("task:{}", task.lane)).await?;
    let done = sqlx::query(INSERT)
        .bind(ids.uuid(now).to_string())
        .bind(task.op_key.to_owned())
        .bind(task.kind.to_owned())
        .bind(task.lane.to_owned())
        .bind(seq)
        .bind(task.body.to_owned())
        .bind(now.millis())
        .bind(task.due.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Leases due rows, at most one of a lane. Run inside `Storage::claim`.
pub async fn claim(tx: &Tx, claim: Claim<'_>) -> Result<Vec<TaskRow>, Fault> {
    let rows = TASKS.claim(tx, claim).await?;
    rows.into_iter()
        .map(|(leased, row)| Ok(TaskRow { kind: row.text("kind")?, body: row.text("body")?, leased }))
        .collect()
}

/// Deletes tasks that ended before `before`.
pub async fn delete_old(tx: &Tx, before: Timestamp) -> Result<(), Fault> {
    sqlx::query(DELETE_OLD).bind(before.millis()).execute(&mut *tx.connection().await).await?;
    Ok(())
}
