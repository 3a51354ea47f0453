//! The objections table: why a request wasn't for somebody.

use sqlx::any::AnyRow;

use super::row::Columns as _;
use super::tunings::Span;
use super::{Tx, statements};
use crate::domain::id::{AccountId, RequestId};
use crate::domain::money::{Money, Price, PriceKind};
use crate::domain::time::Timestamp;
use crate::domain::wishes::{Objection, Reason};
use crate::error::Fault;

statements! {
    UPSERT = "INSERT INTO objections (account_id, request_id, client_id, reason, pay_minor, pay_currency, pay_kind,
            skill, too_far_km, quiet_until, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (account_id, request_id) DO UPDATE SET reason = excluded.reason,
            pay_minor = excluded.pay_minor, pay_currency = excluded.pay_currency, pay_kind = excluded.pay_kind,
            skill = excluded.skill, too_far_km = excluded.too_far_km, quiet_until = excluded.quiet_until,
            at = excluded.at";
    LIST = "SELECT * FROM objections WHERE account_id >= $1 AND account_id <= $2 ORDER BY account_id, at, request_id";
    LIST_AGAINST = "SELECT account_id FROM objections WHERE client_id = $1 AND reason = 'client'";
    DELETE = "DELETE FROM objections WHERE account_id = $1 AND request_id = $2";
    DELETE_OF = "DELETE FROM objections WHERE account_id = $1";
}

/// Stores an objection, instead of what was said of the request before.
pub async fn upsert(tx: &Tx, objection: &Objection) -> Result<(), Fault> {
    sqlx::query(UPSERT)
        .bind(objection.account.to_string())
        .bind(objection.request.to_string())
        .bind(objection.client.to_string())
        .bind(objection.reason.key())
        .bind(objection.too_low.map(|price| price.amount.minor))
        .bind(objection.too_low.map(|price| price.amount.currency.code()))
        .bind(objection.too_low.map(|price| price.kind.key()))
        .bind(objection.skill.clone())
        .bind(objection.too_far_km.map(i64::from))
        .bind(objection.until.map(Timestamp::millis))
        .bind(objection.at.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// What the accounts in `span` said, the oldest first of each.
pub async fn list(tx: &Tx, span: &Span) -> Result<Vec<Objection>, Fault> {
    let rows = sqlx::query(LIST)
        .bind(span.first.clone())
        .bind(span.last.clone())
        .fetch_all(&mut *tx.connection().await)
        .await?;
    rows.iter().map(read).collect()
}

/// Who doesn't want to see a client's requests.
pub async fn list_against(tx: &Tx, client: AccountId) -> Result<Vec<AccountId>, Fault> {
    let rows =
        sqlx::query(LIST_AGAINST).bind(client.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| row.parsed("account_id")).collect()
}

/// Takes an objection back.
pub async fn delete(tx: &Tx, account: AccountId, request: RequestId) -> Result<(), Fault> {
    sqlx::query(DELETE)
        .bind(account.to_string())
        .bind(request.to_string())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Takes everything a member said back.
pub async fn delete_of(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE_OF).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

fn read(row: &AnyRow) -> Result<Objection, Fault> {
    Ok(Objection {
        account: row.parsed("account_id")?,
        request: row.parsed("request_id")?,
        client: row.parsed("client_id")?,
        reason: row.keyed("reason", Reason::from_key)?,
        too_low: too_low(row)?,
        skill: row.maybe_text("skill")?,
        too_far_km: row.maybe_int("too_far_km")?.and_then(|km| u32::try_from(km).ok()),
        until: row.maybe_at("quiet_until")?,
        at: row.at("at")?,
    })
}

fn too_low(row: &AnyRow) -> Result<Option<Price>, Fault> {
    let Some(minor) = row.maybe_int("pay_minor")? else { return Ok(None) };
    let currency = row.keyed("pay_currency", iso_currency::Currency::from_code)?;
    let kind = row.keyed("pay_kind", PriceKind::from_key)?;
    Ok(Some(Price { amount: Money::new(minor, currency), kind }))
}
