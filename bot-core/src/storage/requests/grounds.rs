//! What drafts were read from.

use super::super::row::Columns as _;
use super::super::{Tx, statements};
use crate::domain::grounds::Grounds;
use crate::domain::id::RequestId;
use crate::error::Fault;

statements! {
    UPSERT = "INSERT INTO request_grounds (request_id, grounds) VALUES ($1, $2)
        ON CONFLICT (request_id) DO UPDATE SET grounds = excluded.grounds";
    FIND = "SELECT grounds FROM request_grounds WHERE request_id = $1";
    DELETE = "DELETE FROM request_grounds WHERE request_id = $1";
}

/// Keeps what a draft was read from.
pub async fn set(tx: &Tx, request: RequestId, grounds: &Grounds) -> Result<(), Fault> {
    sqlx::query(UPSERT)
        .bind(request.to_string())
        .bind(serde_json::to_string(grounds)?)
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// What a request was read from, while it is a draft.
pub async fn get(tx: &Tx, request: RequestId) -> Result<Grounds, Fault> {
    let row = sqlx::query(FIND).bind(request.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    match row {
        Some(row) => Ok(serde_json::from_str(&row.text("grounds")?)?),
        None => Ok(Grounds::default()),
    }
}

/// Forgets what a request was read from.
pub async fn delete(tx: &Tx, request: RequestId) -> Result<(), Fault> {
    sqlx::query(DELETE).bind(request.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}
