//! Blocking: neither sees nor hears of the other any more, on any platform.

use futures::FutureExt as _;

use super::SafetyRefusal;
use crate::domain::activity::ActivityKind;
use crate::domain::id::AccountId;
use crate::error::Error;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::tell::log;
use crate::services::{Call, Subject};
use crate::storage::{accounts, blocks};

/// `account` blocks `blocked`.
pub async fn block(
    call: &Call<'_>,
    account: AccountId,
    blocked: AccountId,
) -> Result<(), Error<SafetyRefusal>> {
    call.write(Subject::Account(account), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, account).await?);
            let known = accounts::find_current(&tx, blocked).await?.map(|account| account.id);
            let Some(blocked) = known.filter(|id| may(&actor, Verb::Block, On::Account(*id))) else {
                return Err(Error::Refused(SafetyRefusal::NotAvailable));
            };
            if blocks::insert(&tx, account, blocked, call.now).await? {
                log(call, &tx, ActivityKind::Blocked, Some(account), Subject::Account(blocked)).await?;
            }
            Ok(())
        }
        .boxed()
    })
    .await
}

/// `account` no longer blocks `blocked`.
pub async fn unblock(
    call: &Call<'_>,
    account: AccountId,
    blocked: AccountId,
) -> Result<(), Error<SafetyRefusal>> {
    call.write(Subject::Account(account), |tx| {
        async move {
            let known = accounts::find_current(&tx, blocked).await?.map_or(blocked, |account| account.id);
            Ok(blocks::delete(&tx, account, known).await?)
        }
        .boxed()
    })
    .await
}
