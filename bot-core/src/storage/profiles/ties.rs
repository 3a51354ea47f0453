//! What ties a client to a freelancer already.

use super::super::{Tx, statements};
use crate::domain::id::AccountId;
use crate::error::Fault;

statements! {
    COUNT_PROPOSALS = "SELECT CAST(COUNT(*) AS BIGINT) FROM proposals
        WHERE freelancer_id = $1 AND client_id = $2 AND state <> 'draft'";
    COUNT_MATCHES = "SELECT CAST(COUNT(*) AS BIGINT) FROM matches m JOIN requests r ON r.id = m.request_id
        WHERE m.account_id = $1 AND r.client_id = $2";
}

/// How many proposals of the freelancer the client has seen.
pub async fn count_proposals(tx: &Tx, freelancer: AccountId, client: AccountId) -> Result<i64, Fault> {
    count(tx, COUNT_PROPOSALS, freelancer, client).await
}

/// How many posted requests of the client fit the freelancer.
pub async fn count_matches(tx: &Tx, freelancer: AccountId, client: AccountId) -> Result<i64, Fault> {
    count(tx, COUNT_MATCHES, freelancer, client).await
}

async fn count(tx: &Tx, sql: &'static str, freelancer: AccountId, client: AccountId) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar(sql)
        .bind(freelancer.to_string())
        .bind(client.to_string())
        .fetch_one(&mut *tx.connection().await)
        .await?)
}
