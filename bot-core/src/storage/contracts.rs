//! The contracts table: one a request, which settles races between acceptances.

use sqlx::any::AnyRow;

use super::proposals::price;
use super::row::Columns as _;
use super::{Tx, statements};
use crate::domain::contract::{Contract, ContractState};
use crate::domain::id::{AccountId, ContractId, ProposalId, RequestId};
use crate::error::Fault;

statements! {
    INSERT = "INSERT INTO contracts (id, code, proposal_id, request_id, client_id, freelancer_id, state, title,
            price_minor, price_currency, price_kind, days, created_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT (request_id) DO NOTHING";
    FIND = "SELECT * FROM contracts WHERE id = $1";
    FIND_FOR = "SELECT * FROM contracts WHERE request_id = $1";
    FIND_BY_PROPOSAL = "SELECT * FROM contracts WHERE proposal_id = $1";
    LIST_OF = "SELECT * FROM contracts WHERE client_id = $1 OR freelancer_id = $1
        ORDER BY created_at DESC, id DESC LIMIT 200";
}

/// Adds a contract, unless the request has one already. Whether it was added.
pub async fn insert(tx: &Tx, contract: &Contract) -> Result<bool, Fault> {
    let done = sqlx::query(INSERT)
        .bind(contract.id.to_string())
        .bind(contract.code.clone())
        .bind(contract.proposal.to_string())
        .bind(contract.request.to_string())
        .bind(contract.client.to_string())
        .bind(contract.freelancer.to_string())
        .bind(contract.state.key())
        .bind(contract.title.clone())
        .bind(contract.price.amount.minor)
        .bind(contract.price.amount.currency.code())
        .bind(contract.price.kind.key())
        .bind(contract.days)
        .bind(contract.created_at.millis())
        .bind(contract.version)
        .execute(&mut *tx.connection().await)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The contract, if there is one.
pub async fn find(tx: &Tx, id: ContractId) -> Result<Option<Contract>, Fault> {
    let row = sqlx::query(FIND).bind(id.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.as_ref().map(read).transpose()
}

/// The contract that came of a request.
pub async fn find_for(tx: &Tx, request: RequestId) -> Result<Option<Contract>, Fault> {
    let row =
        sqlx::query(FIND_FOR).bind(request.to_string()).fetch_optional(&mut *tx.connection().await).await?;
    row.as_ref().map(read).transpose()
}

/// The contract that came of a proposal.
pub async fn find_by_proposal(tx: &Tx, proposal: ProposalId) -> Result<Option<Contract>, Fault> {
    let row = sqlx::query(FIND_BY_PROPOSAL)
        .bind(proposal.to_string())
        .fetch_optional(&mut *tx.connection().await)
        .await?;
    row.as_ref().map(read).transpose()
}

/// The latest contracts somebody is a side of.
pub async fn list_of(tx: &Tx, account: AccountId) -> Result<Vec<Contract>, Fault> {
    let rows = sqlx::query(LIST_OF).bind(account.to_string()).fetch_all(&mut *tx.connection().await).await?;
    rows.iter().map(read).collect()
}

fn read(row: &AnyRow) -> Result<Contract, Fault> {
    let price = price(row)?.ok_or_else(|| Fault::Inconsistent {
        table: "contracts",
        row: row.text("id").unwrap_or_default(),
        why: "has no price".to_owned(),
    })?;
    Ok(Contract {
        id: row.parsed("id")?,
        code: row.text("code")?,
        proposal: row.parsed("proposal_id")?,
        request: row.parsed("request_id")?,
        client: row.parsed("client_id")?,
        freelancer: row.parsed("freelancer_id")?,
        state: row.keyed("state", ContractState::from_key)?,
        title: row.text("title")?,
        price,
        days: row.maybe_int("days")?,
        created_at: row.at("created_at")?,
        version: row.int("version")?,
    })
}
