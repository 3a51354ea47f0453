//! How far something has been read: a poller's offset, a chore's last run.

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    PUT = "INSERT INTO cursors (name, value, at) VALUES ($1, $2, $3)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at";
    FIND = "SELECT value, at FROM cursors WHERE name = $1";
}

/// How far `name` has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// What is read.
    pub name: String,
    /// The place in it.
    pub value: i64,
    /// When it was set.
    pub at: Timestamp,
}

/// Stores a cursor.
pub async fn put(tx: &Tx, cursor: &Cursor) -> Result<(), Fault> {
    sqlx::query(PUT)
        .bind(cursor.name.clone())
        .bind(cursor.value)
        .bind(cursor.at.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// The cursor named so, if one was stored.
pub async fn find(tx: &Tx, name: &str) -> Result<Option<Cursor>, Fault> {
    let row = sqlx::query(FIND).bind(name.to_owned()).fetch_optional(&mut *tx.connection().await).await?;
    row.map(|row| Ok(Cursor { name: name.to_owned(), value: row.int("value")?, at: row.at("at")? }))
        .transpose()
}
