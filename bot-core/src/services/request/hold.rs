//! Held requests: a moderator looks, and lets them out or not.

use futures::FutureExt as _;

use super::RequestRefusal;
use super::close::{REFUSED, ended};
use super::draft::own;
use super::post::out;
use crate::domain::activity::ActivityKind;
use crate::domain::hold::{Decision, Hold};
use crate::domain::id::{AccountId, RequestId};
use crate::domain::identity::Identity;
use crate::domain::request::{RequestState, WorkRequest};
use crate::error::{Error, Fault};
use crate::notify::notification::Notification;
use crate::services::authority::Actor;
use crate::services::tell::{log, tell};
use crate::services::{Call, Subject};
use crate::storage::requests::holds;
use crate::storage::{Tx, accounts, identities, requests};

/// The most entries of the queue shown at once.
const QUEUE: i64 = 200;

/// A request that waits for a moderator.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldRequest {
    /// The request.
    pub request: WorkRequest,
    /// Who its client is on the platforms.
    pub client: Vec<Identity>,
    /// Why it is held.
    pub hold: Hold,
}

/// What waits for a moderator, the longest waiting first. For whoever runs the program.
pub async fn list_held(call: &Call<'_>) -> Result<Vec<HeldRequest>, Fault> {
    let tx = call.read().await?;
    let mut held = Vec::new();
    for hold in holds::list_waiting(&tx, QUEUE).await? {
        let request = requests::find(&tx, hold.request).await?;
        if let Some(request) = request.filter(|request| request.state == RequestState::Held) {
            let client = identities::list(&tx, request.client).await?;
            held.push(HeldRequest { request, client, hold });
        }
    }
    Ok(held)
}

/// Lets a held request out: it breaks no rule. For whoever runs the program.
pub async fn release(
    call: &Call<'_>,
    id: RequestId,
    note: &str,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let request = held(&tx, id).await?;
            decide(call, &tx, id, Decision::Released, note).await?;
            let released = request
                .posted(call.now, call.rules.request_open_ms)
                .map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?;
            if !requests::update(&tx, &released).await? {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            out(call, &tx, &released, None).await?;
            let news = Notification::RequestReleased { request: id, version: released.version };
            tell(call, &tx, released.client, &news, call.now).await?;
            Ok(released)
        }
        .boxed()
    })
    .await
}

/// Keeps a held request in: it is closed, and its client is told which rule it breaks. For whoever runs the program.
pub async fn refuse(
    call: &Call<'_>,
    id: RequestId,
    note: &str,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let request = held(&tx, id).await?;
            decide(call, &tx, id, Decision::Refused, note).await?;
            let closed =
                request.closed().map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?;
            if !requests::update(&tx, &closed).await? {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            ended(call, &tx, &closed, REFUSED, ActivityKind::Closed, None).await?;
            let news = Notification::RequestRefused { request: id, version: closed.version };
            tell(call, &tx, closed.client, &news, call.now).await?;
            Ok(closed)
        }
        .boxed()
    })
    .await
}

/// The client takes a held request back: it is a draft again.
pub async fn take_back(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            let request = own(&tx, &actor, id).await?;
            let draft =
                request.taken_back().map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?;
            decide(call, &tx, id, Decision::TakenBack, "").await?;
            if !requests::update(&tx, &draft).await? {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            Ok(draft)
        }
        .boxed()
    })
    .await
}

async fn held(tx: &Tx, id: RequestId) -> Result<WorkRequest, Error<RequestRefusal>> {
    let found = requests::find(tx, id).await?.ok_or(Error::Refused(RequestRefusal::NotAvailable))?;
    match found.state {
        RequestState::Held => Ok(found),
        other => Err(Error::Refused(RequestRefusal::WrongState(other))),
    }
}

async fn decide(
    call: &Call<'_>,
    tx: &Tx,
    id: RequestId,
    decision: Decision,
    note: &str,
) -> Result<(), Error<RequestRefusal>> {
    if !holds::decide(tx, id, decision, note, call.now).await? {
        return Err(Error::Refused(RequestRefusal::Changed));
    }
    log(call, tx, ActivityKind::Decided, None, Subject::Request(id)).await?;
    Ok(())
}
