//! The last search of a chat, kept for its pager.
//!
//! Its buttons carry an id and a version, so that nothing of it is held in memory.

use futures::FutureExt as _;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::query::Query;
use crate::domain::id::{AccountId, SearchId};
use crate::error::{Error, Fault, Never};
use crate::services::Call;
use crate::services::drafts::chat_key;
use crate::storage::searches;
use crate::ui::interaction::Chat;

/// A search that is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// Its id.
    pub id: SearchId,
    /// Counts its changes.
    pub version: i64,
    /// What is looked for, and found.
    pub list: List,
}

/// What is looked for, and what was found when it was first shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// What is looked for.
    pub query: Query,
    /// The entries in their order.
    pub order: Vec<Uuid>,
}

/// Keeps a new search in place of the chat's last one.
pub async fn start(call: &Call<'_>, account: AccountId, chat: &Chat, list: List) -> Result<Search, Fault> {
    let (id, chat) = (SearchId(call.ids.uuid(call.now)), &chat_key(chat));
    let bytes = &serde_json::to_vec(&list)?;
    let kept: Result<(), Error<Never>> = call
        .storage
        .write(|tx| {
            async move { Ok(searches::insert(&tx, account, chat, id, bytes, call.now).await?) }.boxed()
        })
        .await;
    kept?;
    Ok(Search { id, version: 1, list })
}

/// A kept search of the account's; none once another one took its place.
pub async fn find(call: &Call<'_>, account: AccountId, id: SearchId) -> Result<Option<Search>, Fault> {
    let Some((version, bytes)) = searches::find(&call.read().await?, account, id).await? else {
        return Ok(None);
    };
    Ok(Some(Search { id, version, list: serde_json::from_slice(&bytes)? }))
}

/// Lists something else in a kept search. None if it changed in between.
pub async fn change(call: &Call<'_>, search: &Search, list: List) -> Result<Option<Search>, Fault> {
    let bytes = &serde_json::to_vec(&list)?;
    let (id, version) = (search.id, search.version);
    let changed: Result<bool, Error<Never>> = call
        .storage
        .write(|tx| async move { Ok(searches::update(&tx, id, version, bytes, call.now).await?) }.boxed())
        .await;
    Ok(changed?.then_some(Search { id, version: version + 1, list }))
}
