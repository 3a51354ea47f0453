//! Changes to requests that are out.

use sqlx::any::AnyRow;

use super::super::row::{Columns as _, flag};
use super::super::{Tx, statements};
use crate::domain::id::{AccountId, RequestId};
use crate::domain::revision::Revision;
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    UPSERT = "INSERT INTO request_revisions (request_id, base_version, before, after, made, at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (request_id, base_version) DO UPDATE SET after = excluded.after, made = excluded.made,
            at = excluded.at";
    FIND = "SELECT * FROM request_revisions WHERE request_id = $1 AND base_version = $2";
    DELETE = "DELETE FROM request_revisions WHERE request_id = $1 AND base_version = $2 AND made = 0";
    DELETE_OF = "DELETE FROM request_revisions WHERE request_id IN (SELECT id FROM requests WHERE client_id = $1)";
}

/// Keeps a change, made or not yet.
pub async fn set(tx: &Tx, revision: &Revision, now: Timestamp) -> Result<(), Fault> {
    sqlx::query(UPSERT)
        .bind(revision.request.to_string())
        .bind(revision.base)
        .bind(serde_json::to_string(&revision.before)?)
        .bind(serde_json::to_string(&revision.after)?)
        .bind(flag(revision.made))
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// The change to a request as of its version `base`, if there is one.
pub async fn find(tx: &Tx, request: RequestId, base: i64) -> Result<Option<Revision>, Fault> {
    let row = sqlx::query(FIND)
        .bind(request.to_string())
        .bind(base)
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Forgets a change that wasn't made.
pub async fn delete(tx: &Tx, request: RequestId, base: i64) -> Result<(), Fault> {
    sqlx::query(DELETE).bind(request.to_string()).bind(base).execute(&mut *tx.connection().await).await?;
    Ok(())
}

/// Forgets every change to a client's requests.
pub async fn delete_of(tx: &Tx, client: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(client.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn read(row: &AnyRow) -> Result<Revision, Fault> {
    Ok(Revision {
        request: row.parsed("request_id")?,
        base: row.int("base_version")?,
        before: serde_json::from_str(&row.text("before")?)?,
        after: serde_json::from_str(&row.text("after")?)?,
        made: row.flag("made")?,
    })
}
