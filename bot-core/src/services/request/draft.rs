//! Drafts: what a client has written and not yet posted.

use futures::FutureExt as _;

use super::RequestRefusal;
use super::change::prepare;
use crate::domain::correction::Correction;
use crate::domain::grounds::{Field, Grounds};
use crate::domain::id::{AccountId, RequestId};
use crate::domain::request::{Brief, RequestState, WorkRequest};
use crate::domain::revision::Revision;
use crate::error::Error;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::{Call, Subject};
use crate::storage::requests::grounds as sources;
use crate::storage::{Tx, accounts, requests};

/// What a correction made.
#[derive(Debug, Clone, PartialEq)]
pub enum Corrected {
    /// The draft says it now.
    Draft(WorkRequest),
    /// The request is out: the change is prepared, and made once its client has looked at it.
    Change(Revision),
}

/// Begins a request. `id` makes it once: drafting the same id again changes the draft.
pub async fn draft(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    brief: &Brief,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    draft_read(call, client, id, brief, &Grounds::default()).await
}

/// Begins a request that was read from the client's own words, with what it was read from.
pub async fn draft_read(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    brief: &Brief,
    grounds: &Grounds,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    let code = &call.ids.code();
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            if let Some(existing) = requests::find(&tx, id).await? {
                let draft = rewrite(&tx, &actor, existing, brief.clone()).await?;
                sources::set(&tx, id, grounds).await?;
                return Ok(draft);
            }
            if !may(&actor, Verb::DraftRequest, On::Nothing) {
                return Err(Error::Refused(RequestRefusal::NotHiring));
            }
            let request = new_draft(call, client, id, code.clone(), brief.clone());
            requests::insert(&tx, &request).await?;
            sources::set(&tx, id, grounds).await?;
            Ok(request)
        }
        .boxed()
    })
    .await
}

/// Begins a request that says what the client's own request `from` says. A date that has passed isn't taken over.
pub async fn copy(
    call: &Call<'_>,
    client: AccountId,
    from: RequestId,
    id: RequestId,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    let brief = {
        let tx = call.read().await?;
        let actor = Actor::from(&accounts::get(&tx, client).await?);
        own(&tx, &actor, from).await?.brief
    };
    draft(call, client, id, &again(brief, call)).await
}

/// The same once more, as of now.
pub(super) fn again(brief: Brief, call: &Call<'_>) -> Brief {
    let ahead = |at: &crate::domain::time::Timestamp| *at > call.now;
    Brief { due_at: brief.due_at.filter(ahead), starts_at: brief.starts_at.filter(ahead), ..brief }
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

/// Sets fields anew, with the words they were read from. A draft says it at once; where the request is out, the change
/// is prepared.
pub async fn correct(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    corrections: &[Correction],
    grounds: &Grounds,
) -> Result<Corrected, Error<RequestRefusal>> {
    let fields: Vec<Field> = corrections.iter().map(Correction::field).collect();
    let change = |brief: &mut Brief| corrections.iter().for_each(|correction| correction.apply(brief));
    alter(call, client, id, None, &change, (&fields, grounds)).await
}

/// Says which of the skills nobody fits without, as they stood at `version`.
pub async fn mark_musts(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    version: i64,
    musts: &[usize],
) -> Result<Corrected, Error<RequestRefusal>> {
    let change = |brief: &mut Brief| {
        for (position, skill) in brief.skills.iter_mut().enumerate() {
            skill.must = musts.contains(&position);
        }
    };
    alter(call, client, id, Some(version), &change, (&[], &Grounds::default())).await
}

async fn alter(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    version: Option<i64>,
    change: &(dyn Fn(&mut Brief) + Send + Sync),
    (fields, grounds): (&[Field], &Grounds),
) -> Result<Corrected, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            let request = own(&tx, &actor, id).await?;
            if version.is_some_and(|version| version != request.version) {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            if request.state == RequestState::Open {
                return Ok(Corrected::Change(prepare(call, &tx, &request, change).await?));
            }
            let mut brief = request.brief.clone();
            change(&mut brief);
            let draft = rewrite(&tx, &actor, request, brief).await?;
            let mut known = sources::get(&tx, id).await?;
            for field in fields {
                let ground = grounds.of(*field).cloned().unwrap_or_default();
                known.set(*field, ground.quotes, ground.doubt);
            }
            sources::set(&tx, id, &known).await?;
            Ok(Corrected::Draft(draft))
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
