//! Drafts: what a client has written and not yet posted.

use futures::FutureExt as _;

use super::RequestRefusal;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::request::{Brief, RequestState, WorkRequest};
use crate::error::Error;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, requests};

/// Begins a request. `id` makes it once: drafting the same id again changes the draft.
pub async fn draft(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    brief: &Brief,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    let code = &call.ids.code();
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            if let Some(existing) = requests::find(&tx, id).await? {
                return rewrite(&tx, &actor, existing, brief.clone()).await;
            }
            if !may(&actor, Verb::DraftRequest, On::Nothing) {
                return Err(Error::Refused(RequestRefusal::NotHiring));
            }
            let request = new_draft(call, client, id, code.clone(), brief.clone());
            requests::insert(&tx, &request).await?;
            Ok(request)
        }
        .boxed()
    })
    .await
}

/// A draft as it begins.
pub(in crate::services) fn new_draft(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    code: String,
    brief: Brief,
) -> WorkRequest {
    WorkRequest {
        id,
        code,
        client,
        state: RequestState::Draft,
        brief,
        created_at: call.now,
        posted_at: None,
        expires_at: None,
        version: 1,
    }
}

/// Replaces what a draft says.
pub async fn edit(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    brief: &Brief,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            let request = own(&tx, &actor, id).await?;
            rewrite(&tx, &actor, request, brief.clone()).await
        }
        .boxed()
    })
    .await
}

/// Says which of a draft's skills nobody fits without.
pub async fn mark_musts(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    version: i64,
    musts: &[usize],
) -> Result<WorkRequest, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            let request = own(&tx, &actor, id).await?;
            if request.version != version {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            let mut brief = request.brief.clone();
            for (position, skill) in brief.skills.iter_mut().enumerate() {
                skill.must = musts.contains(&position);
            }
            rewrite(&tx, &actor, request, brief).await
        }
        .boxed()
    })
    .await
}

/// The request, if it is the actor's to change.
pub(super) async fn own(tx: &Tx, actor: &Actor, id: RequestId) -> Result<WorkRequest, Error<RequestRefusal>> {
    let found = requests::find(tx, id).await?;
    found
        .filter(|request| may(actor, Verb::EditRequest, On::Request(request)))
        .ok_or(Error::Refused(RequestRefusal::NotAvailable))
}

async fn rewrite(
    tx: &Tx,
    actor: &Actor,
    request: WorkRequest,
    brief: Brief,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    if !may(actor, Verb::EditRequest, On::Request(&request)) {
        return Err(Error::Refused(RequestRefusal::NotAvailable));
    }
    if request.state != RequestState::Draft {
        return Err(Error::Refused(RequestRefusal::WrongState(request.state)));
    }
    let changed = WorkRequest { brief, version: request.version + 1, ..request };
    if !requests::update(tx, &changed).await? {
        return Err(Error::Refused(RequestRefusal::Changed));
    }
    Ok(changed)
}
