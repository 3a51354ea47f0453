//! Posting: a draft opens to proposals, and whoever fits it will be told.

use futures::FutureExt as _;

use super::draft::own;
use super::{RANK, RequestRefusal, guard};
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::request::{RequestState, WorkRequest};
use crate::error::{Error, Fault};
use crate::services::authority::Actor;
use crate::services::tell::{leave_task, log};
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, changes, requests};

/// Posts the draft `id` as it was at `version`. Posting what is posted already changes nothing and says so. What seems
/// to break a rule isn't out yet: it is held for a moderator.
pub async fn post(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    version: i64,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let account = accounts::get(&tx, client).await?;
            let request = own(&tx, &Actor::from(&account), id).await?;
            if request.state != RequestState::Draft {
                return Err(Error::Refused(RequestRefusal::WrongState(request.state)));
            }
            if request.version != version {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            guard::check(call, &tx, &account, &request).await?;
            let posted = match guard::broken_rule(&request.brief) {
                Some(found) => guard::hold(call, &tx, request, &found, version).await?,
                None => request
                    .posted(call.now, call.rules.request_open_ms)
                    .map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?,
            };
            if !requests::update(&tx, &posted).await? {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            guard::settled(&tx, &posted).await?;
            if !posted.is_private() {
                out(call, &tx, &posted, Some(client)).await?;
            }
            Ok(posted)
        }
        .boxed()
    })
    .await
}

/// What a request's going out causes.
pub(super) async fn out(
    call: &Call<'_>,
    tx: &Tx,
    request: &WorkRequest,
    actor: Option<AccountId>,
) -> Result<(), Fault> {
    let id = request.id;
    changes::append(tx, "request", &id.to_string(), request.version, call.now).await?;
    log(call, tx, ActivityKind::Posted, actor, Subject::Request(id)).await?;
    leave_task(call, tx, RANK, format!("{RANK}:{id}:{}", request.version), id.to_string()).await
}
