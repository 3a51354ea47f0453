//! Closing: the client ends a request, and whoever proposed is told kindly.

use futures::FutureExt as _;

use super::RequestRefusal;
use super::draft::own;
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::proposal::ProposalState;
use crate::domain::request::{Brief, WorkRequest};
use crate::error::{Error, Fault, Never};
use crate::notify::notification::Notification;
use crate::services::authority::Actor;
use crate::services::tell::{log, tell};
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, changes, proposals, requests};

/// Closes the request `id` for `reason`, one of the catalogue's keys.
pub async fn close(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    reason: &str,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            let request = own(&tx, &actor, id).await?;
            let closed =
                request.closed().map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?;
            if !requests::update(&tx, &closed).await? {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            ended(call, &tx, &closed, reason, ActivityKind::Closed, Some(client)).await?;
            Ok(closed)
        }
        .boxed()
    })
    .await
}

/// Closes a request whose client is being erased.
pub(in crate::services) async fn end_for_leaver(
    call: &Call<'_>,
    request: WorkRequest,
) -> Result<(), Error<Never>> {
    let id = request.id;
    call.write(Subject::Request(id), |tx| {
        async move {
            let Some(request) = requests::find(&tx, id).await? else { return Ok(()) };
            let Ok(closed) = request.closed() else { return Ok(()) };
            let closed = if closed.posted_at.is_none() { without_words(closed) } else { closed };
            requests::update(&tx, &closed).await?;
            ended(call, &tx, &closed, "client-left", ActivityKind::Closed, None).await?;
            Ok(())
        }
        .boxed()
    })
    .await
}

/// A draft nobody but its client has seen goes with its client.
fn without_words(draft: WorkRequest) -> WorkRequest {
    let brief = Brief { title: String::new(), description: String::new(), skills: Vec::new(), ..draft.brief };
    WorkRequest { brief, ..draft }
}

/// What every end without a contract causes: proposals lapse and their authors hear of it.
pub(super) async fn ended(
    call: &Call<'_>,
    tx: &Tx,
    request: &WorkRequest,
    reason: &str,
    kind: ActivityKind,
    actor: Option<AccountId>,
) -> Result<(), Fault> {
    requests::set_closed(tx, request.id, call.now, reason).await?;
    changes::append(tx, "request", &request.id.to_string(), request.version, call.now).await?;
    log(call, tx, kind, actor, Subject::Request(request.id)).await?;
    lapse_others(call, tx, request.id).await
}

/// Every proposal still waiting for an answer lapses, and its author is told.
pub(in crate::services) async fn lapse_others(
    call: &Call<'_>,
    tx: &Tx,
    request: RequestId,
) -> Result<(), Fault> {
    for proposal in proposals::list_for(tx, request).await? {
        if proposal.state != ProposalState::Sent {
            continue;
        }
        let (id, freelancer) = (proposal.id, proposal.freelancer);
        let Ok(lapsed) = proposal.lapsed() else { continue };
        proposals::update(tx, &lapsed, call.now).await?;
        tell(call, tx, freelancer, &Notification::ProposalLapsed { proposal: id }, call.now).await?;
    }
    Ok(())
}
