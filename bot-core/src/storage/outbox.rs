//! The outbox table: what people are to be told.
//!
//! Facts until the first try, then the words as they were first sent.

use sqlx::Row as _;

use super::queue::{Claim, Leased, queue};
use super::row::Columns as _;
use super::{Tx, lanes, statements};
use crate::domain::id::{AccountId, ChatId};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::ids::Ids;

queue! {
    OUTBOX = "outbox",
    platform: true,
    opens_as: "waiting",
    // By class, then age, among what is due; a relayed message (class 30) also waits for earlier ones that are not.
    kept_back_by: "((e.class < q.class OR (e.class = q.class AND e.seq < q.seq)) AND (e.next_at <= $3 OR e.class = 30))",
    also: "AND q.platform = $5
        AND NOT EXISTS (SELECT 1 FROM lanes p WHERE p.lane = q.lane AND p.paused_until > $3)",
    returning: "op_key, recipient_id, kind, class, subject, facts, chat_id, sealed, first_attempt_at, unknowns",
    INSERT = "INSERT INTO outbox (id, op_key, platform, lane, seq, recipient_id, kind, class, subject, facts, state,
            created_at, next_at, done_at, burst)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (op_key) DO NOTHING";
    FIND_KEY = "SELECT id FROM outbox WHERE op_key = $1";
    BEGIN = "UPDATE outbox SET state = 'sending', chat_id = $3, sealed = COALESCE(sealed, $4), unknowns = $5,
            first_attempt_at = COALESCE(first_attempt_at, $6), lease_until = $7
        WHERE id = $1 AND fence = $2";
    RECORD_SENT = "UPDATE outbox SET state = 'sent', message = $3, done_at = $4, last_error = NULL, lease_owner = NULL,
            lease_until = 0 WHERE id = $1 AND fence = $2";
    COUNT_UNKNOWN = "UPDATE outbox SET unknowns = unknowns + 1 WHERE id = $1 AND fence = $2";
    REROUTE = "UPDATE outbox SET platform = $3, chat_id = NULL, unknowns = 0, first_attempt_at = NULL
        WHERE id = $1 AND fence = $2";
    CANCEL = "UPDATE outbox SET state = 'dropped', last_error = 'taken back', done_at = $2, fence = fence + 1
        WHERE op_key = $1 AND state = 'waiting' AND lease_owner IS NULL AND unknowns = 0";
    REVIVE = "UPDATE outbox SET state = 'waiting', done_at = NULL, platform = $2, chat_id = NULL, unknowns = 0,
            first_attempt_at = NULL, attempt = 0, next_at = $3
        WHERE recipient_id = $1 AND state = 'unreachable'";
    ERASE = "UPDATE outbox SET sealed = NULL, facts = '',
            state = CASE WHEN state = 'unreachable' THEN 'dropped' ELSE state END
        WHERE done_at < $1 AND facts <> ''";
    DELETE_OLD = "DELETE FROM outbox WHERE done_at < $1";
    COUNT_BY_STATE = "SELECT state, CAST(COUNT(*) AS BIGINT) AS n FROM outbox GROUP BY state";
}

/// A notice to be written.
#[derive(Debug, Clone)]
pub struct NoticeEntry<'a> {
    /// What makes it the same notice when it is written again.
    pub op_key: &'a str,
    /// The platform it goes out on; none while the recipient can't be reached.
    pub platform: Option<&'a str>,
    /// Its lane.
    pub lane: &'a str,
    /// Who is told.
    pub recipient: AccountId,
    /// What it is about, as the composer knows it.
    pub kind: &'a str,
    /// Its class.
    pub class: i64,
    /// The entity it is about.
    pub subject: &'a str,
    /// The facts, as JSON.
    pub facts: &'a str,
    /// What it is one burst with, if anything.
    pub burst: Option<&'a str>,
    /// Not sent earlier.
    pub due: Timestamp,
}

/// A claimed row.
#[derive(Debug, Clone)]
pub struct OutboxRow {
    /// The lease on it.
    pub leased: Leased,
    /// The stable id of what is sent.
    pub op_key: String,
    /// Who is told.
    pub recipient: AccountId,
    /// What it is about, as the composer knows it.
    pub kind: String,
    /// Its class.
    pub class: i64,
    /// The entity it is about.
    pub subject: String,
    /// The facts, as JSON.
    pub facts: String,
    /// Where the last try went.
    pub chat: Option<ChatId>,
    /// The words, once they were made.
    pub composed: Option<Vec<u8>>,
    /// When the first byte may have left.
    pub first_attempt_at: Option<Timestamp>,
    /// How many tries ended without our knowing whether they reached the chat.
    pub unknowns: u32,
}

/// What is written before the first byte of a try.
#[derive(Debug)]
pub struct Attempt<'a> {
    /// Where it goes.
    pub chat: ChatId,
    /// The words.
    pub composed: &'a [u8],
    /// How many earlier tries may have reached the chat.
    pub unknowns: u32,
    /// Now.
    pub now: Timestamp,
    /// Until when the row is leased.
    pub until: Timestamp,
}

/// Writes a notice, unless one with its key is there. Whether it was new.
pub async fn insert(tx: &Tx, ids: &dyn Ids, notice: &NoticeEntry<'_>, now: Timestamp) -> Result<bool, Fault> {
    let known = sqlx::query(FIND_KEY)
        .bind(notice.op_key.to_owned())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    if known.is_some() {
        return Ok(false);
    }
    let reachable = notice.platform.is_some();
    let seq = lanes::next(tx, notice.lane).await?;
    let done = sqlx::query(INSERT)
        .bind(ids.uuid(now).to_string())
        .bind(notice.op_key.to_owned())
        .bind(notice.platform.unwrap_or_default().to_owned())
        .bind(notice.lane.to_owned())
        .bind(seq)
        .bind(notice.recipient.to_string())
        .bind(notice.kind.to_owned())
        .bind(notice.class)
        .bind(notice.subject.to_owned())
        .bind(notice.facts.to_owned())
        .bind(if reachable { "waiting" } else { "unreachable" })
        .bind(now.millis())
        .bind(notice.due.millis())
        .bind((!reachable).then_some(now.millis()))
        .bind(notice.burst.map(str::to_owned))
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Leases due rows of a platform, the best of each lane. Run inside `Storage::claim`.
pub async fn claim(tx: &Tx, claim: Claim<'_>) -> Result<Vec<OutboxRow>, Fault> {
    let rows = OUTBOX.claim(tx, claim).await?;
    rows.into_iter()
        .map(|(leased, row)| {
            let sealed: Option<Vec<u8>> = row.try_get("sealed")?;
            // Words that can't be opened any more are none that can be sent: the try fails, the other rows go on.
            let composed = sealed.map(|sealed| tx.unseal(&row_name(&leased), &sealed).unwrap_or_default());
            Ok(OutboxRow {
                op_key: row.text("op_key")?,
                recipient: row.parsed("recipient_id")?,
                kind: row.text("kind")?,
                class: row.int("class")?,
                subject: row.text("subject")?,
                facts: row.text("facts")?,
                chat: row.maybe_text("chat_id")?.and_then(|id| id.parse().ok()),
                composed,
                first_attempt_at: row.maybe_at("first_attempt_at")?,
                unknowns: row.small("unknowns")?,
                leased,
            })
        })
        .collect()
}

/// Writes, before the first byte, that a try is under way. `false`: another owner has taken the row over.
pub async fn begin(tx: &Tx, leased: &Leased, attempt: &Attempt<'_>) -> Result<bool, Fault> {
    let query = sqlx::query(BEGIN)
        .bind(leased.id.clone())
        .bind(leased.fence)
        .bind(attempt.chat.to_string())
        .bind(tx.seal(&row_name(leased), attempt.composed)?)
        .bind(i64::from(attempt.unknowns))
        .bind(attempt.now.millis())
        .bind(attempt.until.millis());
    OUTBOX.fenced(tx, query).await
}

/// It reached the chat as `message`. `false`: another owner has taken the row over.
pub async fn record_sent(tx: &Tx, leased: &Leased, message: &str, now: Timestamp) -> Result<bool, Fault> {
    let query = sqlx::query(RECORD_SENT)
        .bind(leased.id.clone())
        .bind(leased.fence)
        .bind(message.to_owned())
        .bind(now.millis());
    OUTBOX.fenced(tx, query).await
}

/// One more try may have reached the chat. `false`: another owner has taken the row over.
pub async fn count_unknown(tx: &Tx, leased: &Leased) -> Result<bool, Fault> {
    OUTBOX.fenced(tx, sqlx::query(COUNT_UNKNOWN).bind(leased.id.clone()).bind(leased.fence)).await
}

/// The row goes out on another platform. `false`: another owner has taken the row over.
pub async fn reroute(tx: &Tx, leased: &Leased, platform: &str) -> Result<bool, Fault> {
    let query = sqlx::query(REROUTE).bind(leased.id.clone()).bind(leased.fence).bind(platform.to_owned());
    OUTBOX.fenced(tx, query).await
}

/// Takes a notice back that nobody has begun to send. Whether there was one.
pub async fn cancel(tx: &Tx, op_key: &str, now: Timestamp) -> Result<bool, Fault> {
    let done = sqlx::query(CANCEL)
        .bind(op_key.to_owned())
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Opens again what could not be told to `recipient`, who can be reached on `platform` now. How many notices.
pub async fn revive(tx: &Tx, recipient: AccountId, platform: &str, now: Timestamp) -> Result<u64, Fault> {
    let done = sqlx::query(REVIVE)
        .bind(recipient.to_string())
        .bind(platform.to_owned())
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected())
}

/// How many rows there are in each state.
pub async fn count_by_state(tx: &Tx) -> Result<Vec<(String, i64)>, Fault> {
    let rows = sqlx::query(COUNT_BY_STATE).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| Ok((row.text("state")?, row.int("n")?))).collect()
}

/// Erases facts and words of rows that ended before `bodies`, and deletes rows that ended before `rows`.
pub async fn erase_old(tx: &Tx, bodies: Timestamp, rows: Timestamp) -> Result<(), Fault> {
    sqlx::query(ERASE).bind(bodies.millis()).execute(&mut *tx.connection().await).await?;
    sqlx::query(DELETE_OLD).bind(rows.millis()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn row_name(leased: &Leased) -> String {
    format!("outbox/{}", leased.id)
}
