//! Half-filled forms.
//!
//! Stored before they are read, so that nothing typed is ever lost.

use futures::FutureExt as _;

use super::{Call, FORM};
use crate::domain::id::AccountId;
use crate::error::{Error, Fault, Never};
use crate::storage::drafts;
use crate::ui::interaction::Chat;

pub use crate::storage::drafts::Draft;

/// What is kept for a chat belongs to it by this key: drafts belong to an account and a chat.
pub(super) fn chat_key(chat: &Chat) -> String {
    format!("{}:{}", chat.platform.key(), chat.address)
}

/// What was begun of `form` in this chat.
pub async fn find(
    call: &Call<'_>,
    account: AccountId,
    chat: &Chat,
    form: &str,
) -> Result<Option<Draft>, Fault> {
    drafts::find(&call.read().await?, account, &chat_key(chat), form).await
}

/// The draft this chat's next message belongs to.
pub async fn find_open(call: &Call<'_>, account: AccountId, chat: &Chat) -> Result<Option<Draft>, Fault> {
    drafts::find_open(&call.read().await?, account, &chat_key(chat)).await
}

/// Keeps what was typed so far. An open draft closes the others of its chat.
pub async fn keep(call: &Call<'_>, account: AccountId, chat: &Chat, draft: &Draft) -> Result<(), Fault> {
    let chat = &chat_key(chat);
    let kept: Result<(), Error<Never>> = call
        .storage
        .write(|tx| async move { Ok(drafts::upsert(&tx, account, chat, draft).await?) }.boxed())
        .await;
    Ok(kept?)
}

/// Moves on to the draft's page. The event that caused it is handled with that: what was typed answers one page, even if
/// the process ends before the next one is asked.
pub async fn turn(call: &Call<'_>, account: AccountId, chat: &Chat, draft: &Draft) -> Result<(), Fault> {
    let chat = &chat_key(chat);
    let turned: Result<(), Error<Never>> = call
        .write_naming(
            |()| FORM.to_owned(),
            |tx| async move { Ok(drafts::upsert(&tx, account, chat, draft).await?) }.boxed(),
        )
        .await;
    Ok(turned?)
}

/// The chat's next message belongs to no form: a command was given instead.
pub async fn close_all(call: &Call<'_>, account: AccountId, chat: &Chat) -> Result<(), Fault> {
    let chat = &chat_key(chat);
    let closed: Result<(), Error<Never>> = call
        .storage
        .write(|tx| async move { Ok(drafts::close_others(&tx, account, chat, "").await?) }.boxed())
        .await;
    Ok(closed?)
}

/// Forgets a draft that has become something.
pub async fn forget(call: &Call<'_>, account: AccountId, chat: &Chat, form: &str) -> Result<(), Fault> {
    let chat = &chat_key(chat);
    let gone: Result<(), Error<Never>> = call
        .storage
        .write(|tx| async move { Ok(drafts::delete(&tx, account, chat, form).await?) }.boxed())
        .await;
    Ok(gone?)
}
