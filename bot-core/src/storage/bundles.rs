//! Notices told together: rows of the outbox that wait for a digest.

use super::outbox::OUTBOX;
use super::queue::Leased;
use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    PUT_ASIDE = "UPDATE outbox SET state = 'together', together_at = $3, done_at = $4, last_error = NULL,
        lease_owner = NULL, lease_until = 0 WHERE id = $1 AND fence = $2";
    LIST_DUE = "SELECT recipient_id, CAST(MIN(class) AS BIGINT) AS class FROM outbox
        WHERE together_at <= $1 AND state = 'together' GROUP BY recipient_id ORDER BY MIN(together_at) LIMIT $2";
    GATHER = "UPDATE outbox SET digest = $2, together_at = NULL
        WHERE recipient_id = $1 AND state = 'together' AND together_at <= $3";
    LIST_IN = "SELECT facts FROM outbox WHERE digest = $1 AND facts <> '' ORDER BY class, created_at, id";
    LIST_WAITING = "SELECT id, facts FROM outbox
        WHERE recipient_id = $1 AND state = 'together' AND together_at IS NOT NULL";
    MOVE = "UPDATE outbox SET together_at = $2 WHERE id = $1 AND state = 'together'";
    DROP = "UPDATE outbox SET state = 'dropped', together_at = NULL, last_error = 'no longer wanted'
        WHERE id = $1 AND state = 'together'";
    COUNT_MESSAGES = "SELECT CAST(COUNT(DISTINCT message) AS BIGINT) FROM outbox
        WHERE recipient_id = $1 AND burst = $2 AND state = 'sent' AND done_at > $3";
    COUNT_DIGESTS = "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox
        WHERE recipient_id = $1 AND kind = 'digest' AND state = 'sent' AND done_at > $2";
}

/// Somebody whose waiting notices are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Who is told.
    pub recipient: AccountId,
    /// The class of the weightiest of them.
    pub class: i64,
}

/// A notice that waits to be told with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The row.
    pub id: String,
    /// What it tells, as JSON.
    pub facts: String,
}

/// The claimed row is told with others at `at`. `false`: another owner has taken it over.
pub async fn put_aside(tx: &Tx, leased: &Leased, at: Timestamp, now: Timestamp) -> Result<bool, Fault> {
    let query = sqlx::query(PUT_ASIDE)
        .bind(leased.id.clone())
        .bind(leased.fence)
        .bind(at.millis())
        .bind(now.millis());
    OUTBOX.fenced(tx, query).await
}

/// Whose waiting notices are due, the longest overdue first.
pub async fn list_due(tx: &Tx, now: Timestamp, limit: u32) -> Result<Vec<Due>, Fault> {
    let rows = sqlx::query(LIST_DUE)
        .bind(now.millis())
        .bind(i64::from(limit))
        .fetch_all(&mut *tx.connection().await)
        .await?;
    rows.iter()
        .map(|row| Ok(Due { recipient: row.parsed("recipient_id")?, class: row.int("class")? }))
        .collect()
}

/// Puts what is due for `recipient` into `digest`. How many notices that are.
pub async fn gather(tx: &Tx, recipient: AccountId, digest: &str, now: Timestamp) -> Result<u64, Fault> {
    let done = sqlx::query(GATHER)
        .bind(recipient.to_string())
        .bind(digest.to_owned())
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected())
}

/// What `digest` tells, as JSON each: the weightiest first, then the oldest.
pub async fn list_in(tx: &Tx, digest: &str) -> Result<Vec<String>, Fault> {
    let rows = sqlx::query(LIST_IN).bind(digest.to_owned()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| row.text("facts")).collect()
}

/// What waits to be told to `recipient` with others.
pub async fn list_waiting(tx: &Tx, recipient: AccountId) -> Result<Vec<Waiting>, Fault> {
    let rows =
        sqlx::query(LIST_WAITING).bind(recipient.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| Ok(Waiting { id: row.text("id")?, facts: row.text("facts")? })).collect()
}

/// A waiting notice is told at `at` instead; none: not at all.
pub async fn reschedule(tx: &Tx, id: &str, at: Option<Timestamp>) -> Result<(), Fault> {
    let query = match at {
        Some(at) => sqlx::query(MOVE).bind(id.to_owned()).bind(at.millis()),
        None => sqlx::query(DROP).bind(id.to_owned()),
    };
    query.execute(&mut *tx.connection().await).await?;
    Ok(())
}

/// How many messages of a burst reached `recipient` after `since`.
pub async fn count_messages(
    tx: &Tx,
    recipient: AccountId,
    burst: &str,
    since: Timestamp,
) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar(COUNT_MESSAGES)
        .bind(recipient.to_string())
        .bind(burst.to_owned())
        .bind(since.millis())
        .fetch_one(&mut *tx.connection().await)
        .await?)
}

/// How many digests reached `recipient` after `since`.
pub async fn count_digests(tx: &Tx, recipient: AccountId, since: Timestamp) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar(COUNT_DIGESTS)
        .bind(recipient.to_string())
        .bind(since.millis())
        .fetch_one(&mut *tx.connection().await)
        .await?)
}
