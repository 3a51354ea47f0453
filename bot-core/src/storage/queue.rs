//! The one lease, fence, retry and dead-row implementation of all queues.
//!
//! A row is *open* while `done_at` is NULL. A claim leases due rows to an owner and counts the row's fence up; every
//! later word about the row must carry that fence, so a worker that was overtaken changes nothing. An owner never
//! claims its own leased rows: a clock that jumps can't make a process overtake itself.

use sqlx::Any;
use sqlx::any::AnyRow;
use sqlx::query::Query;

use super::row::Columns as _;
use super::{Dialect, Tx};
use crate::domain::time::Timestamp;
use crate::error::Fault;

/// The SQL texts of one queue.
#[derive(Debug)]
pub struct Queue {
    /// The table, as metrics and logs name it.
    pub name: &'static str,
    /// Whether a claim is for one platform.
    pub(super) by_platform: bool,
    pub(super) claim_sqlite: &'static str,
    pub(super) claim_postgres: &'static str,
    pub(super) finish: &'static str,
    pub(super) later: &'static str,
    pub(super) renew: &'static str,
    pub(super) abandon: &'static str,
    pub(super) replay: &'static str,
    pub(super) count_open: &'static str,
    pub(super) list_ended: &'static str,
}

/// What a queue's claim gives for each row, besides the row's own columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leased {
    /// The row.
    pub id: String,
    /// Its lane.
    pub lane: String,
    /// Its state before the claim.
    pub state: String,
    /// Which try this is, from 1.
    pub attempt: u32,
    /// What every later word about the row must carry.
    pub fence: i64,
}

/// A claim: who, until when, how many.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// The claiming process.
    pub owner: &'a str,
    /// Now.
    pub now: Timestamp,
    /// When others may take the rows over.
    pub until: Timestamp,
    /// At most so many rows.
    pub limit: u32,
    /// For queues whose rows belong to a platform: which.
    pub platform: &'a str,
}

/// A row that ended in a state somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The row.
    pub id: String,
    /// Its lane.
    pub lane: String,
    /// How often it was tried.
    pub attempt: u32,
    /// Why it ended.
    pub error: Option<String>,
    /// When it ended.
    pub at: Timestamp,
}

/// How long a row waits before its next try.
#[derive(Debug, Clone, Copy)]
pub struct Later<'a> {
    /// The state it waits in; none: the one it is in.
    pub state: Option<&'a str>,
    /// The earliest next try.
    pub at: Timestamp,
    /// Why.
    pub error: Option<&'a str>,
    /// Whether the try just made counts.
    pub counts: bool,
}

/// Declares a queue's texts, and more texts of the same file after them.
///
/// `kept_back_by` says which open rows `e` of the same lane keep a row `q` back. `$1` is the owner, `$2` the end of
/// the lease, `$3` now, `$4` how many rows, `$5` the platform.
macro_rules! queue {
    (
        $name:ident = $table:literal, platform: $by_platform:literal, opens_as: $open:literal,
        kept_back_by: $kept_back:literal, also: $also:literal, returning: $columns:literal,
        $($more:ident = $text:literal;)*
    ) => {
        statements!(
            CLAIM_SQLITE = queue!(@claim $table, $kept_back, $also, $columns, "");
            CLAIM_POSTGRES = queue!(@claim $table, $kept_back, $also, $columns, " FOR UPDATE OF q SKIP LOCKED");
            FINISH = concat!("UPDATE ", $table, " SET state = $3, done_at = $4, last_error = $5, lease_owner = NULL,
                lease_until = 0 WHERE id = $1 AND fence = $2");
            LATER = concat!("UPDATE ", $table, " SET state = COALESCE($3, state), next_at = $4, last_error = $5,
                attempt = attempt - $6,
                lease_owner = NULL, lease_until = 0 WHERE id = $1 AND fence = $2");
            RENEW = concat!("UPDATE ", $table, " SET lease_until = $2 WHERE lease_owner = $1 AND done_at IS NULL");
            ABANDON = concat!("UPDATE ", $table, " SET lease_owner = NULL, lease_until = 0, fence = fence + 1
                WHERE (lease_owner = $1 OR lease_owner LIKE $1 || '/%') AND done_at IS NULL");
            REPLAY = concat!("UPDATE ", $table, " SET state = '", $open, "', done_at = NULL, next_at = $2, attempt = 0
                WHERE id = $1 AND state IN ('dead', 'uncertain')");
            COUNT_OPEN = concat!("SELECT CAST(COUNT(*) AS BIGINT) AS n FROM ", $table, " WHERE done_at IS NULL");
            LIST_ENDED = concat!("SELECT id, lane, attempt, last_error, done_at FROM ", $table,
                " WHERE done_at IS NOT NULL AND state = $1 ORDER BY done_at DESC LIMIT $2");
            $($more = $text;)*
        );

        /// The lease, fence and retry texts of this table.
        pub static $name: $crate::storage::queue::Queue = $crate::storage::queue::Queue {
            name: $table,
            by_platform: $by_platform,
            claim_sqlite: CLAIM_SQLITE,
            claim_postgres: CLAIM_POSTGRES,
            finish: FINISH,
            later: LATER,
            renew: RENEW,
            abandon: ABANDON,
            replay: REPLAY,
            count_open: COUNT_OPEN,
            list_ended: LIST_ENDED,
        };
    };
    (@claim $table:literal, $kept_back:literal, $also:literal, $columns:literal, $lock:literal) => {
        concat!(
            "WITH due AS MATERIALIZED (SELECT q.id FROM ", $table, " q",
            " WHERE q.done_at IS NULL AND q.next_at <= $3 ", $also,
            " AND (q.lease_owner IS NULL OR (q.lease_owner <> $1 AND q.lease_until <= $3))",
            " AND NOT EXISTS (SELECT 1 FROM ", $table, " e WHERE e.lane = q.lane AND e.done_at IS NULL",
            " AND e.id <> q.id AND (", $kept_back,
            " OR (e.lease_owner IS NOT NULL AND (e.lease_owner = $1 OR e.lease_until > $3))))",
            " ORDER BY q.next_at LIMIT $4", $lock, ")",
            " UPDATE ", $table, " SET lease_owner = $1, lease_until = $2, fence = fence + 1, attempt = attempt + 1",
            " WHERE id IN (SELECT id FROM due)",
            " RETURNING id, lane, state, attempt, fence, ", $columns
        )
    };
}

pub(super) use queue;

impl Queue {
    /// Leases due rows, at most one of a lane. Run inside `Storage::claim`.
    pub(super) async fn claim(&self, tx: &Tx, claim: Claim<'_>) -> Result<Vec<(Leased, AnyRow)>, Fault> {
        let text = match tx.dialect() {
            Dialect::Sqlite => self.claim_sqlite,
            Dialect::Postgres => self.claim_postgres,
        };
        let mut query = sqlx::query(text)
            .bind(claim.owner.to_owned())
            .bind(claim.until.millis())
            .bind(claim.now.millis())
            .bind(i64::from(claim.limit));
        if self.by_platform {
            query = query.bind(claim.platform.to_owned());
        }
        let rows = query.fetch_all(&mut *tx.connection().await).await?;
        rows.into_iter()
            .map(|row| {
                let leased = Leased {
                    id: row.text("id")?,
                    lane: row.text("lane")?,
                    state: row.text("state")?,
                    attempt: row.small("attempt")?,
                    fence: row.int("fence")?,
                };
                Ok((leased, row))
            })
            .collect()
    }

    /// Ends a row. `false`: another owner has taken it over, and nothing was written.
    pub async fn finish(
        &self,
        tx: &Tx,
        leased: &Leased,
        state: &str,
        now: Timestamp,
        error: Option<&str>,
    ) -> Result<bool, Fault> {
        let query = sqlx::query(self.finish)
            .bind(leased.id.clone())
            .bind(leased.fence)
            .bind(state.to_owned())
            .bind(now.millis())
            .bind(error.map(shorten));
        self.fenced(tx, query).await
    }

    /// Gives a row back for a later try. `false`: another owner has taken it over, and nothing was written.
    pub async fn later(&self, tx: &Tx, leased: &Leased, later: Later<'_>) -> Result<bool, Fault> {
        let query = sqlx::query(self.later)
            .bind(leased.id.clone())
            .bind(leased.fence)
            .bind(later.state.map(str::to_owned))
            .bind(later.at.millis())
            .bind(later.error.map(shorten))
            .bind(i64::from(!later.counts));
        self.fenced(tx, query).await
    }

    /// Prolongs every lease of `owner` that nobody has taken over.
    pub async fn renew(&self, tx: &Tx, owner: &str, until: Timestamp) -> Result<(), Fault> {
        sqlx::query(self.renew)
            .bind(owner.to_owned())
            .bind(until.millis())
            .execute(&mut *tx.connection().await)
            .await?;
        Ok(())
    }

    /// Frees every row leased to `owner`, which is gone or is about to go, or to a part of it (`owner/part`). How many
    /// there were.
    pub async fn abandon(&self, tx: &Tx, owner: &str) -> Result<u64, Fault> {
        let done =
            sqlx::query(self.abandon).bind(owner.to_owned()).execute(&mut *tx.connection().await).await?;
        Ok(done.rows_affected())
    }

    /// Opens a row again that was given up. Whether there was one.
    pub async fn replay(&self, tx: &Tx, id: &str, now: Timestamp) -> Result<bool, Fault> {
        let done = sqlx::query(self.replay)
            .bind(id.to_owned())
            .bind(now.millis())
            .execute(&mut *tx.connection().await)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    /// How many rows are open.
    pub async fn count_open(&self, tx: &Tx) -> Result<i64, Fault> {
        let row = sqlx::query(self.count_open).fetch_one(&mut *tx.connection().await).await?;
        row.int("n")
    }

    /// The rows that ended in `state`, the latest first.
    pub async fn list_ended(&self, tx: &Tx, state: &str, limit: u32) -> Result<Vec<Ended>, Fault> {
        let rows = sqlx::query(self.list_ended)
            .bind(state.to_owned())
            .bind(i64::from(limit))
            .fetch_all(&mut *tx.connection().await)
            .await?;
        rows.iter()
            .map(|row| {
                Ok(Ended {
                    id: row.text("id")?,
                    lane: row.text("lane")?,
                    attempt: row.small("attempt")?,
                    error: row.maybe_text("last_error")?,
                    at: row.at("done_at")?,
                })
            })
            .collect()
    }

    /// Runs a write guarded by a fence.
    pub(super) async fn fenced(
        &self,
        tx: &Tx,
        query: Query<'static, Any, <Any as sqlx::Database>::Arguments>,
    ) -> Result<bool, Fault> {
        let done = query.execute(&mut *tx.connection().await).await?;
        let ours = done.rows_affected() == 1;
        if !ours {
            metrics::counter!("guildhall_fence_rejected_total", "queue" => self.name).increment(1);
        }
        Ok(ours)
    }
}

/// An error as a row keeps it: long ones repeat themselves.
fn shorten(error: &str) -> String {
    error.chars().take(500).collect()
}
