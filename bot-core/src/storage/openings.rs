//! When direct channels were opened on a platform that counts them.

use super::{Tx, statements};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::ids::Ids;

statements! {
    INSERT = "INSERT INTO channel_openings (id, platform, opened_at) VALUES ($1, $2, $3)";
    COUNT = "SELECT CAST(COUNT(*) AS BIGINT) FROM channel_openings WHERE platform = $1 AND opened_at > $2";
    DELETE_OLD = "DELETE FROM channel_openings WHERE platform = $1 AND opened_at <= $2";
}

/// Notes that a channel is opened at `now`.
pub async fn insert(tx: &Tx, ids: &dyn Ids, platform: &str, now: Timestamp) -> Result<(), Fault> {
    sqlx::query(INSERT)
        .bind(ids.uuid(now).to_string())
        .bind(platform.to_owned())
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// How many channels were opened after `since`.
pub async fn count(tx: &Tx, platform: &str, since: Timestamp) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar(COUNT)
        .bind(platform.to_owned())
        .bind(since.millis())
        .fetch_one(&mut *tx.connection().await)
        .await?)
}

/// Forgets what was opened before or at `until`.
pub async fn delete_old(tx: &Tx, platform: &str, until: Timestamp) -> Result<(), Fault> {
    sqlx::query(DELETE_OLD)
        .bind(platform.to_owned())
        .bind(until.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}
