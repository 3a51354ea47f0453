//! What members kept to come back to.

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO bookmarks (account_id, kind, subject_id, created_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account_id, kind, subject_id) DO NOTHING";
    DELETE = "DELETE FROM bookmarks WHERE account_id = $1 AND kind = $2 AND subject_id = $3";
    COUNT = "SELECT CAST(COUNT(*) AS BIGINT) FROM bookmarks WHERE account_id = $1";
    LIST = "SELECT kind, subject_id FROM bookmarks WHERE account_id = $1
        ORDER BY created_at DESC, subject_id LIMIT 500";
    DELETE_OF = "DELETE FROM bookmarks WHERE account_id = $1";
}

/// What was kept: the kind of thing, and its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    /// `request` or `account`.
    pub kind: String,
    /// The id.
    pub subject: String,
}

/// Keeps something. Keeping it again changes nothing.
pub async fn insert(tx: &Tx, account: AccountId, kept: &Kept, now: Timestamp) -> Result<(), Fault> {
    sqlx::query(INSERT)
        .bind(account.to_string())
        .bind(kept.kind.clone())
        .bind(kept.subject.clone())
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Keeps something no longer.
pub async fn delete(tx: &Tx, account: AccountId, kept: &Kept) -> Result<(), Fault> {
    sqlx::query(DELETE)
        .bind(account.to_string())
        .bind(kept.kind.clone())
        .bind(kept.subject.clone())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// How many things an account keeps.
pub async fn count(tx: &Tx, account: AccountId) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar(COUNT).bind(account.to_string()).fetch_one(&mut *tx.connection().await).await?)
}

/// What an account keeps, the latest first.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<Kept>, Fault> {
    let rows = sqlx::query(LIST).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| Ok(Kept { kind: row.text("kind")?, subject: row.text("subject_id")? })).collect()
}

/// Forgets everything an account keeps.
pub async fn delete_of(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}
