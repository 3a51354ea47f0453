//! The activity log: append only.

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::activity::Activity;
use crate::error::Fault;
use crate::ids::Ids;

statements! {
    INSERT = "INSERT INTO activities (id, kind, actor_id, subject_kind, subject_id, at) VALUES ($1, $2, $3, $4, $5, $6)";
    COUNT = "SELECT kind, CAST(COUNT(*) AS BIGINT) AS number FROM activities
        WHERE subject_kind = $1 AND subject_id = $2 GROUP BY kind ORDER BY kind";
}

/// Appends to the log.
pub async fn insert(tx: &Tx, ids: &dyn Ids, activity: &Activity) -> Result<(), Fault> {
    sqlx::query(INSERT)
        .bind(ids.uuid(activity.at).to_string())
        .bind(activity.kind.key())
        .bind(activity.actor.map(|actor| actor.to_string()))
        .bind(activity.subject_kind)
        .bind(activity.subject.clone())
        .bind(activity.at.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// How often what happened to a subject, by kind.
pub async fn count(tx: &Tx, subject_kind: &str, subject: &str) -> Result<Vec<(String, i64)>, Fault> {
    let rows = sqlx::query(COUNT)
        .bind(subject_kind.to_owned())
        .bind(subject.to_owned())
        .fetch_all(&mut *tx.connection().await)
        .await?;
    rows.iter().map(|row| Ok((row.text("kind")?, row.int("number")?))).collect()
}
