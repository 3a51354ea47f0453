//! Taking somebody's place on one platform out of their account.
//!
//! They start afresh there, and everything else stays.

use futures::FutureExt as _;

use super::LinkRefusal;
use crate::domain::activity::ActivityKind;
use crate::domain::id::AccountId;
use crate::domain::identity::Platform;
use crate::error::Error;
use crate::notify::notification::Notification;
use crate::services::account::newcomer;
use crate::services::authority::{Actor, Answer, On, Verb, ask};
use crate::services::tell::{log, tell};
use crate::services::{Call, Subject};
use crate::storage::{accounts, identities, merging};

/// Takes who the actor is on `platform` out of their account. Both chats are told. Blocks go along, so that nobody gets
/// round one by unlinking.
pub async fn unlink(call: &Call<'_>, me: AccountId, platform: Platform) -> Result<(), Error<LinkRefusal>> {
    let fresh = AccountId(call.ids.uuid(call.now));
    call.write(Subject::Account(me), |tx| {
        async move {
            match ask(&Actor::from(&accounts::get(&tx, me).await?), Verb::Unlink, On::Account(me)) {
                Answer::Yes => (),
                Answer::No => return Err(Error::Refused(LinkRefusal::NotAvailable)),
                Answer::NotBefore(opens_at) => return Err(Error::Refused(LinkRefusal::Waits { opens_at })),
            }
            let known = identities::list(&tx, me).await?;
            if known.len() < 2 || known.iter().all(|identity| identity.platform != platform) {
                return Err(Error::Refused(LinkRefusal::Changed));
            }
            accounts::insert(&tx, &newcomer(call, fresh)).await?;
            merging::copy_blocks(&tx, me, fresh).await?;
            merging::split(&tx, me, fresh, platform.key()).await?;
            log(call, &tx, ActivityKind::Unlinked, Some(me), Subject::Account(fresh)).await?;
            let news = Notification::Unlinked { from: me, platform, at: call.now };
            for told in [me, fresh] {
                tell(call, &tx, told, &news, call.now).await?;
            }
            Ok(())
        }
        .boxed()
    })
    .await
}
