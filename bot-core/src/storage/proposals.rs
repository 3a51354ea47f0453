//! The proposals table.

use sqlx::any::AnyRow;

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::id::{AccountId, ProposalId, RequestId};
use crate::domain::money::{Money, Price, PriceKind};
use crate::domain::proposal::{Proposal, ProposalState, Side, Terms};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO proposals (id, request_id, freelancer_id, client_id, started_by, state, price_minor,
            price_currency, price_kind, days, message, created_at, sent_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT (request_id, freelancer_id) DO NOTHING";
    UPDATE = "UPDATE proposals SET state = $2, price_minor = $3, price_currency = $4, price_kind = $5, days = $6,
            message = $7, sent_at = $8, decided_at = $9, version = $10
        WHERE id = $1 AND version = $10 - 1";
    FIND = "SELECT * FROM proposals WHERE id = $1";
    FIND_FOR = "SELECT * FROM proposals WHERE request_id = $1 AND freelancer_id = $2";
    LIST_FOR = "SELECT * FROM proposals WHERE request_id = $1 AND state <> 'draft' ORDER BY sent_at, id LIMIT 200";
    LIST_BY = "SELECT * FROM proposals WHERE freelancer_id = $1 ORDER BY created_at DESC, id DESC LIMIT 200";
    LIST_TO = "SELECT * FROM proposals WHERE client_id = $1 AND state <> 'draft'
        ORDER BY created_at DESC, id DESC LIMIT 200";
    FIND_LIVE_BETWEEN = "SELECT * FROM proposals WHERE state IN ('sent', 'accepted')
        AND ((freelancer_id = $1 AND client_id = $2) OR (freelancer_id = $2 AND client_id = $1)) ORDER BY id LIMIT 1";
    LIST_DOUBLES = "SELECT * FROM proposals WHERE freelancer_id = $1
        AND request_id IN (SELECT request_id FROM proposals WHERE freelancer_id = $2) ORDER BY id";
    DELETE_DRAFTS_BETWEEN = "DELETE FROM proposals WHERE state = 'draft'
        AND ((freelancer_id = $1 AND client_id = $2) OR (freelancer_id = $2 AND client_id = $1))";
    DELETE = "DELETE FROM proposals WHERE id = $1";
    SET_FREELANCER = "UPDATE proposals SET freelancer_id = $2 WHERE id = $1";
    COUNT_SENT = "SELECT CAST(COUNT(*) AS BIGINT) FROM proposals WHERE freelancer_id = $1 AND sent_at >= $2";
}

/// Adds a proposal, unless this freelancer already has one for the request. Whether it was added.
pub async fn insert(tx: &Tx, proposal: &Proposal) -> Result<bool, Fault> {
    let price = proposal.terms.price;
    let done = sqlx::query(INSERT)
        .bind(proposal.id.to_string())
        .bind(proposal.request.to_string())
        .bind(proposal.freelancer.to_string())
        .bind(proposal.client.to_string())
        .bind(proposal.started_by.key())
        .bind(proposal.state.key())
        .bind(price.map(|price| price.amount.minor))
        .bind(price.map(|price| price.amount.currency.code()))
        .bind(price.map(|price| price.kind.key()))
        .bind(proposal.terms.days)
        .bind(proposal.terms.message.clone())
        .bind(proposal.created_at.millis())
        .bind(proposal.sent_at.map(Timestamp::millis))
        .bind(proposal.version)
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes the proposal, whose version counts one more than the row's. Whether it was still at that version.
pub async fn update(tx: &Tx, proposal: &Proposal, now: Timestamp) -> Result<bool, Fault> {
    let price = proposal.terms.price;
    let decided = !matches!(proposal.state, ProposalState::Draft | ProposalState::Sent);
    let done = sqlx::query(UPDATE)
        .bind(proposal.id.to_string())
        .bind(proposal.state.key())
        .bind(price.map(|price| price.amount.minor))
        .bind(price.map(|price| price.amount.currency.code()))
        .bind(price.map(|price| price.kind.key()))
        .bind(proposal.terms.days)
        .bind(proposal.terms.message.clone())
        .bind(proposal.sent_at.map(Timestamp::millis))
        .bind(decided.then_some(now.millis()))
        .bind(proposal.version)
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The proposal, if there is one.
pub async fn find(tx: &Tx, id: ProposalId) -> Result<Option<Proposal>, Fault> {
    let row = sqlx::query(FIND).bind(id.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.as_ref().map(read).transpose()
}

/// What `freelancer` proposed for `request`, drafts included.
pub async fn find_for(tx: &Tx, request: RequestId, freelancer: AccountId) -> Result<Option<Proposal>, Fault> {
    let row = sqlx::query(FIND_FOR)
        .bind(request.to_string())
        .bind(freelancer.to_string())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.as_ref().map(read).transpose()
}

/// What was sent for a request, oldest first.
pub async fn list_for(tx: &Tx, request: RequestId) -> Result<Vec<Proposal>, Fault> {
    list(tx, LIST_FOR, request.to_string()).await
}

/// The latest proposals of a freelancer, drafts included.
pub async fn list_by(tx: &Tx, freelancer: AccountId) -> Result<Vec<Proposal>, Fault> {
    list(tx, LIST_BY, freelancer.to_string()).await
}

/// The latest proposals a client received.
pub async fn list_to(tx: &Tx, client: AccountId) -> Result<Vec<Proposal>, Fault> {
    list(tx, LIST_TO, client.to_string()).await
}

/// A proposal between the two, either way, that waits for an answer or was accepted.
pub async fn find_live_between(tx: &Tx, one: AccountId, other: AccountId) -> Result<Option<Proposal>, Fault> {
    let row = sqlx::query(FIND_LIVE_BETWEEN)
        .bind(one.to_string())
        .bind(other.to_string())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.as_ref().map(read).transpose()
}

/// What `freelancer` proposed for requests that `other` answered as well.
pub async fn list_doubles(tx: &Tx, freelancer: AccountId, other: AccountId) -> Result<Vec<Proposal>, Fault> {
    let rows = sqlx::query(LIST_DOUBLES)
        .bind(freelancer.to_string())
        .bind(other.to_string())
        .fetch_all(&mut *tx.connection().await)
        .await?;
    rows.iter().map(read).collect()
}

/// Removes what either of the two has only begun to propose to the other.
pub async fn delete_drafts_between(tx: &Tx, one: AccountId, other: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_DRAFTS_BETWEEN)
        .bind(one.to_string())
        .bind(other.to_string())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Removes a proposal that nothing refers to.
pub async fn delete(tx: &Tx, id: ProposalId) -> Result<(), Fault> {
    sqlx::query(DELETE).bind(id.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

/// The proposal is `freelancer`'s from now on.
pub async fn set_freelancer(tx: &Tx, id: ProposalId, freelancer: AccountId) -> Result<(), Fault> {
    sqlx::query(SET_FREELANCER)
        .bind(id.to_string())
        .bind(freelancer.to_string())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// How many proposals somebody has sent since `since`.
pub async fn count_sent(tx: &Tx, freelancer: AccountId, since: Timestamp) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar(COUNT_SENT)
        .bind(freelancer.to_string())
        .bind(since.millis())
        .fetch_one(&mut *tx.connection().await)
        .await?)
}

async fn list(tx: &Tx, statement: &'static str, key: String) -> Result<Vec<Proposal>, Fault> {
    let rows = sqlx::query(statement).bind(key).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<Proposal, Fault> {
    Ok(Proposal {
        id: row.parsed("id")?,
        request: row.parsed("request_id")?,
        freelancer: row.parsed("freelancer_id")?,
        client: row.parsed("client_id")?,
        started_by: row.keyed("started_by", Side::from_key)?,
        state: row.keyed("state", ProposalState::from_key)?,
        terms: Terms { price: price(row)?, days: row.maybe_int("days")?, message: row.text("message")? },
        created_at: row.at("created_at")?,
        sent_at: row.maybe_at("sent_at")?,
        version: row.int("version")?,
    })
}

/// The price columns that proposals and contracts share.
pub(super) fn price(row: &AnyRow) -> Result<Option<Price>, Fault> {
    let Some(minor) = row.maybe_int("price_minor")? else { return Ok(None) };
    let currency = row.keyed("price_currency", iso_currency::Currency::from_code)?;
    let kind = row.keyed("price_kind", PriceKind::from_key)?;
    Ok(Some(Price { amount: Money::new(minor, currency), kind }))
}
