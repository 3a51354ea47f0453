//! Leases: what only one process at a time may do, with counted owners.

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    TAKE = "INSERT INTO leases (name, owner, fence, until) VALUES ($1, $2, 1, $4)
        ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until,
            fence = CASE WHEN leases.owner = excluded.owner THEN leases.fence ELSE leases.fence + 1 END
        WHERE leases.owner = excluded.owner OR leases.until <= $3
        RETURNING fence";
    HOLDS = "SELECT fence FROM leases WHERE name = $1 AND owner = $2 AND fence = $3";
    RELEASE = "UPDATE leases SET until = 0 WHERE name = $1 AND owner = $2";
    ABANDON = "UPDATE leases SET until = 0 WHERE owner = $1";
}

/// Takes or prolongs the lease. Its fence, or nothing while another owner holds it.
pub async fn take(
    tx: &Tx,
    name: &str,
    owner: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<Option<i64>, Fault> {
    let row = sqlx::query(TAKE)
        .bind(name.to_owned())
        .bind(owner.to_owned())
        .bind(now.millis())
        .bind(until.millis())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.map(|row| row.int("fence")).transpose()
}

/// Whether `owner` has held the lease without a break since it got `fence`.
pub async fn holds(tx: &Tx, name: &str, owner: &str, fence: i64) -> Result<bool, Fault> {
    let row = sqlx::query(HOLDS)
        .bind(name.to_owned())
        .bind(owner.to_owned())
        .bind(fence)
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    Ok(row.is_some())
}

/// Lets another owner take the lease at once.
pub async fn release(tx: &Tx, name: &str, owner: &str) -> Result<(), Fault> {
    sqlx::query(RELEASE)
        .bind(name.to_owned())
        .bind(owner.to_owned())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}

/// Frees every lease of an owner that is gone.
pub async fn abandon(tx: &Tx, owner: &str) -> Result<(), Fault> {
    sqlx::query(ABANDON).bind(owner.to_owned()).execute(&mut *tx.connection().await).await?;
    Ok(())
}
