//! Wishes about notices: how soon, where, at which time, and fewer of them.

use futures::FutureExt as _;

use super::read::wishes_in;
use super::waiting::reschedule;
use crate::domain::account::Account;
use crate::domain::id::AccountId;
use crate::domain::topic::{Channel, Pace, Topic, Wish};
use crate::error::{Error, Fault};
use crate::services::account::{AccountRefusal, changed};
use crate::services::{Call, Subject};
use crate::storage::{Tx, notice_wishes};

/// What "fewer like this" led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calmed {
    /// How soon they were told before.
    pub before: Pace,
    /// How soon they are told now.
    pub now: Pace,
}

/// The member wants to hear of `topic` at this pace. What is waiting follows at once.
pub async fn set_pace(
    call: &Call<'_>,
    id: AccountId,
    topic: Topic,
    pace: Pace,
) -> Result<Account, Error<AccountRefusal>> {
    call.write(Subject::Account(id), |tx| {
        async move {
            let account = with_notices(call, &tx, id, topic, pace).await?;
            put_pace(call, &tx, &account, topic, pace).await?;
            Ok(account)
        }
        .boxed()
    })
    .await
}

/// The member wants to hear less of `topic`: one step calmer.
pub async fn calm(
    call: &Call<'_>,
    id: AccountId,
    topic: Topic,
) -> Result<(Account, Calmed), Error<AccountRefusal>> {
    call.write(Subject::Account(id), |tx| {
        async move {
            let account = changed(call, &tx, id, |_| ()).await?;
            let before = wishes_in(call, &tx, &account).await?.of(topic).pace;
            let calmed = Calmed { before, now: before.calmer() };
            put_pace(call, &tx, &account, topic, calmed.now).await?;
            Ok((account, calmed))
        }
        .boxed()
    })
    .await
}

/// The member wants to hear of `topic` there.
pub async fn set_channel(
    call: &Call<'_>,
    id: AccountId,
    topic: Topic,
    channel: Channel,
) -> Result<Account, Error<AccountRefusal>> {
    call.write(Subject::Account(id), |tx| {
        async move {
            let account = changed(call, &tx, id, |_| ()).await?;
            let wish = wishes_in(call, &tx, &account).await?.of(topic);
            notice_wishes::put(&tx, id, topic, Wish { channel, ..wish }).await?;
            Ok(account)
        }
        .boxed()
    })
    .await
}

/// The member's digest comes so many minutes after their midnight.
pub async fn set_digest_minute(
    call: &Call<'_>,
    id: AccountId,
    minute: u16,
) -> Result<Account, Error<AccountRefusal>> {
    call.write(Subject::Account(id), |tx| {
        async move {
            let account = changed(call, &tx, id, |_| ()).await?;
            notice_wishes::set_digest_minute(&tx, id, minute).await?;
            reschedule(call, &tx, &account).await?;
            Ok(account)
        }
        .boxed()
    })
    .await
}

/// The account, in which matches are turned on or off where that is what is wished.
async fn with_notices(
    call: &Call<'_>,
    tx: &Tx,
    id: AccountId,
    topic: Topic,
    pace: Pace,
) -> Result<Account, Error<AccountRefusal>> {
    changed(call, tx, id, |account| {
        if topic == Topic::Matches {
            account.match_notices = pace != Pace::Never;
        }
    })
    .await
}

async fn put_pace(
    call: &Call<'_>,
    tx: &Tx,
    account: &Account,
    topic: Topic,
    pace: Pace,
) -> Result<(), Fault> {
    let wish = wishes_in(call, tx, account).await?.of(topic);
    notice_wishes::put(tx, account.id, topic, Wish { pace, ..wish }).await?;
    reschedule(call, tx, account).await
}
