//! A proposal as its two sides may see it.

use crate::domain::activity::ActivityKind;
use crate::domain::contract::Contract;
use crate::domain::id::{AccountId, ProposalId};
use crate::domain::identity::Identity;
use crate::domain::profile::Profile;
use crate::domain::proposal::{Proposal, ProposalState, Side};
use crate::domain::request::WorkRequest;
use crate::error::Fault;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::hiding::{hides_proposal, is_active};
use crate::services::tell::seen;
use crate::services::{Call, Subject};
use crate::storage::{Tx, contracts, identities, profiles, proposals, requests};

/// A proposal as one of its sides may see it.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposalCard {
    /// The proposal.
    pub proposal: Proposal,
    /// The request it answers.
    pub request: WorkRequest,
    /// Which side the viewer is on.
    pub side: Side,
    /// Who the other side is on the platforms; nobody once they leave, unless there is a contract.
    pub other: Vec<Identity>,
    /// The freelancer's profile.
    pub profile: Option<Profile>,
    /// What came of it.
    pub contract: Option<Contract>,
}

/// The proposal `id`, unless it is hidden from `actor`.
pub async fn card(call: &Call<'_>, actor: &Actor, id: ProposalId) -> Result<Option<ProposalCard>, Fault> {
    let tx = call.read().await?;
    let found = proposals::find(&tx, id).await?;
    let Some(proposal) = found.filter(|proposal| may(actor, Verb::ViewProposal, On::Proposal(proposal)))
    else {
        return Ok(None);
    };
    let card = complete(&tx, actor.account, proposal).await?;
    if card.as_ref().is_some_and(|card| card.side == Side::Client) {
        seen(call, ActivityKind::Viewed, actor.account, Subject::Proposal(id));
    }
    Ok(card)
}

/// The actor's proposals, sent and received, newest first, in one state or in all.
pub async fn list(
    call: &Call<'_>,
    actor: &Actor,
    state: Option<ProposalState>,
) -> Result<Vec<ProposalCard>, Fault> {
    let tx = call.read().await?;
    let mut all = proposals::list_by(&tx, actor.account).await?;
    // What two accounts of one person had proposed to each other stands once.
    let received = proposals::list_to(&tx, actor.account).await?.into_iter();
    all.extend(received.filter(|proposal| proposal.freelancer != actor.account));
    all.retain(|proposal| state.is_none_or(|state| proposal.state == state));
    all.sort_by_key(|proposal| std::cmp::Reverse((proposal.created_at, proposal.id)));
    let mut cards = Vec::with_capacity(all.len());
    for proposal in all {
        cards.extend(complete(&tx, actor.account, proposal).await?);
    }
    Ok(cards)
}

/// The proposal somebody means by an id, or by the code of its request.
pub async fn find_by_reference(
    call: &Call<'_>,
    actor: &Actor,
    written: &str,
) -> Result<Option<ProposalId>, Fault> {
    if let Some(id) = ProposalId::from_short(written.trim()) {
        let found = proposals::find(&call.read().await?, id).await?;
        return Ok(found
            .filter(|proposal| may(actor, Verb::ViewProposal, On::Proposal(proposal)))
            .map(|proposal| proposal.id));
    }
    let code = written.trim().trim_start_matches('#').to_uppercase();
    let cards = list(call, actor, None).await?;
    Ok(cards.into_iter().find(|card| card.request.code == code).map(|card| card.proposal.id))
}

async fn complete(tx: &Tx, viewer: AccountId, proposal: Proposal) -> Result<Option<ProposalCard>, Fault> {
    let Some(side) = proposal.side_of(viewer) else { return Ok(None) };
    if hides_proposal(tx, viewer, &proposal).await? {
        return Ok(None);
    }
    let Some(request) = requests::find(tx, proposal.request).await? else { return Ok(None) };
    let other = match side {
        Side::Freelancer => proposal.client,
        Side::Client => proposal.freelancer,
    };
    let named = proposal.state == ProposalState::Accepted || is_active(tx, other).await?;
    let other = if named { identities::list(tx, other).await? } else { Vec::new() };
    let profile = profiles::find(tx, proposal.freelancer).await?;
    let contract = contracts::find_by_proposal(tx, proposal.id).await?;
    Ok(Some(ProposalCard { proposal, request, side, other, profile, contract }))
}
