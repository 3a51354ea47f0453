//! Extending: a request stays open for another while.

use futures::FutureExt as _;

use super::RequestRefusal;
use super::draft::own;
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::request::WorkRequest;
use crate::error::Error;
use crate::services::authority::Actor;
use crate::services::tell::log;
use crate::services::{Call, Subject};
use crate::storage::{accounts, changes, requests};

/// Keeps the request, as it was at `version`, open for as long again as a new one, up to the longest there is.
pub async fn extend(
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
            let extended = request
                .extended(call.rules.request_open_ms, call.rules.request_longest_ms)
                .map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?;
            if seen != version {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            let extended = extended.ok_or(Error::Refused(RequestRefusal::OpenLongest))?;
            if !requests::update(&tx, &extended).await? {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            changes::append(&tx, "request", &id.to_string(), extended.version, call.now).await?;
            log(call, &tx, ActivityKind::Extended, Some(client), Subject::Request(id)).await?;
            Ok(extended)
        }
        .boxed()
    })
    .await
}
