//! A queue's rows as an operator sees them: what happened, never what they say.

use sqlx::any::AnyRow;

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    LIST_INBOX = "SELECT id, lane, platform AS kind, state, attempt, last_error, received_at AS since, next_at, done_at
        FROM inbox WHERE state = $1 ORDER BY received_at DESC LIMIT $2";
    LIST_OUTBOX = "SELECT id, lane, kind, state, attempt, last_error, created_at AS since, next_at, done_at
        FROM outbox WHERE state = $1 ORDER BY created_at DESC LIMIT $2";
    LIST_TASKS = "SELECT id, lane, kind, state, attempt, last_error, created_at AS since, next_at, done_at
        FROM tasks WHERE state = $1 ORDER BY created_at DESC LIMIT $2";
    FIND_INBOX = "SELECT id, lane, platform AS kind, state, attempt, last_error, received_at AS since, next_at, done_at
        FROM inbox WHERE id = $1";
    FIND_OUTBOX = "SELECT id, lane, kind, state, attempt, last_error, created_at AS since, next_at, done_at
        FROM outbox WHERE id = $1";
    FIND_TASK = "SELECT id, lane, kind, state, attempt, last_error, created_at AS since, next_at, done_at
        FROM tasks WHERE id = $1";
}

/// Which queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// What came in.
    Inbox,
    /// What goes out.
    Outbox,
    /// Work of our own.
    Tasks,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its lane.
    pub lane: String,
    /// What it is: a kind of notice or task, an event's platform.
    pub kind: String,
    /// Where it stands.
    pub state: String,
    /// How often it was tried.
    pub attempt: i64,
    /// What went wrong last.
    pub error: Option<String>,
    /// When it was written.
    pub since: Timestamp,
    /// When it is tried next, while it is open.
    pub next_at: Timestamp,
    /// When it ended.
    pub done_at: Option<Timestamp>,
}

/// The newest rows in `state`.
pub async fn list(tx: &Tx, which: Which, state: &str, limit: u32) -> Result<Vec<Entry>, Fault> {
    let text = match which {
        Which::Inbox => LIST_INBOX,
        Which::Outbox => LIST_OUTBOX,
        Which::Tasks => LIST_TASKS,
    };
    let rows = sqlx::query(text)
        .bind(state.to_owned())
        .bind(i64::from(limit))
        .fetch_all(&mut *tx.connection().await)
        .await?;
    rows.iter().map(entry).collect()
}

/// The row, if there is one.
pub async fn find(tx: &Tx, which: Which, id: &str) -> Result<Option<Entry>, Fault> {
    let text = match which {
        Which::Inbox => FIND_INBOX,
        Which::Outbox => FIND_OUTBOX,
        Which::Tasks => FIND_TASK,
    };
    let row = sqlx::query(text).bind(id.to_owned()).fetch_optional(&mut *tx.connection().await).await?;
    row.as_ref().map(entry).transpose()
}

fn entry(row: &AnyRow) -> Result<Entry, Fault> {
    Ok(Entry {
        id: row.text("id")?,
        lane: row.text("lane")?,
        kind: row.text("kind")?,
        state: row.text("state")?,
        attempt: row.int("attempt")?,
        error: row.maybe_text("last_error")?,
        since: row.at("since")?,
        next_at: row.at("next_at")?,
        done_at: row.maybe_at("done_at")?,
    })
}
