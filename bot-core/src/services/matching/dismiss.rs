//! "Not for me", why, and taking it back.

use bot_matching::{Answers, Evidence, PlaceFit, Relations};
use futures::FutureExt as _;

use super::wanted::wanted;
use super::wishes::changed;
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::money::{Money, Price};
use crate::domain::request::WorkRequest;
use crate::domain::time::DAY_MS;
use crate::domain::wishes::{Objection, Reason};
use crate::error::{Error, Fault};
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::hiding::is_hidden;
use crate::services::tell::log;
use crate::services::{Call, Subject};
use crate::storage::{Tx, accounts, matches, objections, requests};

/// For how long "not now" keeps match messages away, unless the member says otherwise.
pub const SNOOZE_DAYS: i64 = 14;

/// An objection with what follows from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Objected {
    /// Against what.
    pub request: WorkRequest,
    /// What was said.
    pub objection: Objection,
}

/// There is no such request that the member could have been shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAvailable;

/// The member doesn't want to see this request again.
pub async fn dismiss(
    call: &Call<'_>,
    account: AccountId,
    request: RequestId,
) -> Result<(), Error<NotAvailable>> {
    call.write(Subject::Request(request), |tx| {
        async move {
            shown(&tx, account, request).await?;
            matches::dismiss(&tx, request, account, call.now).await?;
            log(call, &tx, ActivityKind::Dismissed, Some(account), Subject::Request(request)).await?;
            Ok(())
        }
        .boxed()
    })
    .await
}

/// Says why, so that what comes next is different.
pub async fn object(
    call: &Call<'_>,
    account: AccountId,
    id: RequestId,
    reason: Reason,
) -> Result<Objected, Error<NotAvailable>> {
    let too_far = if reason == Reason::Place { too_far_km(call, account, id).await? } else { None };
    change(call, account, id, reason, move |request, objection| match reason {
        Reason::Pay => objection.too_low = top(request),
        // where only one skill is asked for there is nothing to choose
        Reason::Skills => objection.skill = only_skill(request),
        Reason::NotNow => objection.until = Some(call.now.plus_millis(SNOOZE_DAYS * DAY_MS)),
        Reason::Place => objection.too_far_km = too_far,
        Reason::Client | Reason::Other => {}
    })
    .await
}

/// Says which of the skills it is: its place in the request's list.
pub async fn object_to_skill(
    call: &Call<'_>,
    account: AccountId,
    id: RequestId,
    position: usize,
) -> Result<Objected, Error<NotAvailable>> {
    change(call, account, id, Reason::Skills, move |request, objection| {
        objection.skill = request.brief.skills.get(position).map(|skill| skill.skill.clone());
    })
    .await
}

/// Says for how many days no match messages are wanted.
pub async fn snooze(
    call: &Call<'_>,
    account: AccountId,
    id: RequestId,
    days: i64,
) -> Result<Objected, Error<NotAvailable>> {
    let until = call.now.plus_millis(days * DAY_MS);
    change(call, account, id, Reason::NotNow, move |_, objection| objection.until = Some(until)).await
}

/// The member wants to see it after all; what they said of it is forgotten.
pub async fn restore(
    call: &Call<'_>,
    account: AccountId,
    request: RequestId,
) -> Result<(), Error<NotAvailable>> {
    call.write(Subject::Request(request), |tx| {
        async move {
            shown(&tx, account, request).await?;
            matches::restore(&tx, request, account).await?;
            objections::delete(&tx, account, request).await?;
            Ok(changed(call, &tx, account).await?)
        }
        .boxed()
    })
    .await
}

async fn change(
    call: &Call<'_>,
    account: AccountId,
    id: RequestId,
    reason: Reason,
    edit: impl Fn(&WorkRequest, &mut Objection) + Send + Sync + Copy,
) -> Result<Objected, Error<NotAvailable>> {
    call.write(Subject::Request(id), |tx| {
        async move {
            let request = shown(&tx, account, id).await?;
            let mut objection = Objection::new(account, id, request.client, reason, call.now);
            edit(&request, &mut objection);
            matches::dismiss(&tx, id, account, call.now).await?;
            objections::upsert(&tx, &objection).await?;
            changed(call, &tx, account).await?;
            Ok(Objected { request, objection })
        }
        .boxed()
    })
    .await
}

/// The request, unless the member may not answer it, one way or the other.
async fn shown(tx: &Tx, account: AccountId, request: RequestId) -> Result<WorkRequest, Error<NotAvailable>> {
    let actor = Actor::from(&accounts::get(tx, account).await?);
    let request = requests::find(tx, request).await?.ok_or(Error::Refused(NotAvailable))?;
    let hidden = is_hidden(tx, account, request.client).await?;
    if hidden || !may(&actor, Verb::AnswerRequest, On::Request(&request)) {
        return Err(Error::Refused(NotAvailable));
    }
    Ok(request)
}

/// The most the request would pay, where it says so.
fn top(request: &WorkRequest) -> Option<Price> {
    let budget = request.brief.budget?;
    Some(Price { amount: Money::new(budget.max?, budget.currency), kind: budget.kind })
}

fn only_skill(request: &WorkRequest) -> Option<String> {
    match request.brief.skills.as_slice() {
        [only] => Some(only.skill.clone()),
        _ => None,
    }
}

/// How far the daily way to it would be, where it has to be reached: half of it where it is hybrid, since people are
/// considered from twice as far there.
async fn too_far_km(call: &Call<'_>, account: AccountId, id: RequestId) -> Result<Option<u32>, Fault> {
    let tx = call.read().await?;
    let Some(request) = requests::find(&tx, id).await? else { return Ok(None) };
    let mut held = call.columns.current(&tx, call.now).await?;
    let wanted = wanted(&request, Answers::default(), &mut held.numbers, call.now);
    let Some(person) = held.people.get(&account) else { return Ok(None) };
    let relations = Relations::default();
    let judgement = held.ranker(&relations, call.now).judge(&wanted, person);
    Ok(judgement.contributions.iter().find_map(|part| match part.evidence {
        Evidence::Place(PlaceFit::Distance { km, hybrid, .. }) => Some(if hybrid { km / 2 } else { km }),
        _ => None,
    }))
}
