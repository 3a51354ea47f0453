//! "Not for me", and taking it back.

use futures::FutureExt as _;

use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::error::Error;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::hiding::is_hidden;
use crate::services::tell::log;
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, matches, requests};

/// There is no such request that the member could have been shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAvailable;

/// The member doesn't want to see this request again.
pub async fn dismiss(
    call: &Call<'_>,
    account: AccountId,
    request: RequestId,
) -> Result<(), Error<NotAvailable>> {
    call.write(Subject::Request(request), |tx| {
        async move {
            shown(&tx, account, request).await?;
            matches::dismiss(&tx, request, account, call.now).await?;
            log(call, &tx, ActivityKind::Dismissed, Some(account), Subject::Request(request)).await?;
            Ok(())
        }
        .boxed()
    })
    .await
}

/// The member wants to see it after all.
pub async fn restore(
    call: &Call<'_>,
    account: AccountId,
    request: RequestId,
) -> Result<(), Error<NotAvailable>> {
    call.write(Subject::Request(request), |tx| {
        async move {
            shown(&tx, account, request).await?;
            Ok(matches::restore(&tx, request, account).await?)
        }
        .boxed()
    })
    .await
}

/// Fails unless the member may answer the request, one way or the other.
async fn shown(tx: &Tx, account: AccountId, request: RequestId) -> Result<(), Error<NotAvailable>> {
    let actor = Actor::from(&accounts::get(tx, account).await?);
    let request = requests::find(tx, request).await?.ok_or(Error::Refused(NotAvailable))?;
    let hidden = is_hidden(tx, account, request.client).await?;
    if hidden || !may(&actor, Verb::AnswerRequest, On::Request(&request)) {
        return Err(Error::Refused(NotAvailable));
    }
    Ok(())
}
