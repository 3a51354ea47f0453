//! Lists of matches in both directions.

use std::collections::BTreeSet;

use bot_matching::{Answers, NearMiss, PersonKey, Relation, Relations, WantedKey, Weights};

use super::backdrop::{Backdrop, wishes_of};
use super::columns::Held;
use super::explain::Explanation;
use super::rank::relations_of;
use super::wanted::wanted;
use crate::domain::activity::ActivityKind;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::identity::Identity;
use crate::domain::profile::{Profile, Visibility};
use crate::domain::proposal::ProposalState;
use crate::domain::request::{RequestState, WorkRequest};
use crate::error::Fault;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::tell::seen;
use crate::services::{Call, Subject};
use crate::storage::tunings::Span;
use crate::storage::{Tx, blocks, identities, matches, profiles, proposals, requests};

/// The most entries of a list.
const LIST: usize = 50;
/// The most near misses named.
const NEAR: usize = 10;

/// A request that fits somebody, or nearly.
#[derive(Debug, Clone, PartialEq)]
pub struct FittingRequest {
    /// The request.
    pub request: WorkRequest,
    /// Who its client is on the platforms.
    pub client: Vec<Identity>,
    /// Why.
    pub explanation: Explanation,
}

/// Requests for a person, best first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Requests {
    /// Those that fit.
    pub fitting: Vec<FittingRequest>,
    /// Those that nearly do.
    pub near: Vec<FittingRequest>,
}

/// A person who fits a request, or nearly.
#[derive(Debug, Clone, PartialEq)]
pub struct FittingPerson {
    /// Who.
    pub account: AccountId,
    /// Who they are on the platforms.
    pub identities: Vec<Identity>,
    /// What they say of themselves.
    pub profile: Profile,
    /// Why.
    pub explanation: Explanation,
}

/// People for a request, best first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct People {
    /// Those who fit.
    pub fitting: Vec<FittingPerson>,
    /// Those who nearly do.
    pub near: Vec<FittingPerson>,
}

/// Which open requests fit the actor.
pub async fn requests_for(call: &Call<'_>, actor: &Actor) -> Result<Requests, Fault> {
    if !may(actor, Verb::RankRequests, On::Nothing) {
        return Ok(Requests::default());
    }
    let tx = call.read().await?;
    let (fitting, near) = {
        let held = call.columns.current(&tx, call.now).await?;
        let Some(person) = held.people.get(&actor.account) else { return Ok(Requests::default()) };
        let relations = relations_for(&tx, actor.account, &held).await?;
        let mut ranker = held.ranker(&relations, call.now);
        ranker.weights = held.weights(actor.account);
        let ranking = ranker.rank_for_person(person, held.requests.values().map(|open| &open.wanted));
        let explained = |key: WantedKey| {
            let id = request_id(key);
            let open = held.requests.get(&id)?;
            Some((id, Explanation::of(&ranker.judge(&open.wanted, person), &held.numbers)))
        };
        let fitting: Vec<_> =
            ranking.matches.iter().take(LIST).filter_map(|found| explained(found.wanted)).collect();
        let near: Vec<_> = ranking
            .near_misses
            .iter()
            .take(NEAR)
            .filter_map(|found: &NearMiss| explained(found.wanted))
            .collect();
        (fitting, near)
    };
    for (id, _) in &fitting {
        seen(call, ActivityKind::Shown, actor.account, Subject::Request(*id));
    }
    Ok(Requests { fitting: with_requests(&tx, fitting).await?, near: with_requests(&tx, near).await? })
}

/// Who fits a request of the actor's. None if it isn't theirs.
pub async fn people_for(call: &Call<'_>, actor: &Actor, id: RequestId) -> Result<Option<People>, Fault> {
    let tx = call.read().await?;
    let Some(request) = requests::find(&tx, id).await? else { return Ok(None) };
    if !may(actor, Verb::RankPeople, On::Request(&request)) {
        return Ok(None);
    }
    let relations = relations_of(&tx, &request).await?;
    let backdrop = Backdrop::read(&tx, &Span::one(request.client), call.now).await?;
    let (fitting, near) = {
        let mut held = call.columns.current(&tx, call.now).await?;
        let answers = backdrop.answers(request.client);
        let mut wanted = wanted(&request, answers, &mut held.numbers, call.now);
        // A draft is ranked as if it were open: that is what its client wants to know.
        wanted.open |= request.state == RequestState::Draft;
        let mut ranker = held.ranker(&relations, call.now);
        ranker.weights = Weights::tuned(backdrop.wishes(actor.account).tuning);
        let ranking = ranker.rank(&wanted, held.people.values());
        let explained = |key: PersonKey| {
            let id = account_id(key);
            let person = held.people.get(&id)?;
            Some((id, Explanation::of(&ranker.judge(&wanted, person), &held.numbers)))
        };
        let fitting: Vec<_> =
            ranking.matches.iter().take(LIST).filter_map(|found| explained(found.person)).collect();
        let near: Vec<_> =
            ranking.near_misses.iter().take(NEAR).filter_map(|found| explained(found.person)).collect();
        (fitting, near)
    };
    let posted = request.state != RequestState::Draft;
    Ok(Some(People {
        fitting: with_people(&tx, fitting, posted).await?,
        near: with_people(&tx, near, posted).await?,
    }))
}

/// How many people fit a brief, whoever they are.
pub async fn count_people(call: &Call<'_>, request: &WorkRequest) -> Result<usize, Fault> {
    let tx = call.read().await?;
    let relations = relations_of(&tx, request).await?;
    let mut held = call.columns.current(&tx, call.now).await?;
    let mut wanted = wanted(request, Answers::default(), &mut held.numbers, call.now);
    wanted.open = true;
    Ok(held.ranker(&relations, call.now).rank(&wanted, held.people.values()).matches.len())
}

/// How a person stands to every open request already.
async fn relations_for(tx: &Tx, account: AccountId, held: &Held) -> Result<Relations, Fault> {
    let mut relations = Relations::default();
    let person = PersonKey(account.0.as_u128());
    let blocked = blocks::list_around(tx, account).await?;
    let unwanted: BTreeSet<AccountId> = wishes_of(tx, account).await?.unwanted_clients().collect();
    for (id, open) in &held.requests {
        let wanted = WantedKey(id.0.as_u128());
        if open.client == account {
            relations.add(wanted, person, Relation::OWN);
        }
        if blocked.contains(&open.client) {
            relations.add(wanted, person, Relation::BLOCKED);
        }
        if unwanted.contains(&open.client) {
            relations.add(wanted, person, Relation::DISMISSED);
        }
    }
    for proposal in proposals::list_by(tx, account).await? {
        if proposal.state != ProposalState::Draft {
            relations.add(WantedKey(proposal.request.0.as_u128()), person, Relation::ANSWERED);
        }
    }
    for request in matches::list_dismissed_by(tx, account).await? {
        relations.add(WantedKey(request.0.as_u128()), person, Relation::DISMISSED);
    }
    Ok(relations)
}

async fn with_requests(tx: &Tx, found: Vec<(RequestId, Explanation)>) -> Result<Vec<FittingRequest>, Fault> {
    let mut list = Vec::with_capacity(found.len());
    for (id, explanation) in found {
        let Some(request) = requests::find(tx, id).await? else { continue };
        let client = identities::list(tx, request.client).await?;
        list.push(FittingRequest { request, client, explanation });
    }
    Ok(list)
}

/// The people found, as far as they let the client of a request see them that is posted or isn't yet.
async fn with_people(
    tx: &Tx,
    found: Vec<(AccountId, Explanation)>,
    posted: bool,
) -> Result<Vec<FittingPerson>, Fault> {
    let mut list = Vec::with_capacity(found.len());
    for (account, explanation) in found {
        let Some(profile) = profiles::find(tx, account).await? else { continue };
        match profile.visibility {
            Visibility::Everyone => {}
            Visibility::Matched if posted => {}
            Visibility::Matched | Visibility::Hidden => continue,
        }
        let identities = identities::list(tx, account).await?;
        list.push(FittingPerson { account, identities, profile, explanation });
    }
    Ok(list)
}

fn request_id(key: WantedKey) -> RequestId {
    RequestId(uuid::Uuid::from_u128(key.0))
}

fn account_id(key: PersonKey) -> AccountId {
    AccountId(uuid::Uuid::from_u128(key.0))
}
