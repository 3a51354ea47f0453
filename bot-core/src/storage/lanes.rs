//! Lanes: the order within each, and how long one was told to wait.

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    NEXT = "INSERT INTO lanes (lane, seq) VALUES ($1, 1)
        ON CONFLICT (lane) DO UPDATE SET seq = lanes.seq + 1 RETURNING seq";
    PAUSE = "UPDATE lanes SET paused_until = $2 WHERE lane = $1 AND paused_until < $2";
}

/// The next place in `lane`. The counter stays locked until the transaction ends, so places follow commit order.
pub(super) async fn next(tx: &Tx, lane: &str) -> Result<i64, Fault> {
    let row = sqlx::query(NEXT).bind(lane.to_owned()).fetch_one(&mut *tx.connection().await).await?;
    row.int("seq")
}

/// Nothing of `lane` is sent before `until`.
pub async fn pause(tx: &Tx, lane: &str, until: Timestamp) -> Result<(), Fault> {
    sqlx::query(PAUSE)
        .bind(lane.to_owned())
        .bind(until.millis())
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(())
}
