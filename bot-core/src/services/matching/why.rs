//! The answer to "why?", and to "why wasn't I matched?".

use bot_matching::Tuning;

use super::backdrop::{Backdrop, wishes_of};
use super::explain::{Explanation, Fit};
use super::rank::relations_of;
use super::wanted::wanted;
use crate::domain::id::RequestId;
use crate::domain::request::WorkRequest;
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::services::Call;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::hiding::is_hidden;
use crate::storage::tunings::Span;
use crate::storage::{Tx, accounts, blocks, matches, requests};

/// How many of the newest requests can be asked about without naming them by their code.
const NEWEST: i64 = 200;

/// Why a request was matched with somebody, or wasn't.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// The request.
    pub request: WorkRequest,
    /// What was found; none where there is no profile to compare with.
    pub explanation: Option<Explanation>,
    /// Why no message was sent, where it fits.
    pub untold: Option<Untold>,
    /// Whether it was weighed by the member's own steps.
    pub tuned: bool,
}

/// Why somebody wasn't told of a request that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untold {
    /// Only strong matches are told; this one is listed.
    OnlyListed,
    /// Match messages are off.
    NoticesOff,
    /// They said "not now".
    Quiet {
        /// Until then.
        until: Timestamp,
    },
    /// When it came out it didn't fit yet, or enough others fitted better.
    NotThen,
}

/// Why a request was matched with the actor, or wasn't.
pub async fn why(call: &Call<'_>, actor: &Actor, id: RequestId) -> Result<Option<Why>, Fault> {
    let tx = call.read().await?;
    let Some(request) = requests::find(&tx, id).await? else { return Ok(None) };
    let hidden = is_hidden(&tx, actor.account, request.client).await?;
    if hidden || !may(actor, Verb::ViewRequest, On::Request(&request)) {
        return Ok(None);
    }
    let relations = relations_of(&tx, &request).await?;
    let client = Backdrop::read(&tx, &Span::one(request.client), call.now).await?.answers(request.client);
    let (explanation, tuned) = {
        let mut held = call.columns.current(&tx, call.now).await?;
        let wanted = wanted(&request, client, &mut held.numbers, call.now);
        let mut ranker = held.ranker(&relations, call.now);
        ranker.weights = held.weights(actor.account);
        let person = held.people.get(&actor.account);
        let found = person.map(|person| Explanation::of(&ranker.judge(&wanted, person), &held.numbers));
        (found, held.tuning(actor.account) != Tuning::default())
    };
    let fit = explanation.as_ref().and_then(|found| found.fit);
    let untold = untold(call, &tx, actor, id, fit).await?;
    Ok(Some(Why { request, explanation, untold, tuned }))
}

/// The newest open requests of others that somebody may ask about, matched or not.
pub async fn open_to(call: &Call<'_>, actor: &Actor) -> Result<Vec<WorkRequest>, Fault> {
    let tx = call.read().await?;
    let blocked = blocks::list_around(&tx, actor.account).await?;
    let mut open = requests::list_searchable(&tx, NEWEST).await?;
    open.retain(|request| {
        !blocked.contains(&request.client) && may(actor, Verb::AnswerRequest, On::Request(request))
    });
    Ok(open)
}

async fn untold(
    call: &Call<'_>,
    tx: &Tx,
    actor: &Actor,
    id: RequestId,
    fit: Option<Fit>,
) -> Result<Option<Untold>, Fault> {
    let Some(fit) = fit else { return Ok(None) };
    if matches::find(tx, id, actor.account).await?.is_some_and(|row| row.told) {
        return Ok(None);
    }
    if fit == Fit::Fair {
        return Ok(Some(Untold::OnlyListed));
    }
    if accounts::find(tx, actor.account).await?.is_some_and(|account| !account.match_notices) {
        return Ok(Some(Untold::NoticesOff));
    }
    let until = wishes_of(tx, actor.account).await?.quiet_until(call.now);
    Ok(Some(until.map_or(Untold::NotThen, |until| Untold::Quiet { until })))
}
