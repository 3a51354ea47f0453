//! The inbox table: what came in, sealed until it is answered.

use sqlx::Row as _;

use super::queue::{Claim, Leased, queue};
use super::row::Columns as _;
use super::{Tx, lanes, statements};
use crate::domain::identity::Platform;
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::ui::interaction::EventId;

queue! {
    INBOX = "inbox",
    platform: true,
    opens_as: "new",
    // Strictly in order: what a person said first is done first.
    kept_back_by: "e.seq < q.seq",
    also: "AND q.platform = $5",
    returning: "subject, received_at, sealed",
    INSERT = "INSERT INTO inbox (id, platform, lane, seq, sealed, state, received_at, next_at)
        VALUES ($1, $2, $3, $4, $5, 'new', $6, $6) ON CONFLICT (id) DO NOTHING";
    FIND_STATE = "SELECT state FROM inbox WHERE id = $1";
    MARK_HANDLED = "UPDATE inbox SET state = 'handled', subject = $2 WHERE id = $1 AND state = 'new'";
    ANSWER = "UPDATE inbox SET state = $3, done_at = $4, last_error = $5, sealed = NULL, lease_owner = NULL,
        lease_until = 0 WHERE id = $1 AND fence = $2";
    LIST_SEALED = "SELECT id, sealed FROM inbox WHERE sealed IS NOT NULL AND received_at < $1 AND id > $2
        ORDER BY id LIMIT 200";
    RESEAL = "UPDATE inbox SET sealed = $2 WHERE id = $1 AND sealed IS NOT NULL";
    DELETE_OLD = "DELETE FROM inbox WHERE done_at < $1";
}

/// A claimed row.
#[derive(Debug, Clone)]
pub struct InboxRow {
    /// The lease on it.
    pub leased: Leased,
    /// The platform's raw event; none where it was erased or can't be opened.
    pub body: Option<String>,
    /// When it was stored.
    pub received_at: Timestamp,
    /// What its change was about, if the change stands already.
    pub handled: Option<Option<String>>,
}

/// Stores an event, unless it is there already. Whether it was new.
pub async fn insert(
    tx: &Tx,
    id: &EventId,
    platform: Platform,
    lane: &str,
    body: &str,
    now: Timestamp,
) -> Result<bool, Fault> {
    if find_state(tx, id).await?.is_some() {
        return Ok(false);
    }
    // A platform's number of a person is personal: the lane is its keyed hash.
    let lane = tx.lookup("lane", lane);
    let seq = lanes::next(tx, &lane).await?;
    let done = sqlx::query(INSERT)
        .bind(id.0.clone())
        .bind(platform.key())
        .bind(lane)
        .bind(seq)
        .bind(tx.seal(&row_name(&id.0), body.as_bytes())?)
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Marks an event as handled, in the transaction of the change it caused. `subject` names what the change was about,
/// so that the answer can be given after a crash. `false`: an earlier transaction did, or the event has no row.
pub async fn mark_handled(tx: &Tx, id: &EventId, subject: Option<&str>) -> Result<bool, Fault> {
    let done = sqlx::query(MARK_HANDLED)
        .bind(id.0.clone())
        .bind(subject.map(str::to_owned))
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

async fn find_state(tx: &Tx, id: &EventId) -> Result<Option<String>, Fault> {
    let row = sqlx::query(FIND_STATE).bind(id.0.clone()).fetch_optional(&mut *tx.connection().await).await?;
    row.map(|row| row.text("state")).transpose()
}

/// Leases due rows, the first of each lane. Run inside `Storage::claim`.
pub async fn claim(tx: &Tx, claim: Claim<'_>) -> Result<Vec<InboxRow>, Fault> {
    let rows = INBOX.claim(tx, claim).await?;
    rows.into_iter()
        .map(|(leased, row)| {
            // One row that can't be opened must not stop the others.
            let sealed: Option<Vec<u8>> = row.try_get("sealed")?;
            let body = sealed.and_then(|sealed| tx.unseal(&row_name(&leased.id), &sealed).ok());
            let handled = (leased.state == "handled").then(|| row.maybe_text("subject")).transpose()?;
            Ok(InboxRow {
                body: body.map(|body| String::from_utf8_lossy(&body).into_owned()),
                received_at: row.at("received_at")?,
                handled,
                leased,
            })
        })
        .collect()
}

/// Ends a row as `state` and erases its body. `false`: another owner has taken it over, and nothing was written.
pub async fn answer(
    tx: &Tx,
    leased: &Leased,
    state: &str,
    now: Timestamp,
    error: Option<&str>,
) -> Result<bool, Fault> {
    let query = sqlx::query(ANSWER)
        .bind(leased.id.clone())
        .bind(leased.fence)
        .bind(state.to_owned())
        .bind(now.millis())
        .bind(error.map(str::to_owned));
    INBOX.fenced(tx, query).await
}

/// Rewrites one page of stored bodies received before `before`, those with ids behind `after`, by `without_secret`,
/// which gives `None` for a body that holds no secret. How many were rewritten, and where the next page begins.
pub async fn erase_secrets(
    tx: &Tx,
    before: Timestamp,
    after: &str,
    without_secret: impl Fn(&str) -> Option<String> + Send + Sync,
) -> Result<(usize, Option<String>), Fault> {
    let rows = sqlx::query(LIST_SEALED)
        .bind(before.millis())
        .bind(after.to_owned())
        .fetch_all(&mut *tx.connection().await)
        .await?;
    let mut erased = 0;
    for row in &rows {
        let id = row.text("id")?;
        let Ok(body) = tx.unseal(&row_name(&id), &row.bytes("sealed")?) else { continue };
        let Some(body) = without_secret(&String::from_utf8_lossy(&body)) else { continue };
        sqlx::query(RESEAL)
            .bind(id.clone())
            .bind(tx.seal(&row_name(&id), body.as_bytes())?)
            .execute(&mut *tx.connection().await)
            .await?;
        erased += 1;
    }
    let next = rows.last().map(|row| row.text("id")).transpose()?;
    Ok((erased, next))
}

/// Deletes rows that ended before `before`, with the bodies of those that were given up.
pub async fn erase_old(tx: &Tx, before: Timestamp) -> Result<(), Fault> {
    sqlx::query(DELETE_OLD).bind(before.millis()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn row_name(id: &str) -> String {
    format!("inbox/{id}")
}
