//! A request as somebody may see it.

use crate::domain::account::AccountState;
use crate::domain::activity::ActivityKind;
use crate::domain::grounds::Grounds;
use crate::domain::hold::Hold;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::identity::Identity;
use crate::domain::proposal::{Proposal, ProposalState};
use crate::domain::request::{Brief, RequestState, WorkRequest};
use crate::domain::revision::Revision;
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::hiding::is_hidden;
use crate::services::tell::seen;
use crate::services::{Call, Subject};
use crate::storage::requests::{grounds, holds, revisions};
use crate::storage::{Tx, accounts, identities, proposals, requests};

/// A request as somebody may see it.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestCard {
    /// The request.
    pub request: WorkRequest,
    /// Who its client is on the platforms.
    pub client: Vec<Identity>,
    /// In whose eyes.
    pub viewer: Viewer,
    /// For its client: why a moderator looks at it, or did.
    pub hold: Option<Hold>,
    /// For its client: when and why it ended.
    pub ended: Option<(Timestamp, String)>,
}

/// A draft as its client sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftCard {
    /// The draft.
    pub request: WorkRequest,
    /// What it was read from.
    pub grounds: Grounds,
}

/// A request as anybody may read it, on a page without an account: nothing of its client.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicRequest {
    /// The code people name it by.
    pub code: String,
    /// What is wanted.
    pub brief: Brief,
}

/// In whose eyes a request is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Viewer {
    /// Its client's.
    Client {
        /// How many proposals wait for an answer.
        waiting: usize,
    },
    /// Somebody's who may answer it.
    Freelancer {
        /// What they have proposed already.
        proposal: Option<Proposal>,
    },
    /// Anybody else's.
    Visitor,
}

/// The request `id`, unless it is hidden from `actor`.
pub async fn card(call: &Call<'_>, actor: &Actor, id: RequestId) -> Result<Option<RequestCard>, Fault> {
    let tx = call.read().await?;
    let Some(request) = requests::find(&tx, id).await? else { return Ok(None) };
    let own = request.client == actor.account;
    if is_hidden(&tx, actor.account, request.client).await?
        || !may(actor, Verb::ViewRequest, On::Request(&request))
    {
        return Ok(None);
    }
    let viewer = viewer(&tx, actor, &request).await?;
    let client = identities::list(&tx, request.client).await?;
    if !own {
        seen(call, ActivityKind::Viewed, actor.account, Subject::Request(id));
    }
    let (hold, ended) =
        if own { (holds::find(&tx, id).await?, requests::find_closed(&tx, id).await?) } else { (None, None) };
    Ok(Some(RequestCard { request, client, viewer, hold, ended }))
}

/// The actor's own draft `id`, with what it was read from.
pub async fn draft_card(call: &Call<'_>, actor: &Actor, id: RequestId) -> Result<Option<DraftCard>, Fault> {
    let tx = call.read().await?;
    let found = requests::find(&tx, id).await?;
    let Some(request) = found.filter(|request| may(actor, Verb::EditRequest, On::Request(request))) else {
        return Ok(None);
    };
    let grounds = grounds::get(&tx, id).await?;
    Ok(Some(DraftCard { request, grounds }))
}

/// The change to the request `id` as of its version `base`: a change that was made for whoever may see the request, one
/// that is being prepared for its client.
pub async fn change(
    call: &Call<'_>,
    actor: &Actor,
    id: RequestId,
    base: i64,
) -> Result<Option<Revision>, Fault> {
    let tx = call.read().await?;
    let Some(request) = requests::find(&tx, id).await? else { return Ok(None) };
    let hidden = is_hidden(&tx, actor.account, request.client).await?;
    if hidden || !may(actor, Verb::ViewRequest, On::Request(&request)) {
        return Ok(None);
    }
    let found = revisions::find(&tx, id, base).await?;
    Ok(found.filter(|revision| revision.made || may(actor, Verb::EditRequest, On::Request(&request))))
}

async fn viewer(tx: &Tx, actor: &Actor, request: &WorkRequest) -> Result<Viewer, Fault> {
    if request.client == actor.account {
        let sent = proposals::list_for(tx, request.id).await?;
        let waiting = sent.iter().filter(|proposal| proposal.state == ProposalState::Sent).count();
        return Ok(Viewer::Client { waiting });
    }
    if !may(actor, Verb::AnswerRequest, On::Request(request)) {
        return Ok(Viewer::Visitor);
    }
    let proposal = proposals::find_for(tx, request.id, actor.account).await?;
    Ok(Viewer::Freelancer { proposal })
}

/// The actor's own requests, newest first, in one state or in all.
pub async fn list_of(
    call: &Call<'_>,
    client: AccountId,
    state: Option<RequestState>,
) -> Result<Vec<WorkRequest>, Fault> {
    let all = requests::list_of(&call.read().await?, client).await?;
    Ok(all.into_iter().filter(|request| state.is_none_or(|state| request.state == state)).collect())
}

/// The newest open requests as anybody may read them; those of people who are leaving are hidden.
pub async fn list_public(call: &Call<'_>, limit: i64) -> Result<Vec<PublicRequest>, Fault> {
    let tx = call.read().await?;
    let mut public = Vec::new();
    for request in requests::list_open(&tx, limit).await? {
        let client = accounts::find(&tx, request.client).await?;
        if client.is_some_and(|client| client.state == AccountState::Active) {
            public.push(PublicRequest { code: request.code, brief: request.brief });
        }
    }
    Ok(public)
}

/// The request somebody means by a code, an id or the words of an own title.
pub async fn find_by_reference(
    call: &Call<'_>,
    actor: &Actor,
    written: &str,
) -> Result<Option<RequestId>, Fault> {
    let tx = call.read().await?;
    let written = written.trim();
    let found = match RequestId::from_short(written) {
        Some(id) => requests::find(&tx, id).await?,
        None => requests::find_by_code(&tx, &written.trim_start_matches('#').to_uppercase()).await?,
    };
    if let Some(request) = found {
        return Ok(may(actor, Verb::ViewRequest, On::Request(&request)).then_some(request.id));
    }
    let wanted = written.to_lowercase();
    let own = requests::list_of(&tx, actor.account).await?;
    Ok(own.into_iter().find(|request| request.brief.title.to_lowercase() == wanted).map(|request| request.id))
}
