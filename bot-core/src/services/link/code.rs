//! A code for the other chat, and typing it there.

use futures::FutureExt as _;

use super::{LinkRefusal, obstacle, share_a_platform, under_way};
use crate::domain::account::AccountState;
use crate::domain::id::{AccountId, LinkId};
use crate::domain::identity::Platform;
use crate::domain::link::{CODE_MS, CODES, CODES_A_DAY, Link, LinkState, StopReason, TRIES, read_code};
use crate::domain::time::{DAY_MS, Timestamp};
use crate::error::{Error, Fault};
use crate::notify::notification::Notification;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::tell::tell;
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, blocks, identities, links};

/// A code to type in the other chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Eight characters; nobody can read it again.
    pub code: String,
    /// Until when.
    pub ends_at: Timestamp,
}

/// What came of typing a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// It was right: the two sides look at each other.
    Met(LinkId),
    /// There is no such code, or not any more.
    Wrong {
        /// How many more may be typed.
        left: i64,
    },
    /// Too many wrong ones were typed: none is read before this.
    Locked {
        /// When.
        until: Timestamp,
    },
}

/// Makes a code for the actor. It takes the place of an earlier one.
pub async fn start(call: &Call<'_>, me: AccountId) -> Result<Offer, Error<LinkRefusal>> {
    let link = Link::offered(LinkId(call.ids.uuid(call.now)), me, call.now);
    let code = &call.ids.code();
    call.write(Subject::Link(link.id), |tx| {
        async move {
            free(call, &tx, me).await?;
            if identities::list(&tx, me).await?.len() >= Platform::ALL.len() {
                return Err(Error::Refused(LinkRefusal::Full));
            }
            for (span, most) in [(CODE_MS, CODES), (DAY_MS, CODES_A_DAY)] {
                if links::count_started(&tx, me, call.now.plus_millis(-span)).await? >= most {
                    return Err(Error::Refused(LinkRefusal::TooManyCodes));
                }
            }
            for earlier in links::list_under_way(&tx, me).await? {
                if let Ok(replaced) = earlier.stopped(StopReason::Replaced) {
                    links::update(&tx, &replaced, call.now).await?;
                }
            }
            links::insert(&tx, &link, code).await?;
            Ok(Offer { code: code.clone(), ends_at: link.ends_at })
        }
        .boxed()
    })
    .await
}

/// The actor types a code that somebody, themselves if all is well, got in another chat.
///
/// Whoever is blocked, or has left, is never named: their code is one that there isn't.
pub async fn type_code(call: &Call<'_>, me: AccountId, typed: &str) -> Result<Typed, Error<LinkRefusal>> {
    let about = |typed: &Typed| match typed {
        Typed::Met(id) => Subject::Link(*id).key(),
        Typed::Wrong { .. } | Typed::Locked { .. } => Subject::Account(me).key(),
    };
    call.write_naming(about, |tx| {
        async move {
            free(call, &tx, me).await?;
            let code = read_code(typed).ok_or(Error::Refused(LinkRefusal::Unreadable))?;
            let tries = links::count_tries(&tx, me, call.now.plus_millis(-CODE_MS)).await?;
            if tries >= TRIES {
                return Ok(Typed::Locked { until: call.now.plus_millis(CODE_MS) });
            }
            let Some(link) = offered(call, &tx, me, &code).await? else {
                links::insert_try(&tx, call.ids.as_ref(), me, call.now).await?;
                return Ok(Typed::Wrong { left: TRIES - tries - 1 });
            };
            if link.starter == me {
                return Err(Error::Refused(LinkRefusal::Own));
            }
            if share_a_platform(&tx, me, link.starter).await? {
                return Err(Error::Refused(LinkRefusal::SamePlatform));
            }
            let (mine, theirs) = (accounts::get(&tx, me).await?, accounts::get(&tx, link.starter).await?);
            if obstacle(&tx, &mine, &theirs).await?.is_some() {
                return Err(Error::Refused(LinkRefusal::Dealing));
            }
            let met = link.met(me, call.now).map_err(|_| Error::Refused(LinkRefusal::Changed))?;
            if !links::update(&tx, &met, call.now).await? {
                return Err(Error::Refused(LinkRefusal::Changed));
            }
            tell(call, &tx, link.starter, &Notification::LinkTyped { link: link.id }, call.now).await?;
            Ok(Typed::Met(link.id))
        }
        .boxed()
    })
    .await
}

/// Fails unless the actor may link and no other link of theirs is under way.
async fn free(call: &Call<'_>, tx: &Tx, me: AccountId) -> Result<(), Error<LinkRefusal>> {
    let actor = Actor::from(&accounts::get(tx, me).await?);
    if !may(&actor, Verb::Link, On::Account(me)) {
        return Err(Error::Refused(LinkRefusal::NotAvailable));
    }
    match under_way(call, tx, me).await? {
        Some(_) => Err(Error::Refused(LinkRefusal::Busy)),
        None => Ok(()),
    }
}

/// The link that is offered under `code`, as far as the actor may know of it.
async fn offered(call: &Call<'_>, tx: &Tx, me: AccountId, code: &str) -> Result<Option<Link>, Fault> {
    let Some(link) = links::find_by_code(tx, code).await? else { return Ok(None) };
    let here = accounts::get(tx, link.starter).await?.state == AccountState::Active;
    let hidden = blocks::between(tx, me, link.starter).await?;
    let taken = under_way(call, tx, link.starter).await?.is_some();
    // What has run out was closed by the look at what is under way.
    let open = link.state == LinkState::Offered && !link.has_run_out(call.now);
    Ok((here && !hidden && !taken && open).then_some(link))
}
