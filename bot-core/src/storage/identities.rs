//! Who an account is on each platform.
//!
//! Names and ids are sealed; the id is looked up by a keyed hash.

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::id::AccountId;
use crate::domain::identity::{Identity, Platform};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    UPSERT = "INSERT INTO identities (account_id, platform, user_key, sealed, seen_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (platform, user_key) DO UPDATE SET sealed = excluded.sealed, seen_at = excluded.seen_at";
    FIND_ACCOUNT = "SELECT account_id FROM identities WHERE platform = $1 AND user_key = $2";
    FIND_LABEL = "SELECT sealed, seen_at FROM identities WHERE platform = $1 AND user_key = $2";
    LIST = "SELECT user_key, platform, sealed FROM identities WHERE account_id = $1 ORDER BY platform";
    LAST_SEEN = "SELECT MAX(seen_at) AS seen_at FROM identities WHERE account_id = $1";
    DELETE = "DELETE FROM identities WHERE account_id = $1";
}

fn row_name(platform: Platform, user_key: &str) -> String {
    format!("identities/{}/{user_key}", platform.key())
}

fn user_key(tx: &Tx, platform: Platform, user: &str) -> String {
    tx.lookup(platform.key(), user)
}

/// The account behind a platform's user.
pub async fn find_account(tx: &Tx, platform: Platform, user: &str) -> Result<Option<AccountId>, Fault> {
    let key = user_key(tx, platform, user);
    let row = sqlx::query(FIND_ACCOUNT)
        .bind(platform.key())
        .bind(key)
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.map(|row| row.parsed("account_id")).transpose()
}

/// Whether the stored name and handle are still the ones the platform shows, and the person was seen since `since`.
pub async fn is_current(tx: &Tx, identity: &Identity, since: Timestamp) -> Result<bool, Fault> {
    let key = user_key(tx, identity.platform, &identity.user);
    let row = sqlx::query(FIND_LABEL)
        .bind(identity.platform.key())
        .bind(key.clone())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    let Some(row) = row else { return Ok(false) };
    if row.at("seen_at")? < since {
        return Ok(false);
    }
    let opened = tx.unseal(&row_name(identity.platform, &key), &row.bytes("sealed")?)?;
    Ok(serde_json::from_slice::<Identity>(&opened)? == *identity)
}

/// Stores who `account` is on a platform, or refreshes the name it goes by there.
pub async fn upsert(tx: &Tx, account: AccountId, identity: &Identity, now: Timestamp) -> Result<(), Fault> {
    let key = user_key(tx, identity.platform, &identity.user);
    let sealed = tx.seal(&row_name(identity.platform, &key), &serde_json::to_vec(identity)?)?;
    sqlx::query(UPSERT)
        .bind(account.to_string())
        .bind(identity.platform.key())
        .bind(key)
        .bind(sealed)
        .bind(now.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Everyone `account` is.
pub async fn list(tx: &Tx, account: AccountId) -> Result<Vec<Identity>, Fault> {
    let rows = sqlx::query(LIST).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter()
        .map(|row| {
            let platform = row.keyed("platform", Platform::from_key)?;
            let opened = tx.unseal(&row_name(platform, &row.text("user_key")?), &row.bytes("sealed")?)?;
            Ok(serde_json::from_slice(&opened)?)
        })
        .collect()
}

/// When whoever is behind `account` was here last, to about half a day.
pub async fn last_seen(tx: &Tx, account: AccountId) -> Result<Option<Timestamp>, Fault> {
    let row = sqlx::query(LAST_SEEN).bind(account.to_string()).fetch_one(&mut *tx.connection().await).await?;
    row.maybe_at("seen_at")
}

/// Forgets who `account` was.
pub async fn delete(tx: &Tx, account: AccountId) -> Result<(), Fault> {
    sqlx::query(DELETE).bind(account.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}
