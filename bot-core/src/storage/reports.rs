//! What members told the moderators; the words are sealed.

use super::{Tx, statements};
use crate::domain::report::Report;
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO reports (id, reporter_id, subject_kind, subject_id, sealed, state, created_at)
        VALUES ($1, $2, $3, $4, $5, 'new', $6)";
    COUNT_OPEN = "SELECT CAST(COUNT(*) AS BIGINT) FROM reports WHERE state = 'new'";
}

/// Adds a report.
pub async fn insert(tx: &Tx, report: &Report) -> Result<(), Fault> {
    let sealed = tx.seal(&format!("reports/{}", report.id), report.note.as_bytes())?;
    sqlx::query(INSERT)
        .bind(report.id.to_string())
        .bind(report.reporter.to_string())
        .bind(report.subject.kind.clone())
        .bind(report.subject.id.clone())
        .bind(sealed)
        .bind(report.created_at.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// How many nobody has looked at.
pub async fn count_open(tx: &Tx) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar(COUNT_OPEN).fetch_one(&mut *tx.connection().await).await?)
}
