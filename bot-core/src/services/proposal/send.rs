//! Sending a proposal, and taking it back.

use futures::FutureExt as _;

use super::ProposalRefusal;
use super::prepare::{answerable, own};
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, ProposalId};
use crate::domain::proposal::{Proposal, ProposalState, Terms};
use crate::domain::request::RequestState;
use crate::domain::time::DAY_MS;
use crate::error::{Error, Never};
use crate::notify::notification::Notification;
use crate::services::tell::{log, tell};
use crate::services::{Call, Subject};
use crate::storage::proposals;

/// Sends the draft as it was at `version`, and tells the client.
pub async fn send(
    call: &Call<'_>,
    freelancer: AccountId,
    id: ProposalId,
    version: i64,
) -> Result<Proposal, Error<ProposalRefusal>> {
    call.write(Subject::Proposal(id), |tx| {
        async move {
            let draft = own(&tx, freelancer, id).await?;
            let request = answerable(&tx, freelancer, draft.request).await?;
            let seen = draft.version;
            let sent =
                draft.sent(call.now).map_err(|wrong| Error::Refused(ProposalRefusal::WrongState(wrong.0)))?;
            if request.state != RequestState::Open {
                return Err(Error::Refused(ProposalRefusal::RequestEnded(request.state)));
            }
            if seen != version {
                return Err(Error::Refused(ProposalRefusal::Changed));
            }
            if sent.terms.price.is_none() {
                return Err(Error::Refused(ProposalRefusal::NoPrice));
            }
            let per_day = call.rules.proposals_per_day;
            if proposals::count_sent(&tx, freelancer, call.now.plus_millis(-DAY_MS)).await? >= per_day {
                return Err(Error::Refused(ProposalRefusal::TooMany { per_day }));
            }
            if !proposals::update(&tx, &sent, call.now).await? {
                return Err(Error::Refused(ProposalRefusal::Changed));
            }
            log(call, &tx, ActivityKind::Proposed, Some(freelancer), Subject::Proposal(id)).await?;
            let news = Notification::ProposalReceived { proposal: id, request: sent.request };
            tell(call, &tx, sent.client, &news, call.now).await?;
            Ok(sent)
        }
        .boxed()
    })
    .await
}

/// Takes a sent proposal back, and tells the client.
pub async fn withdraw(
    call: &Call<'_>,
    freelancer: AccountId,
    id: ProposalId,
    version: i64,
) -> Result<Proposal, Error<ProposalRefusal>> {
    call.write(Subject::Proposal(id), |tx| {
        async move {
            let proposal = own(&tx, freelancer, id).await?;
            let seen = proposal.version;
            let withdrawn =
                proposal.withdrawn().map_err(|wrong| Error::Refused(ProposalRefusal::WrongState(wrong.0)))?;
            if seen != version || !proposals::update(&tx, &withdrawn, call.now).await? {
                return Err(Error::Refused(ProposalRefusal::Changed));
            }
            log(call, &tx, ActivityKind::Withdrawn, Some(freelancer), Subject::Proposal(id)).await?;
            let news = Notification::ProposalWithdrawn { proposal: id };
            tell(call, &tx, withdrawn.client, &news, call.now).await?;
            Ok(withdrawn)
        }
        .boxed()
    })
    .await
}

/// Takes back everything that somebody who is being erased has proposed and nobody agreed to, with its words.
pub(in crate::services) async fn end_for_leaver(
    call: &Call<'_>,
    freelancer: AccountId,
) -> Result<(), Error<Never>> {
    call.write(Subject::Account(freelancer), |tx| {
        async move {
            for proposal in proposals::list_by(&tx, freelancer).await? {
                if proposal.state == ProposalState::Accepted {
                    continue;
                }
                let terms = Terms { message: String::new(), ..proposal.terms.clone() };
                let version = proposal.version + 1;
                let ended = match proposal.state {
                    ProposalState::Sent => ProposalState::Withdrawn,
                    other => other,
                };
                let ended = Proposal { terms, version, state: ended, ..proposal };
                proposals::update(&tx, &ended, call.now).await?;
            }
            Ok(())
        }
        .boxed()
    })
    .await
}
