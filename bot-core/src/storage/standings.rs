//! How people stand, counted from contracts, matches, proposals and activity.

use std::collections::BTreeMap;

use super::row::Columns as _;
use super::tunings::Span;
use super::{Tx, statements};
use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    CONTRACTS = "SELECT freelancer_id AS account_id, CAST(COUNT(*) AS BIGINT) AS made,
            CAST(SUM(CASE WHEN state = 'active' THEN 1 ELSE 0 END) AS BIGINT) AS running
        FROM contracts WHERE freelancer_id >= $1 AND freelancer_id <= $2 GROUP BY freelancer_id";
    NOTICES = "SELECT account_id, CAST(COUNT(*) AS BIGINT) AS number FROM matches
        WHERE account_id >= $1 AND account_id <= $2 AND told = 1 AND ranked_at >= $3 GROUP BY account_id";
    TOOK_CLIENTS = "SELECT client_id AS account_id, decided_at - sent_at AS took FROM proposals
        WHERE client_id >= $1 AND client_id <= $2 AND started_by = 'freelancer'
            AND state IN ('accepted', 'declined') AND decided_at >= $3 AND decided_at >= sent_at";
    TOOK_FREELANCERS = "SELECT freelancer_id AS account_id, decided_at - sent_at AS took FROM proposals
        WHERE freelancer_id >= $1 AND freelancer_id <= $2 AND started_by = 'client'
            AND state IN ('accepted', 'declined') AND decided_at >= $3 AND decided_at >= sent_at";
    TOOK_PROPOSING = "SELECT told.actor_id AS account_id, proposals.sent_at - told.at AS took FROM activities told
        JOIN proposals ON proposals.request_id = told.subject_id AND proposals.freelancer_id = told.actor_id
        WHERE told.actor_id >= $1 AND told.actor_id <= $2 AND told.kind = 'notified' AND told.at >= $3
            AND proposals.sent_at >= told.at";
    TOOK_DISMISSING = "SELECT told.actor_id AS account_id, no.at - told.at AS took FROM activities told
        JOIN activities no ON no.subject_id = told.subject_id AND no.actor_id = told.actor_id
            AND no.subject_kind = 'request' AND no.kind = 'dismissed' AND no.at >= told.at
        WHERE told.actor_id >= $1 AND told.actor_id <= $2 AND told.kind = 'notified' AND told.at >= $3";
}

/// How somebody stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Contracts they ever made as a freelancer.
    pub made: i64,
    /// Those that run.
    pub running: i64,
    /// Match messages since `notices_since`.
    pub notices: i64,
    /// Milliseconds each answer took since `answers_since`, in no order.
    pub took: Vec<i64>,
}

/// How the accounts in `span` stand; those of whom nothing is known aren't among them.
pub async fn list(
    tx: &Tx,
    span: &Span,
    notices_since: Timestamp,
    answers_since: Timestamp,
) -> Result<BTreeMap<AccountId, Standing>, Fault> {
    let mut all: BTreeMap<AccountId, Standing> = BTreeMap::new();
    let rows = sqlx::query(CONTRACTS)
        .bind(span.first.clone())
        .bind(span.last.clone())
        .fetch_all(&mut *tx.connection().await)
        .await?;
    for row in &rows {
        let standing = all.entry(row.parsed("account_id")?).or_default();
        (standing.made, standing.running) = (row.int("made")?, row.int("running")?);
    }
    for row in &rows_since(tx, NOTICES, span, notices_since).await? {
        all.entry(row.parsed("account_id")?).or_default().notices = row.int("number")?;
    }
    for statement in [TOOK_CLIENTS, TOOK_FREELANCERS, TOOK_PROPOSING, TOOK_DISMISSING] {
        for row in &rows_since(tx, statement, span, answers_since).await? {
            all.entry(row.parsed("account_id")?).or_default().took.push(row.int("took")?);
        }
    }
    Ok(all)
}

async fn rows_since(
    tx: &Tx,
    statement: &'static str,
    span: &Span,
    since: Timestamp,
) -> Result<Vec<sqlx::any::AnyRow>, Fault> {
    Ok(sqlx::query(statement)
        .bind(span.first.clone())
        .bind(span.last.clone())
        .bind(since.millis())
        .fetch_all(&mut *tx.connection().await)
        .await?)
}
