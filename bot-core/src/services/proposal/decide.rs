//! Deciding on a proposal.
//!
//! The client accepts one, or declines it with a moment to think again.

use futures::FutureExt as _;

use super::ProposalRefusal;
use crate::delivery::outbox;
use crate::domain::activity::ActivityKind;
use crate::domain::contract::{Contract, ContractState};
use crate::domain::id::{AccountId, ContractId, ProposalId};
use crate::domain::proposal::{Proposal, ProposalState};
use crate::domain::request::{RequestState, WorkRequest};
use crate::error::{Error, Fault};
use crate::notify::notification::Notification;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::hiding::hides_proposal;
use crate::services::tell::{log, tell};
use crate::services::{Call, Subject, request};
use crate::storage::{Tx, accounts, changes, contracts, proposals, requests};

/// Accepts the proposal as it was at `version`: there is a contract, the request is filled, everybody else who
/// proposed is told kindly. Of two acceptances for one request exactly one makes a contract.
pub async fn accept(
    call: &Call<'_>,
    client: AccountId,
    id: ProposalId,
    version: i64,
) -> Result<Contract, Error<ProposalRefusal>> {
    let (contract_id, code) = (ContractId(call.ids.uuid(call.now)), &call.ids.code());
    call.write(Subject::Proposal(id), |tx| {
        async move {
            let proposal = to_decide(&tx, client, id).await?;
            if let (ProposalState::Accepted, Some(contract)) =
                (proposal.state, contracts::find_by_proposal(&tx, id).await?)
            {
                return Ok(contract);
            }
            let request = requests::find(&tx, proposal.request).await?;
            let request = request.ok_or(Error::Refused(ProposalRefusal::NotAvailable))?;
            let seen = proposal.version;
            let accepted =
                proposal.accepted().map_err(|wrong| Error::Refused(ProposalRefusal::WrongState(wrong.0)))?;
            if seen != version {
                return Err(Error::Refused(ProposalRefusal::Changed));
            }
            let contract = contract(contract_id, code.clone(), &accepted, &request, call)?;
            fill(call, &tx, request).await?;
            if !proposals::update(&tx, &accepted, call.now).await? {
                return Err(Error::Refused(ProposalRefusal::Changed));
            }
            if !contracts::insert(&tx, &contract).await? {
                return Err(Error::Refused(ProposalRefusal::RequestEnded(RequestState::Filled)));
            }
            announce(call, &tx, &contract).await?;
            Ok(contract)
        }
        .boxed()
    })
    .await
}

/// Declines the proposal. The freelancer hears of it once the moment for taking it back has passed.
pub async fn decline(
    call: &Call<'_>,
    client: AccountId,
    id: ProposalId,
    version: i64,
) -> Result<Proposal, Error<ProposalRefusal>> {
    call.write(Subject::Proposal(id), |tx| {
        async move {
            let proposal = to_decide(&tx, client, id).await?;
            let seen = proposal.version;
            let declined =
                proposal.declined().map_err(|wrong| Error::Refused(ProposalRefusal::WrongState(wrong.0)))?;
            if seen != version || !proposals::update(&tx, &declined, call.now).await? {
                return Err(Error::Refused(ProposalRefusal::Changed));
            }
            log(call, &tx, ActivityKind::Declined, Some(client), Subject::Proposal(id)).await?;
            let news = Notification::ProposalDeclined { proposal: id, version: declined.version };
            let after = call.now.plus_millis(call.rules.undo_ms);
            tell(call, &tx, declined.freelancer, &news, after).await?;
            Ok(declined)
        }
        .boxed()
    })
    .await
}

/// Takes a "no" back while its notice still waits.
pub async fn reopen(
    call: &Call<'_>,
    client: AccountId,
    id: ProposalId,
    version: i64,
) -> Result<Proposal, Error<ProposalRefusal>> {
    call.write(Subject::Proposal(id), |tx| {
        async move {
            let proposal = to_decide(&tx, client, id).await?;
            let (seen, freelancer) = (proposal.version, proposal.freelancer);
            let news = Notification::ProposalDeclined { proposal: id, version: seen };
            let reopened =
                proposal.reopened().map_err(|wrong| Error::Refused(ProposalRefusal::WrongState(wrong.0)))?;
            if seen != version || !proposals::update(&tx, &reopened, call.now).await? {
                return Err(Error::Refused(ProposalRefusal::Changed));
            }
            let op_key = format!("{}:{}:{freelancer}", news.kind(), news.occasion());
            if !outbox::cancel(&tx, &op_key, call.now).await? {
                return Err(Error::Refused(ProposalRefusal::TooLate));
            }
            Ok(reopened)
        }
        .boxed()
    })
    .await
}

async fn to_decide(tx: &Tx, client: AccountId, id: ProposalId) -> Result<Proposal, Error<ProposalRefusal>> {
    let actor = Actor::from(&accounts::get(tx, client).await?);
    let proposal = proposals::find(tx, id)
        .await?
        .filter(|proposal| may(&actor, Verb::DecideProposal, On::Proposal(proposal)))
        .ok_or(Error::Refused(ProposalRefusal::NotAvailable))?;
    if hides_proposal(tx, client, &proposal).await? {
        return Err(Error::Refused(ProposalRefusal::NotAvailable));
    }
    Ok(proposal)
}

fn contract(
    id: ContractId,
    code: String,
    proposal: &Proposal,
    request: &WorkRequest,
    call: &Call<'_>,
) -> Result<Contract, Error<ProposalRefusal>> {
    Ok(Contract {
        id,
        code,
        proposal: proposal.id,
        request: request.id,
        client: proposal.client,
        freelancer: proposal.freelancer,
        state: ContractState::Active,
        title: request.brief.title.clone(),
        price: proposal.terms.price.ok_or(Error::Refused(ProposalRefusal::NoPrice))?,
        days: proposal.terms.days,
        created_at: call.now,
        version: 1,
    })
}

async fn fill(call: &Call<'_>, tx: &Tx, request: WorkRequest) -> Result<(), Error<ProposalRefusal>> {
    let id = request.id;
    let filled = request.filled().map_err(|wrong| Error::Refused(ProposalRefusal::RequestEnded(wrong.0)))?;
    if !requests::update(tx, &filled).await? {
        return Err(Error::Refused(ProposalRefusal::Changed));
    }
    requests::set_closed(tx, id, call.now, "filled").await?;
    changes::append(tx, "request", &id.to_string(), filled.version, call.now).await?;
    Ok(())
}

async fn announce(call: &Call<'_>, tx: &Tx, contract: &Contract) -> Result<(), Fault> {
    let subject = Subject::Proposal(contract.proposal);
    log(call, tx, ActivityKind::Accepted, Some(contract.client), subject).await?;
    let news = Notification::ContractMade { contract: contract.id };
    for side in [contract.freelancer, contract.client] {
        tell(call, tx, side, &news, call.now).await?;
    }
    request::lapse_others(call, tx, contract.request).await
}
