//! The accounts table.

use sqlx::any::AnyRow;

use super::row::{Columns as _, flag};
use super::{Tx, statements};
use crate::domain::account::{Account, AccountState, QuietHours, Roles};
use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO accounts (id, state, zone, quiet_from, quiet_until, created_at, version)
        VALUES ($1, 'active', $2, $3, $4, $5, 1)";
    FIND = "SELECT * FROM accounts WHERE id = $1";
    UPDATE = "UPDATE accounts SET state = $2, wants_work = $3, hires = $4, zone = $5, zone_known = $6,
        match_notices = $7, quiet_from = $8, quiet_until = $9, terms_at = $10, delete_after = $11, version = $12
        WHERE id = $1 AND version = $12 - 1";
    LIST_LEAVING = "SELECT id FROM accounts WHERE state = 'leaving' AND delete_after <= $1 ORDER BY id LIMIT 100";
}

/// Adds a fresh account.
pub async fn insert(tx: &Tx, account: &Account) -> Result<(), Fault> {
    sqlx::query(INSERT)
        .bind(account.id.to_string())
        .bind(account.zone.name())
        .bind(i64::from(account.quiet.from))
        .bind(i64::from(account.quiet.until))
        .bind(account.created_at.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// The account, if there is one.
pub async fn find(tx: &Tx, id: AccountId) -> Result<Option<Account>, Fault> {
    let row = sqlx::query(FIND).bind(id.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.as_ref().map(account).transpose()
}

/// The account; its absence is a fault.
pub async fn get(tx: &Tx, id: AccountId) -> Result<Account, Fault> {
    find(tx, id).await?.ok_or_else(|| Fault::Inconsistent {
        table: "accounts",
        row: id.to_string(),
        why: "is referred to and isn't there".to_owned(),
    })
}

/// Writes the account, whose version counts one more than the row's. Whether it was still at that version.
pub async fn update(tx: &Tx, account: &Account) -> Result<bool, Fault> {
    let (state, delete_after) = match account.state {
        AccountState::Active => ("active", None),
        AccountState::Leaving { erase_at } => ("leaving", Some(erase_at.millis())),
        AccountState::Erased => ("erased", None),
    };
    let done = sqlx::query(UPDATE)
        .bind(account.id.to_string())
        .bind(state)
        .bind(flag(account.roles.works))
        .bind(flag(account.roles.hires))
        .bind(account.zone.name())
        .bind(flag(account.zone_known))
        .bind(flag(account.match_notices))
        .bind(i64::from(account.quiet.from))
        .bind(i64::from(account.quiet.until))
        .bind(account.terms_at.map(Timestamp::millis))
        .bind(delete_after)
        .bind(account.version)
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Accounts whose grace is over.
pub async fn list_leaving(tx: &Tx, now: Timestamp) -> Result<Vec<AccountId>, Fault> {
    let rows = sqlx::query(LIST_LEAVING).bind(now.millis()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(|row| row.parsed("id")).collect()
}

fn account(row: &AnyRow) -> Result<Account, Fault> {
    let state = match row.text("state")?.as_str() {
        "leaving" => AccountState::Leaving {
            erase_at: row.maybe_at("delete_after")?.unwrap_or(Timestamp::from_millis(0)),
        },
        "erased" => AccountState::Erased,
        _ => AccountState::Active,
    };
    Ok(Account {
        id: row.parsed("id")?,
        state,
        roles: Roles { works: row.flag("wants_work")?, hires: row.flag("hires")? },
        zone: row.parsed("zone")?,
        zone_known: row.flag("zone_known")?,
        match_notices: row.flag("match_notices")?,
        quiet: QuietHours { from: row.small("quiet_from")?, until: row.small("quiet_until")? },
        terms_at: row.maybe_at("terms_at")?,
        created_at: row.at("created_at")?,
        version: row.int("version")?,
    })
}
