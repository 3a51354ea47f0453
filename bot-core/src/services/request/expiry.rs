//! Requests end by themselves: a day before, their client is warned.

use futures::FutureExt as _;

use super::close::ended;
use crate::domain::activity::ActivityKind;
use crate::domain::id::RequestId;
use crate::domain::request::RequestState;
use crate::error::{Error, Fault, Never};
use crate::notify::notification::Notification;
use crate::services::tell::tell;
use crate::services::{Call, Subject};
use crate::storage::requests;

/// The name of the chore that ends requests.
pub const EXPIRE: &str = "expire_requests";

/// Ends what is due. How many requests that were.
pub async fn expire_due(call: &Call<'_>) -> Result<usize, Fault> {
    let due = requests::list_expired(&call.read().await?, call.now).await?;
    for id in &due {
        expire(call, *id).await?;
    }
    Ok(due.len())
}

/// Warns the clients of what ends within the warning time. Saying it twice sends it once.
pub async fn warn_due(call: &Call<'_>) -> Result<(), Fault> {
    let soon = call.now.plus_millis(call.rules.request_warn_ms);
    let due = requests::list_expired(&call.read().await?, soon).await?;
    for id in due {
        let warned: Result<(), Error<Never>> = call
            .write(Subject::Request(id), |tx| {
                async move {
                    let Some(request) = requests::find(&tx, id).await? else { return Ok(()) };
                    let ends = request.expires_at.filter(|ends| *ends > call.now);
                    if let (RequestState::Open, Some(until)) = (request.state, ends) {
                        let news = Notification::RequestEnding { request: id, until };
                        tell(call, &tx, request.client, &news, call.now).await?;
                    }
                    Ok(())
                }
                .boxed()
            })
            .await;
        warned?;
    }
    Ok(())
}

async fn expire(call: &Call<'_>, id: RequestId) -> Result<(), Error<Never>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let Some(request) = requests::find(&tx, id).await? else { return Ok(()) };
            let Ok(expired) = request.expired() else { return Ok(()) };
            if !requests::update(&tx, &expired).await? {
                return Ok(());
            }
            ended(call, &tx, &expired, "expired", ActivityKind::Expired, None).await?;
            tell(call, &tx, expired.client, &Notification::RequestExpired { request: id }, call.now).await?;
            Ok(())
        }
        .boxed()
    })
    .await
}
