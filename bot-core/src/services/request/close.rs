//! Closing: the client ends a request.
//!
//! Whoever proposed is told kindly, once the moment for taking it back has passed.

use futures::FutureExt as _;

use super::RequestRefusal;
use super::draft::own;
use crate::domain::activity::ActivityKind;
use crate::domain::hold::Decision;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::proposal::ProposalState;
use crate::domain::request::{Brief, RequestState, WorkRequest};
use crate::error::{Error, Fault, Never};
use crate::notify::notification::Notification;
use crate::services::authority::Actor;
use crate::services::tell::{leave_task_at, log, tell};
use crate::services::{Call, Subject};
use crate::storage::requests::{grounds, holds};
use crate::storage::{Tx, accounts, changes, proposals, requests};

/// Why a request ended that a moderator kept in.
pub(super) const REFUSED: &str = "refused";

/// The kind of the task that ends the proposals of a closed request.
pub const SETTLE: &str = "settle_closed_request";

/// Closes the request `id` for `reason`, one of the catalogue's keys. Until the moment for taking it back has passed
/// nobody else hears of it.
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
            if request.state == RequestState::Held {
                holds::decide(&tx, id, Decision::TakenBack, "", call.now).await?;
            }
            let closed =
                request.closed().map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?;
            if !requests::update(&tx, &closed).await? {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            noted(call, &tx, &closed, reason, ActivityKind::Closed, Some(client)).await?;
            if closed.posted_at.is_some() {
                let body = format!("{id}:{}", closed.version);
                let after = call.now.plus_millis(call.rules.close_undo_ms);
                leave_task_at(call, &tx, SETTLE, format!("{SETTLE}:{body}"), body.clone(), after).await?;
            }
            Ok(closed)
        }
        .boxed()
    })
    .await
}

/// Takes closing back, while nobody has heard of it yet.
pub async fn reopen(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    version: i64,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            let request = own(&tx, &actor, id).await?;
            let seen = request.version;
            let open =
                request.reopened().map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?;
            let closed = requests::find_closed(&tx, id).await?;
            let in_time = closed.is_some_and(|(at, reason)| {
                reason != REFUSED && call.now < at.plus_millis(call.rules.close_undo_ms)
            });
            if !in_time {
                return Err(Error::Refused(RequestRefusal::TooLate));
            }
            if seen != version || !requests::update(&tx, &open).await? {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            changes::append(&tx, "request", &id.to_string(), open.version, call.now).await?;
            log(call, &tx, ActivityKind::Reopened, Some(client), Subject::Request(id)).await?;
            Ok(open)
        }
        .boxed()
    })
    .await
}

/// Ends the proposals of a request that was closed at `version` and stayed so.
pub async fn settle(call: &Call<'_>, id: RequestId, version: i64) -> Result<(), Error<Never>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let request = requests::find(&tx, id).await?;
            let still = request
                .is_some_and(|request| request.state == RequestState::Closed && request.version == version);
            if still {
                lapse_others(call, &tx, id).await?;
            }
            Ok(())
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
            grounds::delete(&tx, id).await?;
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
    noted(call, tx, request, reason, kind, actor).await?;
    lapse_others(call, tx, request.id).await
}

/// An end in the row, the change feed and the log.
async fn noted(
    call: &Call<'_>,
    tx: &Tx,
    request: &WorkRequest,
    reason: &str,
    kind: ActivityKind,
    actor: Option<AccountId>,
) -> Result<(), Fault> {
    requests::set_closed(tx, request.id, call.now, reason).await?;
    changes::append(tx, "request", &request.id.to_string(), request.version, call.now).await?;
    log(call, tx, kind, actor, Subject::Request(request.id)).await
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
