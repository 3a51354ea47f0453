//! The dashboard's facts.

use crate::domain::proposal::{ProposalState, Side};
use crate::domain::request::{RequestState, WorkRequest};
use crate::error::Fault;
use crate::services::authority::Actor;
use crate::services::contract::ContractCard;
use crate::services::proposal::ProposalCard;
use crate::services::{Call, contract, matching, proposal, request};
use crate::storage::drafts::{self, Draft};

/// What needs the member, and what waits for others.
#[derive(Debug, Clone, PartialEq)]
pub struct Dashboard {
    /// Proposals received that wait for an answer, oldest first.
    pub to_decide: Vec<ProposalCard>,
    /// Proposals begun and not sent.
    pub to_send: Vec<ProposalCard>,
    /// Requests drafted and not posted.
    pub to_post: Vec<WorkRequest>,
    /// Forms that were left half-filled.
    pub forms: Vec<Draft>,
    /// Proposals sent that wait for the other side.
    pub waiting: Vec<ProposalCard>,
    /// Requests that are open.
    pub open: Vec<WorkRequest>,
    /// Requests that a moderator looks at.
    pub held: Vec<WorkRequest>,
    /// Contracts under way.
    pub contracts: Vec<ContractCard>,
    /// How many open requests fit.
    pub matches: usize,
}

/// The actor's dashboard.
pub async fn read(call: &Call<'_>, actor: &Actor) -> Result<Dashboard, Fault> {
    let proposals = proposal::list(call, actor, None).await?;
    let requests = request::list_of(call, actor.account, None).await?;
    let forms = drafts::list(&call.read().await?, actor.account).await?;
    let of = |side: Side, state: ProposalState| {
        let mut cards: Vec<_> = proposals
            .iter()
            .filter(|card| card.side == side && card.proposal.state == state)
            .cloned()
            .collect();
        cards.reverse();
        cards
    };
    let in_state = |state| requests.iter().filter(|request| request.state == state).cloned().collect();
    Ok(Dashboard {
        to_decide: of(Side::Client, ProposalState::Sent),
        to_send: of(Side::Freelancer, ProposalState::Draft),
        to_post: in_state(RequestState::Draft),
        forms,
        waiting: of(Side::Freelancer, ProposalState::Sent),
        open: in_state(RequestState::Open),
        held: in_state(RequestState::Held),
        contracts: contract::list(call, actor).await?,
        matches: matching::requests_for(call, actor).await?.fitting.len(),
    })
}
