//! What was ranked for whom: a list can be replayed and a message explained.

use sqlx::any::AnyRow;

use super::row::{Columns as _, flag};
use super::{Tx, statements};
use crate::domain::id::{AccountId, RequestId};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    UPSERT = "INSERT INTO matches (request_id, account_id, ranker, score, reasons, ranked_at, told)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (request_id, account_id) DO UPDATE SET ranker = excluded.ranker, score = excluded.score,
            reasons = excluded.reasons, ranked_at = excluded.ranked_at,
            told = CASE WHEN matches.told = 1 THEN 1 ELSE excluded.told END";
    FIND = "SELECT * FROM matches WHERE request_id = $1 AND account_id = $2";
    DISMISS = "INSERT INTO matches (request_id, account_id, ranker, score, reasons, ranked_at, told, dismissed)
        VALUES ($1, $2, '', 0, '[]', $3, 0, 1)
        ON CONFLICT (request_id, account_id) DO UPDATE SET dismissed = 1";
    RESTORE = "UPDATE matches SET dismissed = 0 WHERE request_id = $1 AND account_id = $2";
    LIST_DISMISSED_BY = "SELECT request_id FROM matches WHERE account_id = $1 AND dismissed = 1";
    LIST_DISMISSED_OF = "SELECT account_id FROM matches WHERE request_id = $1 AND dismissed = 1";
    LIST_TOLD = "SELECT account_id FROM matches WHERE request_id = $1 AND told = 1";
}

/// A logged match.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchRow {
    /// For which request.
    pub request: RequestId,
    /// Who fits.
    pub account: AccountId,
    /// Which ranker said so.
    pub ranker: String,
    /// From 0 to 1.
    pub score: f64,
    /// The contributions, as the ranker's own JSON.
    pub reasons: String,
    /// When.
    pub ranked_at: Timestamp,
    /// Whether a message was put on its way.
    pub told: bool,
    /// Whether the person said "not for me".
    pub dismissed: bool,
}

/// Logs a match. Being told once is never forgotten.
pub async fn upsert(tx: &Tx, row: &MatchRow) -> Result<(), Fault> {
    sqlx::query(UPSERT)
        .bind(row.request.to_string())
        .bind(row.account.to_string())
        .bind(row.ranker.clone())
        .bind(row.score)
        .bind(row.reasons.clone())
        .bind(row.ranked_at.millis())
        .bind(flag(row.told))
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// What was logged for a pair.
pub async fn find(tx: &Tx, request: RequestId, account: AccountId) -> Result<Option<MatchRow>, Fault> {
    let row = sqlx::query(FIND)
        .bind(request.to_string())
        .bind(account.to_string())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.as_ref().map(read).transpose()
}

/// "Not for me."
pub async fn dismiss(tx: &Tx, request: RequestId, account: AccountId, now: Timestamp) -> Result<(), Fault> {
    sqlx::query(DISMISS)
        .bind(request.to_string())
        .bind(account.to_string())
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Takes "not for me" back.
pub async fn restore(tx: &Tx, request: RequestId, account: AccountId) -> Result<(), Fault> {
    sqlx::query(RESTORE)
        .bind(request.to_string())
        .bind(account.to_string())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Which requests a person doesn't want to see.
pub async fn list_dismissed_by(tx: &Tx, account: AccountId) -> Result<Vec<RequestId>, Fault> {
    let rows = sqlx::query(LIST_DISMISSED_BY)
        .bind(account.to_string())
        .fetch_all(&mut *tx.connection().await)
        .await?;
    rows.iter().map(|row| row.parsed("request_id")).collect()
}

/// Who doesn't want to see a request.
pub async fn list_dismissed_of(tx: &Tx, request: RequestId) -> Result<Vec<AccountId>, Fault> {
    list_accounts(tx, LIST_DISMISSED_OF, request).await
}

/// Who was told of a request.
pub async fn list_told(tx: &Tx, request: RequestId) -> Result<Vec<AccountId>, Fault> {
    list_accounts(tx, LIST_TOLD, request).await
}

async fn list_accounts(
    tx: &Tx,
    statement: &'static str,
    request: RequestId,
) -> Result<Vec<AccountId>, Fault> {
    let rows =
        sqlx::query(statement).bind(request.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| row.parsed("account_id")).collect()
}

fn read(row: &AnyRow) -> Result<MatchRow, Fault> {
    Ok(MatchRow {
        request: row.parsed("request_id")?,
        account: row.parsed("account_id")?,
        ranker: row.text("ranker")?,
        score: row.maybe_float("score")?.unwrap_or_default(),
        reasons: row.text("reasons")?,
        ranked_at: row.at("ranked_at")?,
        told: row.flag("told")?,
        dismissed: row.flag("dismissed")?,
    })
}
