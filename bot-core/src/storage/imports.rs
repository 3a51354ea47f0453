//! What was taken in from elsewhere.
//!
//! Keys there may name people, so they are kept as keyed hashes.

use super::{Tx, statements};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO imports (import_key, subject, taken_at) VALUES ($1, $2, $3)";
    FIND = "SELECT subject FROM imports WHERE import_key = $1";
}

/// Whether what has this key elsewhere was taken in before.
pub async fn is_known(tx: &Tx, key: &str) -> Result<bool, Fault> {
    let found =
        sqlx::query(FIND).bind(tx.lookup("import", key)).fetch_optional(&mut *tx.connection().await).await?;
    Ok(found.is_some())
}

/// Notes that what has this key elsewhere became `subject`, in the transaction in which it does.
pub async fn insert(tx: &Tx, key: &str, subject: &str, now: Timestamp) -> Result<(), Fault> {
    sqlx::query(INSERT)
        .bind(tx.lookup("import", key))
        .bind(subject.to_owned())
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}
