//! A contract as its two sides see it.

use crate::domain::contract::Contract;
use crate::domain::id::ContractId;
use crate::domain::identity::Identity;
use crate::domain::proposal::Side;
use crate::error::Fault;
use crate::services::Call;
use crate::services::authority::{Actor, On, Verb, may};
use crate::storage::{Tx, contracts, identities};

/// A contract as one of its sides sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractCard {
    /// The contract.
    pub contract: Contract,
    /// Which side the viewer is on.
    pub side: Side,
    /// Who the client is on the platforms.
    pub client: Vec<Identity>,
    /// Who the freelancer is on the platforms.
    pub freelancer: Vec<Identity>,
}

/// The contract `id`, unless the actor is no side of it.
pub async fn card(call: &Call<'_>, actor: &Actor, id: ContractId) -> Result<Option<ContractCard>, Fault> {
    let tx = call.read().await?;
    let found = contracts::find(&tx, id).await?;
    match found.filter(|contract| may(actor, Verb::ViewContract, On::Contract(contract))) {
        Some(contract) => complete(&tx, actor, contract).await,
        None => Ok(None),
    }
}

/// The actor's contracts, newest first.
pub async fn list(call: &Call<'_>, actor: &Actor) -> Result<Vec<ContractCard>, Fault> {
    let tx = call.read().await?;
    let mut cards = Vec::new();
    for contract in contracts::list_of(&tx, actor.account).await? {
        cards.extend(complete(&tx, actor, contract).await?);
    }
    Ok(cards)
}

/// The contract somebody means by an id or a code.
pub async fn find_by_reference(
    call: &Call<'_>,
    actor: &Actor,
    written: &str,
) -> Result<Option<ContractId>, Fault> {
    if let Some(id) = ContractId::from_short(written.trim()) {
        let found = contracts::find(&call.read().await?, id).await?;
        return Ok(found
            .filter(|contract| may(actor, Verb::ViewContract, On::Contract(contract)))
            .map(|contract| contract.id));
    }
    let code = written.trim().trim_start_matches('#').to_uppercase();
    let cards = list(call, actor).await?;
    Ok(cards.into_iter().find(|card| card.contract.code == code).map(|card| card.contract.id))
}

async fn complete(tx: &Tx, actor: &Actor, contract: Contract) -> Result<Option<ContractCard>, Fault> {
    let Some(side) = contract.side_of(actor.account) else { return Ok(None) };
    let client = identities::list(tx, contract.client).await?;
    let freelancer = identities::list(tx, contract.freelancer).await?;
    Ok(Some(ContractCard { contract, side, client, freelancer }))
}
