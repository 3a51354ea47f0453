//! Searches that are watched: whoever made one hears of what it would find.

use sqlx::any::AnyRow;

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::id::{AccountId, AlertId};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO search_alerts (id, account_id, query_key, sealed, created_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (account_id, query_key) DO NOTHING";
    FIND = "SELECT * FROM search_alerts WHERE id = $1";
    FIND_SAME = "SELECT * FROM search_alerts WHERE account_id = $1 AND query_key = $2";
    COUNT = "SELECT CAST(COUNT(*) AS BIGINT) FROM search_alerts WHERE account_id = $1";
    LIST_OF = "SELECT * FROM search_alerts WHERE account_id = $1 ORDER BY created_at, id";
    LIST = "SELECT search_alerts.* FROM search_alerts JOIN accounts ON accounts.id = search_alerts.account_id
        WHERE accounts.state = 'active' AND search_alerts.id > $1 ORDER BY search_alerts.id LIMIT $2";
    DELETE = "DELETE FROM search_alerts WHERE id = $1 AND account_id = $2";
    DELETE_OF = "DELETE FROM search_alerts WHERE account_id = $1";
}

/// A watched search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertRow {
    /// The id.
    pub id: AlertId,
    /// Who hears of it.
    pub account: AccountId,
    /// What is looked for.
    pub query: Vec<u8>,
    /// Since when.
    pub created_at: Timestamp,
}

fn row_name(id: AlertId) -> String {
    format!("search_alerts/{id}")
}

/// Watches a search, unless the account watches the same already: the row that stands then.
pub async fn insert(tx: &Tx, alert: &AlertRow) -> Result<AlertRow, Fault> {
    let key = tx.lookup("alert", &String::from_utf8_lossy(&alert.query));
    sqlx::query(INSERT)
        .bind(alert.id.to_string())
        .bind(alert.account.to_string())
        .bind(key.clone())
        .bind(tx.seal(&row_name(alert.id), &alert.query)?)
        .bind(alert.created_at.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    let row = sqlx::query(FIND_SAME)
        .bind(alert.account.to_string())
        .bind(key)
        .fetch_one(&mut *tx.connection().await)
        .await?;
    read(tx, &row)
}

/// The alert, if there is one.
pub async fn find(tx: &Tx, id: AlertId) -> Result<Option<AlertRow>, Fault> {
    let row = sqlx::query(FIND).bind(id.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.map(|row| read(tx, &row)).transpose()
}

/// How many searches an account watches.
pub async fn count(tx: &Tx, account: AccountId) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar(COUNT).bind(account.to_string()).fetch_one(&mut *tx.connection().await).await?)
}

/// What an account watches, the oldest first.
pub async fn list_of(tx: &Tx, account: AccountId) -> Result<Vec<AlertRow>, Fault> {
    let rows = sqlx::query(LIST_OF).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| read(tx, row)).collect()
}

/// At most `limit` alerts of people who are here, in the order of their ids, behind `after`.
pub async fn list(tx: &Tx, after: Option<AlertId>, limit: i64) -> Result<Vec<AlertRow>, Fault> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows = sqlx::query(LIST).bind(after).bind(limit).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| read(tx, row)).collect()
}

/// Watches it no longer.
pub async fn delete(tx: &Tx, account: AccountId, id: AlertId) -> Result<(), Fault> {
    sqlx::query(DELETE)
        .bind(id.to_string())
        .bind(account.to_string())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Watches nothing any more for an account.
pub async fn delete_of(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn read(tx: &Tx, row: &AnyRow) -> Result<AlertRow, Fault> {
    let id = row.parsed("id")?;
    Ok(AlertRow {
        id,
        account: row.parsed("account_id")?,
        query: tx.unseal(&row_name(id), &row.bytes("sealed")?)?,
        created_at: row.at("created_at")?,
    })
}
