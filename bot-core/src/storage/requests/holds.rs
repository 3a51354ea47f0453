//! Requests that moderators look at first.

use sqlx::any::AnyRow;

use super::super::row::Columns as _;
use super::super::{Tx, statements};
use crate::domain::hold::{Decision, Hold, rule_from_key, rule_key};
use crate::domain::id::{AccountId, RequestId};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    UPSERT = "INSERT INTO request_holds (request_id, rule, quote, held_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (request_id) DO UPDATE SET rule = excluded.rule, quote = excluded.quote,
            held_at = excluded.held_at, decided_at = NULL, decision = NULL, note = ''";
    DECIDE = "UPDATE request_holds SET decided_at = $2, decision = $3, note = $4
        WHERE request_id = $1 AND decided_at IS NULL";
    FIND = "SELECT * FROM request_holds WHERE request_id = $1";
    LIST_WAITING = "SELECT * FROM request_holds WHERE decided_at IS NULL ORDER BY held_at, request_id LIMIT $1";
    DELETE_OF = "DELETE FROM request_holds WHERE request_id IN (SELECT id FROM requests WHERE client_id = $1)";
}

/// Puts a request before the moderators, also if they have seen it before.
pub async fn set(tx: &Tx, hold: &Hold) -> Result<(), Fault> {
    sqlx::query(UPSERT)
        .bind(hold.request.to_string())
        .bind(rule_key(hold.rule))
        .bind(hold.quote.clone())
        .bind(hold.held_at.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Notes a decision. Whether nothing was decided before.
pub async fn decide(
    tx: &Tx,
    request: RequestId,
    decision: Decision,
    note: &str,
    now: Timestamp,
) -> Result<bool, Fault> {
    let done = sqlx::query(DECIDE)
        .bind(request.to_string())
        .bind(now.millis())
        .bind(decision.key())
        .bind(note.to_owned())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Why a request is or was held.
pub async fn find(tx: &Tx, request: RequestId) -> Result<Option<Hold>, Fault> {
    let row = sqlx::query(FIND).bind(request.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.as_ref().map(read).transpose()
}

/// What waits for a moderator, the longest waiting first.
pub async fn list_waiting(tx: &Tx, limit: i64) -> Result<Vec<Hold>, Fault> {
    let rows = sqlx::query(LIST_WAITING).bind(limit).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(read).collect()
}

/// Forgets the words for which a client's requests were held.
pub async fn delete_of(tx: &Tx, client: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(client.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn read(row: &AnyRow) -> Result<Hold, Fault> {
    let decision = match row.maybe_text("decision")? {
        Some(_) => Some(row.keyed("decision", Decision::from_key)?),
        None => None,
    };
    Ok(Hold {
        request: row.parsed("request_id")?,
        rule: row.keyed("rule", rule_from_key)?,
        quote: row.text("quote")?,
        held_at: row.at("held_at")?,
        decision,
        note: row.text("note")?,
    })
}
