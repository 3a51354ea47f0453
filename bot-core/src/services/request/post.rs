//! Posting: a draft opens to proposals, and whoever fits it will be told.

use futures::FutureExt as _;

use super::draft::own;
use super::{RANK, RequestRefusal};
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::request::WorkRequest;
use crate::domain::time::DAY_MS;
use crate::error::Error;
use crate::services::authority::Actor;
use crate::services::tell::{leave_task, log};
use crate::services::{Call, Subject};
use crate::storage::{accounts, changes, requests};

/// Posts the draft `id` as it was at `version`. Posting what is posted already changes nothing and says so.
pub async fn post(
    call: &Call<'_>,
    client: AccountId,
    id: RequestId,
    version: i64,
) -> Result<WorkRequest, Error<RequestRefusal>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, client).await?);
            let request = own(&tx, &actor, id).await?;
            let rules = &call.rules;
            if requests::count_posted(&tx, client, call.now.plus_millis(-DAY_MS)).await?
                >= rules.requests_per_day
            {
                return Err(Error::Refused(RequestRefusal::TooMany { per_day: rules.requests_per_day }));
            }
            let seen = request.version;
            let posted = request
                .posted(call.now, rules.request_open_ms)
                .map_err(|wrong| Error::Refused(RequestRefusal::WrongState(wrong.0)))?;
            if seen != version {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            if posted.brief.skills.is_empty() {
                return Err(Error::Refused(RequestRefusal::NoSkills));
            }
            if !requests::update(&tx, &posted).await? {
                return Err(Error::Refused(RequestRefusal::Changed));
            }
            changes::append(&tx, "request", &id.to_string(), posted.version, call.now).await?;
            log(call, &tx, ActivityKind::Posted, Some(client), Subject::Request(id)).await?;
            leave_task(call, &tx, RANK, format!("{RANK}:{id}:{}", posted.version), id.to_string()).await?;
            Ok(posted)
        }
        .boxed()
    })
    .await
}
