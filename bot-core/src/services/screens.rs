//! Which message shows a chat's live screen: the one that is edited in place.

use super::Call;
use crate::domain::identity::Identity;
use crate::error::Fault;
use crate::storage::{chats, identities};
use crate::ui::interaction::Chat;

/// Notes the message that now shows the live screen.
pub async fn set(call: &Call<'_>, actor: &Identity, chat: &Chat, message: &str) -> Result<(), Fault> {
    use futures::FutureExt as _;

    use crate::error::{Error, Never};
    let set: Result<(), Error<Never>> = call
        .storage
        .write(|tx| {
            async move {
                // Whose chat it is may be changing at this moment: two accounts become one.
                let known = identities::find_account(&tx, actor.platform, &actor.user).await?;
                let Some(account) = known else { return Ok(()) };
                Ok(chats::set_screen(&tx, call.ids.as_ref(), account, chat, Some(message), call.now).await?)
            }
            .boxed()
        })
        .await;
    Ok(set?)
}

/// The message that shows the live screen.
pub async fn find(call: &Call<'_>, actor: &Identity, chat: &Chat) -> Result<Option<String>, Fault> {
    let tx = call.read().await?;
    let known = identities::find_account(&tx, actor.platform, &actor.user).await?;
    let Some(account) = known else { return Ok(None) };
    chats::screen(&tx, account, chat).await
}
