//! Who wants nothing to do with whom.

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO blocks (account_id, blocked_id, created_at) VALUES ($1, $2, $3)
        ON CONFLICT (account_id, blocked_id) DO NOTHING";
    DELETE = "DELETE FROM blocks WHERE account_id = $1 AND blocked_id = $2";
    BETWEEN = "SELECT account_id FROM blocks
        WHERE (account_id = $1 AND blocked_id = $2) OR (account_id = $2 AND blocked_id = $1)";
    LIST_AROUND = "SELECT account_id, blocked_id FROM blocks WHERE account_id = $1 OR blocked_id = $1";
}

/// `account` blocks `blocked`. Whether that is new.
pub async fn insert(tx: &Tx, account: AccountId, blocked: AccountId, now: Timestamp) -> Result<bool, Fault> {
    let done = sqlx::query(INSERT)
        .bind(account.to_string())
        .bind(blocked.to_string())
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// `account` no longer blocks `blocked`.
pub async fn delete(tx: &Tx, account: AccountId, blocked: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE)
        .bind(account.to_string())
        .bind(blocked.to_string())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Whether either of the two blocks the other.
pub async fn between(tx: &Tx, one: AccountId, other: AccountId) -> Result<bool, Fault> {
    let row = sqlx::query(BETWEEN)
        .bind(one.to_string())
        .bind(other.to_string())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    Ok(row.is_some())
}

/// Everyone who blocks `account` or is blocked by it.
pub async fn list_around(tx: &Tx, account: AccountId) -> Result<Vec<AccountId>, Fault> {
    let rows =
        sqlx::query(LIST_AROUND).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter()
        .map(|row| {
            let (one, other): (AccountId, AccountId) = (row.parsed("account_id")?, row.parsed("blocked_id")?);
            Ok(if one == account { other } else { one })
        })
        .collect()
}
