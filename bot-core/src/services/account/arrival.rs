//! Somebody writes to us: find their account, or make one.

use chrono_tz::Tz;
use futures::FutureExt as _;

use crate::domain::account::{Account, AccountState, QuietHours, Roles};
use crate::domain::activity::ActivityKind;
use crate::domain::id::AccountId;
use crate::domain::identity::Identity;
use crate::domain::time::{HOUR_MS, Timestamp};
use crate::error::{Error, Fault, Never};
use crate::services::tell::log;
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, chats, identities};
use crate::ui::interaction::{Chat, ChatKind};

/// When somebody was here last is written down at most so often.
const SEEN_MS: i64 = 12 * HOUR_MS;

/// A person who is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Their account.
    pub account: Account,
    /// Who they are where they wrote.
    pub identity: Identity,
}

/// The account of whoever writes. Makes one at the first contact and keeps the name and the private chat current;
/// writes nothing when nothing has changed.
pub async fn arrive(call: &Call<'_>, identity: &Identity, chat: &Chat) -> Result<Member, Fault> {
    let known = {
        let tx = call.read().await?;
        match identities::find_account(&tx, identity.platform, &identity.user).await? {
            Some(id) if is_current(&tx, id, identity, chat, call.now).await? => {
                Some(accounts::get(&tx, id).await?)
            }
            _ => None,
        }
    };
    let account = match known {
        Some(account) => account,
        None => refresh(call, identity, chat).await?,
    };
    Ok(Member { account, identity: identity.clone() })
}

async fn is_current(
    tx: &Tx,
    id: AccountId,
    identity: &Identity,
    chat: &Chat,
    now: Timestamp,
) -> Result<bool, Fault> {
    if !identities::is_current(tx, identity, now.plus_millis(-SEEN_MS)).await? {
        return Ok(false);
    }
    if chat.kind != ChatKind::Private {
        return Ok(true);
    }
    let open = chats::list_reachable(tx, id).await?;
    Ok(open.iter().any(|known| known.chat.address == chat.address && known.chat.platform == chat.platform))
}

async fn refresh(call: &Call<'_>, identity: &Identity, chat: &Chat) -> Result<Account, Fault> {
    let fresh = AccountId(call.ids.uuid(call.now));
    let made: Result<Account, Error<Never>> = call
        .storage
        .write(|tx| {
            async move {
                let found = identities::find_account(&tx, identity.platform, &identity.user).await?;
                let account = if let Some(id) = found {
                    accounts::get(&tx, id).await?
                } else {
                    admit(call, &tx, fresh, identity).await?
                };
                if found.is_some() {
                    identities::upsert(&tx, account.id, identity, call.now).await?;
                }
                if chat.kind == ChatKind::Private {
                    chats::upsert_reachable(&tx, call.ids.as_ref(), account.id, chat, call.now).await?;
                }
                Ok(account)
            }
            .boxed()
        })
        .await;
    Ok(made?)
}

/// Makes the account `id` for somebody who has none.
pub(in crate::services) async fn admit(
    call: &Call<'_>,
    tx: &Tx,
    id: AccountId,
    identity: &Identity,
) -> Result<Account, Fault> {
    let account = newcomer(call, id);
    accounts::insert(tx, &account).await?;
    log(call, tx, ActivityKind::Joined, Some(id), Subject::Account(id)).await?;
    identities::upsert(tx, id, identity, call.now).await?;
    Ok(account)
}

/// Somebody about whom nothing is known yet.
pub(in crate::services) fn newcomer(call: &Call<'_>, id: AccountId) -> Account {
    Account {
        id,
        state: AccountState::Active,
        roles: Roles::default(),
        zone: Tz::UTC,
        zone_known: false,
        match_notices: false,
        quiet: QuietHours::NIGHT,
        terms_at: None,
        created_at: call.now,
        link: None,
        version: 1,
    }
}

/// The account behind a person of a platform, if they have been here.
pub async fn find_by_identity(call: &Call<'_>, identity: &Identity) -> Result<Option<AccountId>, Fault> {
    identities::find_account(&call.read().await?, identity.platform, &identity.user).await
}

/// The account, if there is one.
pub async fn find(call: &Call<'_>, id: AccountId) -> Result<Option<Account>, Fault> {
    accounts::find(&call.read().await?, id).await
}
