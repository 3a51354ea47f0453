//! The links and link_tries tables: codes, who met by them, and wrong guesses.
//!
//! A code is only ever held as a keyed hash.

use sqlx::any::AnyRow;

use super::row::{Columns as _, flag};
use super::{Tx, statements};
use crate::domain::id::{AccountId, LinkId};
use crate::domain::link::{Link, LinkState, StopReason};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::ids::Ids;

statements! {
    INSERT = "INSERT INTO links (id, state, code_key, starter_id, created_at, ends_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    UPDATE = "UPDATE links SET state = $2, joiner_id = $3, starter_agreed = $4, joiner_agreed = $5, ends_at = $6,
            reason = $7, closed_at = $8, version = $9,
            code_key = CASE WHEN $2 = 'offered' THEN code_key ELSE NULL END
        WHERE id = $1 AND version = $9 - 1";
    FIND = "SELECT * FROM links WHERE id = $1";
    FIND_BY_CODE = "SELECT * FROM links WHERE code_key = $1 AND state = 'offered'";
    LIST_UNDER_WAY = "SELECT * FROM links WHERE (starter_id = $1 OR joiner_id = $1)
            AND state IN ('offered', 'met', 'waiting') ORDER BY created_at DESC, id DESC";
    FIND_LAST = "SELECT * FROM links WHERE (starter_id = $1 OR joiner_id = $1) AND state IN ('merged', 'stopped')
        ORDER BY closed_at DESC, id DESC LIMIT 1";
    COUNT_STARTED = "SELECT CAST(COUNT(*) AS BIGINT) FROM links WHERE starter_id = $1 AND created_at > $2";
    INSERT_TRY = "INSERT INTO link_tries (id, account_id, at) VALUES ($1, $2, $3)";
    COUNT_TRIES = "SELECT CAST(COUNT(*) AS BIGINT) FROM link_tries WHERE account_id = $1 AND at > $2";
    DELETE_OLD = "DELETE FROM links WHERE closed_at < $1 AND state = 'stopped'";
    DELETE_UNUSED = "DELETE FROM links WHERE state IN ('offered', 'met') AND ends_at < $1";
    DELETE_OLD_TRIES = "DELETE FROM link_tries WHERE at < $1";
}

/// Adds a link that is offered under `code`.
pub async fn insert(tx: &Tx, link: &Link, code: &str) -> Result<(), Fault> {
    sqlx::query(INSERT)
        .bind(link.id.to_string())
        .bind(link.state.key())
        .bind(code_key(tx, code))
        .bind(link.starter.to_string())
        .bind(link.created_at.millis())
        .bind(link.ends_at.millis())
        .bind(link.version)
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Writes the link, whose version counts one more than the row's. Whether it was still at that version. Once it isn't
/// offered any more its code opens nothing.
pub async fn update(tx: &Tx, link: &Link, now: Timestamp) -> Result<bool, Fault> {
    let closed = matches!(link.state, LinkState::Merged | LinkState::Stopped);
    let done = sqlx::query(UPDATE)
        .bind(link.id.to_string())
        .bind(link.state.key())
        .bind(link.joiner.map(|joiner| joiner.to_string()))
        .bind(flag(link.agreed.0))
        .bind(flag(link.agreed.1))
        .bind(link.ends_at.millis())
        .bind(link.reason.map(StopReason::key))
        .bind(closed.then_some(now.millis()))
        .bind(link.version)
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The link, if there is one.
pub async fn find(tx: &Tx, id: LinkId) -> Result<Option<Link>, Fault> {
    let row = sqlx::query(FIND).bind(id.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.as_ref().map(read).transpose()
}

/// The link that is offered under `code`.
pub async fn find_by_code(tx: &Tx, code: &str) -> Result<Option<Link>, Fault> {
    let row = sqlx::query(FIND_BY_CODE)
        .bind(code_key(tx, code))
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Everything under way in which `account` has a part, newest first; also what has run out and wasn't closed yet.
pub async fn list_under_way(tx: &Tx, account: AccountId) -> Result<Vec<Link>, Fault> {
    let rows =
        sqlx::query(LIST_UNDER_WAY).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(read).collect()
}

/// The last link in which `account` had a part and that is over.
pub async fn find_last(tx: &Tx, account: AccountId) -> Result<Option<Link>, Fault> {
    let row =
        sqlx::query(FIND_LAST).bind(account.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.as_ref().map(read).transpose()
}

/// How many codes `account` has asked for since `since`.
pub async fn count_started(tx: &Tx, account: AccountId, since: Timestamp) -> Result<i64, Fault> {
    count(tx, COUNT_STARTED, account, since).await
}

/// `account` typed a code that there isn't.
pub async fn insert_try(tx: &Tx, ids: &dyn Ids, account: AccountId, now: Timestamp) -> Result<(), Fault> {
    sqlx::query(INSERT_TRY)
        .bind(ids.uuid(now).to_string())
        .bind(account.to_string())
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// How many codes that there aren't `account` has typed since `since`.
pub async fn count_tries(tx: &Tx, account: AccountId, since: Timestamp) -> Result<i64, Fault> {
    count(tx, COUNT_TRIES, account, since).await
}

async fn count(tx: &Tx, sql: &'static str, account: AccountId, since: Timestamp) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar(sql)
        .bind(account.to_string())
        .bind(since.millis())
        .fetch_one(&mut *tx.connection().await)
        .await?)
}

/// Deletes what came to nothing before `before`. Which accounts became one is kept.
pub async fn delete_old(tx: &Tx, before: Timestamp) -> Result<(), Fault> {
    for sql in [DELETE_OLD, DELETE_UNUSED, DELETE_OLD_TRIES] {
        sqlx::query(sql).bind(before.millis()).execute(&mut *tx.connection().await).await?;
    }
    Ok(())
}

fn code_key(tx: &Tx, code: &str) -> String {
    tx.lookup("link code", code)
}

fn read(row: &AnyRow) -> Result<Link, Fault> {
    let reason = match row.maybe_text("reason")? {
        Some(_) => Some(row.keyed("reason", StopReason::from_key)?),
        None => None,
    };
    let joiner = match row.maybe_text("joiner_id")? {
        Some(_) => Some(row.parsed("joiner_id")?),
        None => None,
    };
    Ok(Link {
        id: row.parsed("id")?,
        state: row.keyed("state", LinkState::from_key)?,
        starter: row.parsed("starter_id")?,
        joiner,
        agreed: (row.flag("starter_agreed")?, row.flag("joiner_agreed")?),
        created_at: row.at("created_at")?,
        ends_at: row.at("ends_at")?,
        reason,
        version: row.int("version")?,
    })
}
