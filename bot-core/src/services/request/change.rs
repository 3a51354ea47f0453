//! Changing a request that is out.
//!
//! A change is prepared, looked at, made, and told to whoever proposed.

use futures::FutureExt as _;

use super::draft::own;
use super::{RANK, RequestRefusal, guard};
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::proposal::ProposalState;
use crate::domain::request::{Brief, WorkRequest};
use crate::domain::revision::Revision;
use crate::error::{Error, Fault};
use crate::notify::notification::Notification;
use crate::services::authority::Actor;
use crate::services::tell::{leave_task, log, tell};
use crate::services::{Call, Subject};
use crate::storage::requests::revisions;
use crate::storage::{Tx, accounts, changes, proposals, requests};

/// Adds to the change that is being prepared.
pub(super) async fn prepare(
    call: &Call<'_>,
    tx: &Tx,
    request: &WorkRequest,
    change: &(dyn Fn(&mut Brief) + Send + Sync),
) -> Result<Revision, Fault> {
    let known = revisions::find(tx, request.id, request.version).await?;
    let before = request.brief.clone();
    let mut after = known.map_or_else(|| before.clone(), |known| known.after);
    change(&mut after);
    let revision = Revision { request: request.id, base: request.version, before, after, made: false };
    revisions::set(tx, &revision, call.now).await?;
    Ok(revision)
}

/// Makes the change that was prepared for the request as it was at `base`, and tells whoever has proposed. A text that
/// breaks a rule now goes to a moderator first.
pub async fn make_change(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    base: i64,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            let request = own(&tx, &actor, id).await?;
            let prepared = revisions::find(&tx, id, base).await?;
            let prepared = prepared.filter(|prepared| request.version == base && !prepared.made);
            let prepared = prepared.ok_or(Error::Refused(RequestRefusal::Changed))?;
            if prepared.after.skills.is_empty() {
                return Err(Error::Refused(RequestRefusal::NoSkills));
            }
            let changed = request
                .changed(prepared.after.clone())
                .map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?;
            let changed = match guard::broken_rule(&changed.brief) {
                Some(found) => guard::hold(call, &tx, changed, &found, base).await?,
                None => changed,
            };
            if !requests::update(&tx, &changed).await? {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            revisions::set(&tx, &Revision { made: true, ..prepared }, call.now).await?;
            changes::append(&tx, "request", &id.to_string(), changed.version, call.now).await?;
            log(call, &tx, ActivityKind::Changed, Some(client), Subject::Request(id)).await?;
            if !changed.is_private() {
                announce(call, &tx, &changed, base).await?;
            }
            Ok(changed)
        }
        .boxed()
    })
    .await
}

/// Whoever has proposed is told, and people are ranked again.
async fn announce(call: &Call<'_>, tx: &Tx, request: &WorkRequest, base: i64) -> Result<(), Fault> {
    let id = request.id;
    for proposal in proposals::list_for(tx, id).await? {
        if proposal.state == ProposalState::Sent {
            let news = Notification::RequestChanged { request: id, base };
            tell(call, tx, proposal.freelancer, &news, call.now).await?;
        }
    }
    leave_task(call, tx, RANK, format!("{RANK}:{id}:{}", request.version), id.to_string()).await
}

/// Forgets the change that was prepared.
pub async fn drop_change(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    base: i64,
) -> Result<(), Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            own(&tx, &actor, id).await?;
            revisions::delete(&tx, id, base).await?;
            Ok(())
        }
        .boxed()
    })
    .await
}
