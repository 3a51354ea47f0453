//! The accounts table.

use sqlx::any::AnyRow;

use super::row::{Columns as _, flag};
use super::{Tx, statements};
use crate::domain::account::{Account, AccountState, QuietHours, Roles};
use crate::domain::id::AccountId;
use crate::domain::link::WaitingLink;
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO accounts (id, state, zone, quiet_from, quiet_until, created_at, version)
        VALUES ($1, 'active', $2, $3, $4, $5, 1)";
    FIND = "SELECT * FROM accounts WHERE id = $1";
    UPDATE = "UPDATE accounts SET state = $2, wants_work = $3, hires = $4, zone = $5, zone_known = $6,
        match_notices = $7, quiet_from = $8, quiet_until = $9, terms_at = $10, delete_after = $11, version = $12
        WHERE id = $1 AND version = $12 - 1";
    SET_LINK = "UPDATE accounts SET link_with = $2, link_opens_at = $3, version = version + 1 WHERE id = $1";
    MERGE = "UPDATE accounts SET state = 'merged', merged_into = $2, wants_work = 0, hires = 0, match_notices = 0,
        link_with = NULL, link_opens_at = NULL, version = version + 1 WHERE id = $1";
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
        AccountState::Merged { .. } => ("merged", None),
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

/// Notes with whom the account waits to become one; `None`: with nobody any more.
pub async fn set_link(tx: &Tx, id: AccountId, link: Option<WaitingLink>) -> Result<(), Fault> {
    sqlx::query(SET_LINK)
        .bind(id.to_string())
        .bind(link.map(|link| link.with.to_string()))
        .bind(link.map(|link| link.opens_at.millis()))
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// The account `from` has become part of `into`.
pub async fn merge(tx: &Tx, from: AccountId, into: AccountId) -> Result<(), Fault> {
    sqlx::query(MERGE)
        .bind(from.to_string())
        .bind(into.to_string())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// The account that `id` stands for today: itself, or the one it has become part of.
pub async fn find_current(tx: &Tx, id: AccountId) -> Result<Option<Account>, Fault> {
    let mut found = find(tx, id).await?;
    while let Some(Account { state: AccountState::Merged { into }, .. }) = found {
        found = find(tx, into).await?;
    }
    Ok(found)
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
        "merged" => AccountState::Merged { into: row.parsed("merged_into")? },
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
        link: link(row)?,
        version: row.int("version")?,
    })
}

fn link(row: &AnyRow) -> Result<Option<WaitingLink>, Fault> {
    let (Some(_), Some(opens_at)) = (row.maybe_text("link_with")?, row.maybe_at("link_opens_at")?) else {
        return Ok(None);
    };
    Ok(Some(WaitingLink { with: row.parsed("link_with")?, opens_at }))
}
