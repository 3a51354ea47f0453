//! Where somebody can be told something, in the order in which it is tried.

use super::class::Class;
use crate::domain::id::AccountId;
use crate::error::Fault;
use crate::storage::chats::AccountChat;
use crate::storage::{Tx, accounts, chats};

/// The chats in which `account` can be told something of this class: its own, the one opened last in front, on whichever
/// platform they are; then, for matches alone, those of the account it waits to become one with.
pub async fn list(tx: &Tx, account: AccountId, class: Class) -> Result<Vec<AccountChat>, Fault> {
    let mut known = chats::list_reachable(tx, account).await?;
    if class == Class::Match
        && let Some(link) = accounts::find(tx, account).await?.and_then(|account| account.link)
    {
        known.extend(chats::list_reachable(tx, link.with).await?);
    }
    Ok(known)
}
