//! The best match first, by the ranker that matching goes by.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::entry::{Entry, EntryId};
use super::query::{Bound, Limit, Query, Side, Where};
use crate::domain::id::{AccountId, RequestId};
use crate::domain::money::{Budget, PriceKind};
use crate::domain::place::WorkPlace;
use crate::domain::request::{Brief, RequestSkill, RequestState, WorkRequest};
use crate::error::Fault;
use crate::services::Call;
use crate::services::matching::{self, Explanation};
use crate::storage::Tx;

/// How well entries fit; empty where there is nothing to compare them with.
pub(super) async fn scores(
    call: &Call<'_>,
    tx: &Tx,
    account: AccountId,
    query: &Query,
    wanted: &[&Entry],
) -> Result<HashMap<EntryId, Explanation>, Fault> {
    let ids = wanted.iter().map(|entry| entry.id());
    match query.side {
        Side::Work => {
            let ids: Vec<RequestId> = ids.filter_map(request_id).collect();
            let scored = matching::score_requests(call, tx, account, &ids).await?;
            Ok(scored.into_iter().map(|(id, found)| (EntryId::Request(id), found)).collect())
        }
        Side::Talent => {
            let request = as_request(call, account, query);
            if request.brief.skills.is_empty() {
                return Ok(HashMap::new());
            }
            let ids: Vec<AccountId> = ids.filter_map(account_id).collect();
            let scored = matching::score_people(call, tx, &request, &ids).await?;
            Ok(scored.into_iter().map(|(id, found)| (EntryId::Person(id), found)).collect())
        }
    }
}

const fn request_id(id: EntryId) -> Option<RequestId> {
    match id {
        EntryId::Request(id) => Some(id),
        EntryId::Person(_) => None,
    }
}

const fn account_id(id: EntryId) -> Option<AccountId> {
    match id {
        EntryId::Person(id) => Some(id),
        EntryId::Request(_) => None,
    }
}

/// The request that a search for people amounts to: what people are compared with.
fn as_request(call: &Call<'_>, client: AccountId, query: &Query) -> WorkRequest {
    let named = query.named.iter().map(|named| named.skill.clone());
    let mut skills: Vec<RequestSkill> = Vec::new();
    for skill in query.skills.iter().cloned().chain(named) {
        if !skills.iter().any(|known| known.skill == skill) {
            skills.push(RequestSkill { skill, must: true });
        }
    }
    let place = match &query.place {
        Some(Where::Near(town)) if query.remote_too => WorkPlace::Hybrid(town.clone()),
        Some(Where::Near(town)) => WorkPlace::OnSite(town.clone()),
        _ => WorkPlace::Remote { offsets: None },
    };
    WorkRequest {
        id: RequestId(uuid::Uuid::nil()),
        code: String::new(),
        client,
        state: RequestState::Open,
        brief: Brief {
            skills,
            budget: query.limit.and_then(|limit| budget(limit, query.kind)),
            place,
            ..Brief::default()
        },
        created_at: call.now,
        posted_at: None,
        expires_at: None,
        version: 1,
    }
}

/// The most that is paid, as a budget: only where currency and unit are known can it be compared with a rate.
fn budget(limit: Limit, kind: Option<PriceKind>) -> Option<Budget> {
    let (currency, kind) = limit.currency.filter(|_| limit.bound == Bound::Most).zip(kind)?;
    Some(Budget { min: None, max: Some(limit.in_currency(currency).minor), currency, kind })
}

/// In the order of their scores; of equals, and where nothing is scored, the newest first.
pub(super) fn best_first<T>(
    mut list: Vec<T>,
    scores: &HashMap<EntryId, Explanation>,
    entry: impl for<'a> Fn(&'a T) -> &'a Entry,
) -> Vec<T> {
    list.sort_by(|one, other| {
        let (one, other) = (entry(one), entry(other));
        let score = |entry: &Entry| {
            scores.get(&entry.id()).map_or((false, 0.0), |found| (found.obstacles.is_empty(), found.score))
        };
        let ((fits, score_of_one), (other_fits, score_of_other)) = (score(one), score(other));
        Reverse(fits)
            .cmp(&Reverse(other_fits))
            .then(score_of_other.total_cmp(&score_of_one))
            .then(other.since().cmp(&one.since()))
    });
    list
}
