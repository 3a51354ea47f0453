//! The tunings table: how much each member lets what count.

use bot_matching::{Step, Tuning};
use sqlx::any::AnyRow;

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    UPSERT = "INSERT INTO tunings (account_id, skills, price, timing, place, reputation, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (account_id) DO UPDATE SET skills = excluded.skills, price = excluded.price,
            timing = excluded.timing, place = excluded.place, reputation = excluded.reputation,
            updated_at = excluded.updated_at";
    LIST = "SELECT * FROM tunings WHERE account_id >= $1 AND account_id <= $2";
    DELETE = "DELETE FROM tunings WHERE account_id = $1";
}

/// Stores what a member lets count.
pub async fn upsert(tx: &Tx, account: AccountId, tuning: Tuning, now: Timestamp) -> Result<(), Fault> {
    let step = |step: Step| i64::from(step.number());
    sqlx::query(UPSERT)
        .bind(account.to_string())
        .bind(step(tuning.skills))
        .bind(step(tuning.price))
        .bind(step(tuning.timing))
        .bind(step(tuning.place))
        .bind(step(tuning.reputation))
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// What the accounts in `span` let count; those who never said aren't among them.
pub async fn list(tx: &Tx, span: &Span) -> Result<Vec<(AccountId, Tuning)>, Fault> {
    let rows = sqlx::query(LIST)
        .bind(span.first.clone())
        .bind(span.last.clone())
        .fetch_all(&mut *tx.connection().await)
        .await?;
    rows.iter().map(|row| Ok((row.parsed("account_id")?, read(row)?))).collect()
}

/// Forgets what a member lets count.
pub async fn delete(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}

/// Accounts from one id to another: one account, or all of them, with one SQL text that finds its index.
#[derive(Debug, Clone)]
pub struct Span {
    pub(super) first: String,
    pub(super) last: String,
}

impl Span {
    /// Just this one.
    pub fn one(account: AccountId) -> Self {
        Self { first: account.to_string(), last: account.to_string() }
    }

    /// Everybody.
    pub fn all() -> Self {
        // ids are lower-case hexadecimal, and `g` comes after all of it
        Self { first: String::new(), last: "g".to_owned() }
    }
}

fn read(row: &AnyRow) -> Result<Tuning, Fault> {
    let step = |column| -> Result<Step, Fault> {
        let number: u8 = row.small(column)?;
        Ok(Step::from_number(number).unwrap_or_default())
    };
    Ok(Tuning {
        skills: step("skills")?,
        price: step("price")?,
        timing: step("timing")?,
        place: step("place")?,
        reputation: step("reputation")?,
    })
}
