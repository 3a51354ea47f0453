//! The change feed that in-memory indexes follow.

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO changes (kind, id, version, at) VALUES ($1, $2, $3, $4)";
    LIST_SINCE = "SELECT seq, kind, id, version, at FROM changes WHERE at >= $1 AND seq > $2 ORDER BY seq LIMIT $3";
    DELETE_OLD = "DELETE FROM changes WHERE at < $1";
}

/// Something changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its place in the feed. Places are given in the order of writing, not of commit.
    pub seq: i64,
    /// What kind of thing.
    pub kind: String,
    /// Which one.
    pub id: String,
    /// Its version since.
    pub version: i64,
    /// When.
    pub at: Timestamp,
}

/// Appends to the feed, in the transaction of the change.
pub async fn append(tx: &Tx, kind: &str, id: &str, version: i64, now: Timestamp) -> Result<(), Fault> {
    sqlx::query(INSERT)
        .bind(kind.to_owned())
        .bind(id.to_owned())
        .bind(version)
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// The changes made at or after `since`, beginning behind place `after`. A follower asks again for the last 30 s on
/// every pass, from place 0, since an earlier place may be committed later.
pub async fn list_since(tx: &Tx, since: Timestamp, after: i64, limit: u32) -> Result<Vec<Change>, Fault> {
    let rows = sqlx::query(LIST_SINCE)
        .bind(since.millis())
        .bind(after)
        .bind(i64::from(limit))
        .fetch_all(&mut *tx.connection().await)
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Change {
                seq: row.int("seq")?,
                kind: row.text("kind")?,
                id: row.text("id")?,
                version: row.int("version")?,
                at: row.at("at")?,
            })
        })
        .collect()
}

/// Deletes changes made before `before`, which every follower has read.
pub async fn delete_old(tx: &Tx, before: Timestamp) -> Result<(), Fault> {
    sqlx::query(DELETE_OLD).bind(before.millis()).execute(&mut *tx.connection().await).await?;
    Ok(())
}
