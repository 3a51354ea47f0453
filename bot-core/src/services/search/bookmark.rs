//! Bookmarks: keeping an entry to come back to it.

use futures::FutureExt as _;

use super::entry::{Entry, EntryId};
use super::results::Hit;
use crate::error::{Error, Fault, Never};
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::hiding::is_hidden;
use crate::services::{Call, profile};
use crate::storage::bookmarks::{self, Kept};
use crate::storage::{Tx, identities, profiles, requests};

/// The most entries an account keeps.
const KEPT: i64 = 200;

/// Why an entry isn't kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookmarkRefusal {
    /// There is none, or it is hidden: the two are never told apart.
    NotAvailable,
    /// Too many are kept already.
    TooMany {
        /// How many.
        most: i64,
    },
}

impl EntryId {
    /// How rows name it.
    pub(super) fn kept(self) -> Kept {
        let (kind, subject) = match self {
            Self::Request(id) => ("request", id.to_string()),
            Self::Person(id) => ("account", id.to_string()),
        };
        Kept { kind: kind.to_owned(), subject }
    }

    fn of(kept: &Kept) -> Option<Self> {
        match kept.kind.as_str() {
            "request" => kept.subject.parse().ok().map(Self::Request),
            "account" => kept.subject.parse().ok().map(Self::Person),
            _ => None,
        }
    }
}

/// Keeps an entry. Keeping it again changes nothing.
pub async fn bookmark(call: &Call<'_>, actor: &Actor, id: EntryId) -> Result<(), Error<BookmarkRefusal>> {
    call.storage
        .write(|tx| {
            async move {
                if visible(&tx, actor, id).await?.is_none() {
                    return Err(Error::Refused(BookmarkRefusal::NotAvailable));
                }
                if bookmarks::count(&tx, actor.account).await? >= KEPT {
                    return Err(Error::Refused(BookmarkRefusal::TooMany { most: KEPT }));
                }
                Ok(bookmarks::insert(&tx, actor.account, &id.kept(), call.now).await?)
            }
            .boxed()
        })
        .await
}

/// Keeps an entry no longer.
pub async fn unbookmark(call: &Call<'_>, actor: &Actor, id: EntryId) -> Result<(), Fault> {
    let done: Result<(), Error<Never>> = call
        .storage
        .write(|tx| async move { Ok(bookmarks::delete(&tx, actor.account, &id.kept()).await?) }.boxed())
        .await;
    Ok(done?)
}

/// What the actor keeps and may still see, the latest first.
pub async fn bookmarks(call: &Call<'_>, actor: &Actor) -> Result<Vec<Hit>, Fault> {
    let tx = call.read().await?;
    let mut hits = Vec::new();
    for id in bookmarks::list(&tx, actor.account).await?.iter().filter_map(EntryId::of) {
        let Some(entry) = visible(&tx, actor, id).await? else { continue };
        let who = identities::list(&tx, entry.owner()).await?;
        hits.push(Hit { entry, who, explanation: None, saved: true });
    }
    Ok(hits)
}

/// The entry, unless it is hidden from the actor.
async fn visible(tx: &Tx, actor: &Actor, id: EntryId) -> Result<Option<Entry>, Fault> {
    let entry = match id {
        EntryId::Request(id) => {
            let found = requests::find(tx, id).await?;
            found
                .filter(|request| may(actor, Verb::Bookmark, On::Request(request)))
                .map(|request| Entry::Request(Box::new(request)))
        }
        EntryId::Person(id) => match profiles::find(tx, id).await? {
            Some(found) if may(actor, Verb::Bookmark, On::Account(id)) => {
                let approach = profile::approach(tx, actor.account, id, found.visibility).await?;
                let seen = may(actor, Verb::ViewProfile, On::Profile(approach));
                seen.then(|| Entry::Person(Box::new(found)))
            }
            _ => None,
        },
    };
    match entry {
        Some(entry) if !is_hidden(tx, actor.account, entry.owner()).await? => Ok(Some(entry)),
        _ => Ok(None),
    }
}
