//! The last search of each account in each chat; what was looked for is sealed.

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::id::{AccountId, SearchId};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    DELETE_IN = "DELETE FROM searches WHERE account_id = $1 AND chat_key = $2";
    INSERT = "INSERT INTO searches (id, account_id, chat_key, version, sealed, updated_at)
        VALUES ($1, $2, $3, 1, $4, $5)";
    UPDATE = "UPDATE searches SET sealed = $3, updated_at = $4, version = version + 1
        WHERE id = $1 AND version = $2";
    FIND = "SELECT version, sealed FROM searches WHERE id = $1 AND account_id = $2";
    DELETE_OF = "DELETE FROM searches WHERE account_id = $1";
    DELETE_OLD = "DELETE FROM searches WHERE updated_at < $1";
}

fn row_name(id: SearchId) -> String {
    format!("searches/{id}")
}

/// Stores a new search in place of the chat's last one.
pub async fn insert(
    tx: &Tx,
    account: AccountId,
    chat: &str,
    id: SearchId,
    query: &[u8],
    now: Timestamp,
) -> Result<(), Fault> {
    let chat_key = tx.lookup("search", chat);
    sqlx::query(DELETE_IN)
        .bind(account.to_string())
        .bind(chat_key.clone())
        .execute(&mut *tx.connection().await)
        .await?;
    let sealed = tx.seal(&row_name(id), query)?;
    sqlx::query(INSERT)
        .bind(id.to_string())
        .bind(account.to_string())
        .bind(chat_key)
        .bind(sealed)
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Changes what is looked for. Whether the search was still at `version`.
pub async fn update(
    tx: &Tx,
    id: SearchId,
    version: i64,
    query: &[u8],
    now: Timestamp,
) -> Result<bool, Fault> {
    let sealed = tx.seal(&row_name(id), query)?;
    let done = sqlx::query(UPDATE)
        .bind(id.to_string())
        .bind(version)
        .bind(sealed)
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// A search of the account's, with its version.
pub async fn find(tx: &Tx, account: AccountId, id: SearchId) -> Result<Option<(i64, Vec<u8>)>, Fault> {
    let row = sqlx::query(FIND)
        .bind(id.to_string())
        .bind(account.to_string())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((row.int("version")?, tx.unseal(&row_name(id), &row.bytes("sealed")?)?)))
}

/// Forgets every search of an account.
pub async fn delete_of(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

/// Forgets searches nobody touched since `before`.
pub async fn delete_old(tx: &Tx, before: Timestamp) -> Result<(), Fault> {
    sqlx::query(DELETE_OLD).bind(before.millis()).execute(&mut *tx.connection().await).await?;
    Ok(())
}
