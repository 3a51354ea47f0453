//! Preparing a proposal.
//!
//! One tap fills it from the profile and the request; nothing is sent yet.

use futures::FutureExt as _;

use super::ProposalRefusal;
use crate::domain::id::{AccountId, ProposalId, RequestId};
use crate::domain::money::{Budget, Money, Price, PriceKind};
use crate::domain::profile::Profile;
use crate::domain::proposal::{Proposal, ProposalState, Side, Terms};
use crate::domain::request::{RequestState, WorkRequest};
use crate::domain::time::{DAY_MS, Timestamp};
use crate::error::Error;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::hiding::is_hidden;
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, profiles, proposals, requests};

/// The most days a prepared proposal suggests.
const SUGGESTED_DAYS: i64 = 14;

/// The actor's proposal for a request, prepared from profile and request if there is none yet.
pub async fn prepare(
    call: &Call<'_>,
    freelancer: AccountId,
    request: RequestId,
) -> Result<Proposal, Error<ProposalRefusal>> {
    let id = ProposalId(call.ids.uuid(call.now));
    let about = |prepared: &Proposal| Subject::Proposal(prepared.id).key();
    call.write_naming(about, |tx| {
        async move {
            let request = answerable(&tx, freelancer, request).await?;
            if let Some(existing) = proposals::find_for(&tx, request.id, freelancer).await? {
                return Ok(existing);
            }
            if request.state != RequestState::Open {
                return Err(Error::Refused(ProposalRefusal::RequestEnded(request.state)));
            }
            let profile = profiles::find(&tx, freelancer).await?;
            let proposal = Proposal {
                id,
                request: request.id,
                freelancer,
                client: request.client,
                started_by: Side::Freelancer,
                state: ProposalState::Draft,
                terms: suggested(profile.as_ref(), &request, call.now),
                created_at: call.now,
                sent_at: None,
                version: 1,
            };
            proposals::insert(&tx, &proposal).await?;
            Ok(proposal)
        }
        .boxed()
    })
    .await
}

/// Changes the terms of the actor's own draft.
pub async fn edit(
    call: &Call<'_>,
    freelancer: AccountId,
    id: ProposalId,
    terms: &Terms,
) -> Result<Proposal, Error<ProposalRefusal>> {
    call.write(Subject::Proposal(id), |tx| {
        async move {
            let proposal = own(&tx, freelancer, id).await?;
            if proposal.state != ProposalState::Draft {
                return Err(Error::Refused(ProposalRefusal::WrongState(proposal.state)));
            }
            let changed = Proposal { terms: terms.clone(), version: proposal.version + 1, ..proposal };
            if !proposals::update(&tx, &changed, call.now).await? {
                return Err(Error::Refused(ProposalRefusal::Changed));
            }
            Ok(changed)
        }
        .boxed()
    })
    .await
}

/// The request, if the actor may answer it.
pub(super) async fn answerable(
    tx: &Tx,
    freelancer: AccountId,
    request: RequestId,
) -> Result<WorkRequest, Error<ProposalRefusal>> {
    let refused = || Error::Refused(ProposalRefusal::NotAvailable);
    let actor = Actor::from(&accounts::get(tx, freelancer).await?);
    let request = requests::find(tx, request).await?.ok_or_else(refused)?;
    let hidden = is_hidden(tx, freelancer, request.client).await?;
    if hidden || !may(&actor, Verb::AnswerRequest, On::Request(&request)) {
        return Err(refused());
    }
    Ok(request)
}

/// The proposal, if it is the actor's to change.
pub(super) async fn own(
    tx: &Tx,
    freelancer: AccountId,
    id: ProposalId,
) -> Result<Proposal, Error<ProposalRefusal>> {
    let actor = Actor::from(&accounts::get(tx, freelancer).await?);
    proposals::find(tx, id)
        .await?
        .filter(|proposal| may(&actor, Verb::EditProposal, On::Proposal(proposal)))
        .ok_or(Error::Refused(ProposalRefusal::NotAvailable))
}

/// Terms that need no typing: the usual rate where it speaks the budget's language, else the middle of the budget.
fn suggested(profile: Option<&Profile>, request: &WorkRequest, now: Timestamp) -> Terms {
    let days =
        request.brief.due_at.map(|due| ((due.millis() - now.millis()) / DAY_MS).clamp(1, SUGGESTED_DAYS));
    let rate = profile.and_then(|profile| profile.rate);
    let price = match (rate, request.brief.budget) {
        (Some(rate), Some(budget)) if rate.kind == budget.kind && rate.amount.currency == budget.currency => {
            Some(rate)
        }
        (_, Some(budget)) => middle(budget).or(rate),
        (rate, None) => rate,
    };
    Terms { price, days: days.or(Some(SUGGESTED_DAYS)).filter(|_| is_fixed(price)), message: String::new() }
}

fn is_fixed(price: Option<Price>) -> bool {
    price.is_none_or(|price| price.kind == PriceKind::Fixed)
}

fn middle(budget: Budget) -> Option<Price> {
    let minor = match (budget.min, budget.max) {
        (Some(min), Some(max)) => min + (max - min) / 2,
        (one, other) => one.or(other)?,
    };
    Some(Price { amount: Money::new(minor, budget.currency), kind: budget.kind })
}
