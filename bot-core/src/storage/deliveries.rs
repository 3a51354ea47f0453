//! What became of a notice: for whoever asks whether the other side was told.

use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::time::Timestamp;
use crate::error::Fault;

statements! {
    FIND = "SELECT o.state, o.done_at, d.state AS digest_state, d.done_at AS digest_done_at
        FROM outbox o LEFT JOIN outbox d ON d.op_key = 'digest:' || o.digest WHERE o.op_key = $1";
}

/// Where a notice stands, or the digest that it is told in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The state of its row.
    pub state: String,
    /// When it ended.
    pub done_at: Option<Timestamp>,
}

/// What became of the notice with this key, if there is one.
pub async fn find(tx: &Tx, op_key: &str) -> Result<Option<Delivery>, Fault> {
    let row = sqlx::query(FIND).bind(op_key.to_owned()).fetch_optional(&mut *tx.connection().await).await?;
    row.map(|row| {
        Ok(match row.maybe_text("digest_state")? {
            Some(state) => Delivery { state, done_at: row.maybe_at("digest_done_at")? },
            None => Delivery { state: row.text("state")?, done_at: row.maybe_at("done_at")? },
        })
    })
    .transpose()
}
