//! "Not for me", and taking it back.

use futures::FutureExt as _;

use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::error::{Error, Fault, Never};
use crate::services::tell::log;
use crate::services::{Call, Subject};
use crate::storage::matches;

/// The member doesn't want to see this request again.
pub async fn dismiss(call: &Call<'_>, account: AccountId, request: RequestId) -> Result<(), Fault> {
    let done: Result<(), Error<Never>> = call
        .write(Subject::Request(request), |tx| {
            async move {
                matches::dismiss(&tx, request, account, call.now).await?;
                log(call, &tx, ActivityKind::Dismissed, Some(account), Subject::Request(request)).await?;
                Ok(())
            }
            .boxed()
        })
        .await;
    Ok(done?)
}

/// The member wants to see it after all.
pub async fn restore(call: &Call<'_>, account: AccountId, request: RequestId) -> Result<(), Fault> {
    let done: Result<(), Error<Never>> = call
        .write(Subject::Request(request), |tx| {
            async move { Ok(matches::restore(&tx, request, account).await?) }.boxed()
        })
        .await;
    Ok(done?)
}
