//! Scores for what a search has chosen: the same ranker, vetoes aside.

use std::collections::HashMap;

use bot_matching::{Answers, Relations, Weights};

use super::backdrop::wishes_of;
use super::explain::Explanation;
use super::wanted::wanted;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::request::WorkRequest;
use crate::error::Fault;
use crate::services::Call;
use crate::storage::Tx;

/// How well each of these open requests fits an account; empty for somebody without a profile.
pub async fn score_requests(
    call: &Call<'_>,
    tx: &Tx,
    account: AccountId,
    ids: &[RequestId],
) -> Result<HashMap<RequestId, Explanation>, Fault> {
    let relations = Relations::default();
    let held = call.columns.current(tx, call.now).await?;
    let Some(person) = held.people.get(&account).filter(|person| person.visible) else {
        return Ok(HashMap::new());
    };
    let mut ranker = held.ranker(&relations, call.now);
    ranker.weights = held.weights(account);
    let scored = ids.iter().filter_map(|id| {
        let open = held.requests.get(id)?;
        Some((*id, Explanation::of(&ranker.judge(&open.wanted, person), &held.numbers)))
    });
    Ok(scored.collect())
}

/// How well each of these people fits what `request` says, whoever wrote it.
pub async fn score_people(
    call: &Call<'_>,
    tx: &Tx,
    request: &WorkRequest,
    ids: &[AccountId],
) -> Result<HashMap<AccountId, Explanation>, Fault> {
    let relations = Relations::default();
    let tuning = wishes_of(tx, request.client).await?.tuning;
    let mut held = call.columns.current(tx, call.now).await?;
    let wanted = wanted(request, Answers::default(), &mut held.numbers, call.now);
    let mut ranker = held.ranker(&relations, call.now);
    ranker.weights = Weights::tuned(tuning);
    let scored = ids.iter().filter_map(|id| {
        let person = held.people.get(id)?;
        Some((*id, Explanation::of(&ranker.judge(&wanted, person), &held.numbers)))
    });
    Ok(scored.collect())
}
