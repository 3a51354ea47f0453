//! Both sides' yes, and "not me".

use futures::FutureExt as _;

use super::{LinkRefusal, MERGE, obstacle, stop};
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, LinkId};
use crate::domain::link::{Link, LinkState, REMIND_MS, StopReason, WaitingLink};
use crate::error::{Error, Fault};
use crate::notify::notification::Notification;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::tell::{leave_task_at, log, tell};
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, links};

/// The actor says that the other side is them. With both sides' yes the three days begin.
pub async fn agree(call: &Call<'_>, me: AccountId, id: LinkId) -> Result<Link, Error<LinkRefusal>> {
    call.write(Subject::Link(id), |tx| {
        async move {
            let (link, other) = own(&tx, me, id, Verb::Link).await?;
            if link.is_agreed_by(me) && link.state == LinkState::Waiting {
                return Ok(link);
            }
            if link.has_run_out(call.now) {
                return Err(Error::Refused(LinkRefusal::Over(StopReason::RanOut)));
            }
            let agreed = link.agreed_by(me, call.now).map_err(|_| over(&link))?;
            let (mine, theirs) = (accounts::get(&tx, me).await?, accounts::get(&tx, other).await?);
            if let Some(reason) = obstacle(&tx, &mine, &theirs).await? {
                return Ok(stop(call, &tx, link, reason, Some(me)).await?);
            }
            if !links::update(&tx, &agreed, call.now).await? {
                return Err(Error::Refused(LinkRefusal::Changed));
            }
            if agreed.state == LinkState::Waiting {
                wait(call, &tx, &agreed, me, other).await?;
            }
            Ok(agreed)
        }
        .boxed()
    })
    .await
}

/// The three days begin: both are known to wait, and both will be reminded that they can say no.
async fn wait(call: &Call<'_>, tx: &Tx, link: &Link, me: AccountId, other: AccountId) -> Result<(), Fault> {
    let opens_at = link.ends_at;
    for (side, with) in [(me, other), (other, me)] {
        accounts::set_link(tx, side, Some(WaitingLink { with, opens_at })).await?;
        let reminder = Notification::LinkEnding { link: link.id };
        tell(call, tx, side, &reminder, opens_at.plus_millis(-REMIND_MS)).await?;
    }
    tell(call, tx, other, &Notification::LinkAgreed { link: link.id }, call.now).await?;
    log(call, tx, ActivityKind::Linked, Some(me), Subject::Link(link.id)).await?;
    leave_task_at(call, tx, MERGE, format!("{MERGE}:{}", link.id), link.id.to_string(), opens_at).await
}

/// The actor says that the other side isn't them: at the meeting, or any time in the three days.
pub async fn not_me(call: &Call<'_>, me: AccountId, id: LinkId) -> Result<Link, Error<LinkRefusal>> {
    call.write(Subject::Link(id), |tx| {
        async move {
            let (link, _) = own(&tx, me, id, Verb::StopLink).await?;
            match link.state {
                LinkState::Merged => Err(Error::Refused(LinkRefusal::Merged)),
                _ => Ok(stop(call, &tx, link, StopReason::NotMe, Some(me)).await?),
            }
        }
        .boxed()
    })
    .await
}

/// The link and its other side, if the actor has a part in it and may do `verb`.
async fn own(
    tx: &Tx,
    me: AccountId,
    id: LinkId,
    verb: Verb,
) -> Result<(Link, AccountId), Error<LinkRefusal>> {
    let refused = || Error::Refused(LinkRefusal::NotAvailable);
    let actor = Actor::from(&accounts::get(tx, me).await?);
    let link = links::find(tx, id).await?.ok_or_else(refused)?;
    let allowed = may(&actor, Verb::ViewLink, On::Link(&link))
        && match verb {
            Verb::StopLink => may(&actor, verb, On::Link(&link)),
            _ => may(&actor, verb, On::Account(me)),
        };
    let other = link.other_than(me).filter(|_| allowed);
    // Who has become part of another account is still the one who was asked.
    Ok((link, other.ok_or_else(refused)?))
}

fn over(link: &Link) -> Error<LinkRefusal> {
    Error::Refused(match (link.state, link.reason) {
        (LinkState::Merged, _) => LinkRefusal::Merged,
        (_, Some(reason)) => LinkRefusal::Over(reason),
        _ => LinkRefusal::Changed,
    })
}
