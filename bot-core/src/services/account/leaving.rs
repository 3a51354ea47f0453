//! Leaving: hidden and silent at once, erased after the grace.
//!
//! Until then a member is free to change their mind.

use futures::FutureExt as _;

use super::AccountRefusal;
use super::settings::{change, changed};
use crate::domain::account::{Account, AccountState, Roles};
use crate::domain::id::AccountId;
use crate::domain::request::RequestState;
use crate::error::{Error, Fault, Never};
use crate::services::authority::{Actor, Answer, On, Verb, ask};
use crate::services::{Call, Subject, proposal, request};
use crate::storage::requests::{holds, revisions, templates};
use crate::storage::{
    accounts, bookmarks, changes, chats, drafts, identities, notice_wishes, objections, profiles, requests,
    search_alerts, searches, tunings,
};

/// Asks for the account to be deleted.
pub async fn ask_to_leave(call: &Call<'_>, id: AccountId) -> Result<Account, Error<AccountRefusal>> {
    let erase_at = call.now.plus_millis(call.rules.leaving_ms);
    call.write(Subject::Account(id), |tx| {
        async move {
            let actor = Actor::from(&accounts::get(&tx, id).await?);
            if let Answer::NotBefore(opens_at) = ask(&actor, Verb::Leave, On::Account(id)) {
                return Err(Error::Refused(AccountRefusal::Waits { opens_at }));
            }
            changed(call, &tx, id, |account| {
                if account.state == AccountState::Active {
                    account.state = AccountState::Leaving { erase_at };
                }
            })
            .await
        }
        .boxed()
    })
    .await
}

/// Takes the wish to leave back.
pub async fn stay(call: &Call<'_>, id: AccountId) -> Result<Account, Error<AccountRefusal>> {
    change(call, id, |account| {
        if matches!(account.state, AccountState::Leaving { .. }) {
            account.state = AccountState::Active;
        }
    })
    .await
}

/// Erases an account whose grace is over: its requests close, its proposals are taken back, its name, profile, drafts
/// and chats go. What the other side agreed to stays, without a name.
pub async fn erase(call: &Call<'_>, id: AccountId) -> Result<(), Error<Never>> {
    let open: Vec<_> = {
        let tx = call.read().await?;
        let all = requests::list_of(&tx, id).await?;
        all.into_iter()
            .filter(|request| {
                matches!(request.state, RequestState::Draft | RequestState::Held | RequestState::Open)
            })
            .collect()
    };
    for request in open {
        request::end_for_leaver(call, request).await?;
    }
    proposal::end_for_leaver(call, id).await?;
    call.write(Subject::Account(id), |tx| {
        async move {
            let mut account = accounts::get(&tx, id).await?;
            if !matches!(account.state, AccountState::Leaving { erase_at } if erase_at <= call.now) {
                return Ok(());
            }
            account.state = AccountState::Erased;
            account.roles = Roles::default();
            account.match_notices = false;
            account.version += 1;
            accounts::update(&tx, &account).await?;
            profiles::delete(&tx, id).await?;
            tunings::delete(&tx, id).await?;
            objections::delete_of(&tx, id).await?;
            drafts::delete_of(&tx, id).await?;
            searches::delete_of(&tx, id).await?;
            search_alerts::delete_of(&tx, id).await?;
            bookmarks::delete_of(&tx, id).await?;
            templates::delete_of(&tx, id).await?;
            revisions::delete_of(&tx, id).await?;
            holds::delete_of(&tx, id).await?;
            identities::delete(&tx, id).await?;
            chats::delete_of(&tx, id).await?;
            notice_wishes::delete_of(&tx, id).await?;
            changes::append(&tx, "account", &id.to_string(), account.version, call.now).await?;
            Ok(())
        }
        .boxed()
    })
    .await
}

/// Accounts whose grace is over.
pub async fn due_to_erase(call: &Call<'_>) -> Result<Vec<AccountId>, Fault> {
    accounts::list_leaving(&call.read().await?, call.now).await
}
