//! Whether a member can be reached, and where.

use futures::FutureExt as _;

use crate::delivery::outbox;
use crate::domain::id::AccountId;
use crate::domain::identity::Identity;
use crate::error::{Error, Fault, Never};
use crate::services::{Call, Subject};
use crate::storage::{chats, identities};
use crate::ui::interaction::{Chat, Reach};

/// Notes that a direct channel opened, was refused, or was closed to us. What waited for it is sent again.
pub async fn reach(call: &Call<'_>, account: AccountId, chat: &Chat, news: &Reach) -> Result<(), Fault> {
    let written: Result<(), Error<Never>> = call
        .write(Subject::Account(account), |tx| {
            async move {
                match news {
                    Reach::Opened(direct) => {
                        chats::upsert_reachable(&tx, call.ids.as_ref(), account, direct, call.now).await?;
                        outbox::revive(&tx, &call.wakes, account, call.now).await?;
                    }
                    Reach::Unblocked => {
                        chats::upsert_reachable(&tx, call.ids.as_ref(), account, chat, call.now).await?;
                        outbox::revive(&tx, &call.wakes, account, call.now).await?;
                    }
                    Reach::Blocked => chats::mark_address_unreachable(&tx, account, chat).await?,
                    Reach::Refused => {}
                }
                Ok(())
            }
            .boxed()
        })
        .await;
    Ok(written?)
}

/// Whether there is any chat in which the member can be told something.
pub async fn reachable(call: &Call<'_>, account: AccountId) -> Result<bool, Fault> {
    let tx = call.read().await?;
    Ok(!chats::list_reachable(&tx, account).await?.is_empty())
}

/// The chat on the identity's own platform in which its person can be told something, the one opened last.
pub async fn direct_chat(call: &Call<'_>, identity: &Identity) -> Result<Option<Chat>, Fault> {
    let tx = call.read().await?;
    let known = identities::find_account(&tx, identity.platform, &identity.user).await?;
    let Some(account) = known else { return Ok(None) };
    let chats = chats::list_reachable(&tx, account).await?;
    Ok(chats.into_iter().map(|known| known.chat).find(|chat| chat.platform == identity.platform))
}
