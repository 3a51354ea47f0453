//! What a query finds: a page of it, its facets, near misses and widenings.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::entry::{Entry, EntryId};
use super::facet::{self, Counted};
use super::query::{Query, Side, Term, Where};
use super::widening::{self, Missing, Widening};
use super::words::skill_of;
use crate::domain::id::{AccountId, RequestId};
use crate::domain::identity::Identity;
use crate::domain::place::WorkPlace;
use crate::domain::request::{Brief, RequestSkill, RequestState, WorkRequest};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::services::Call;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::matching::{self, Explanation};
use crate::storage::{Tx, blocks, bookmarks, identities, matches, profiles, requests};
use crate::ui::limits::PAGE_ITEMS;

/// The most entries that are looked through, the newest first.
const SCANNED: i64 = 20_000;
/// With fewer results than this, near misses and widenings are named.
const FEW: usize = 3;
/// The most near misses named.
const NEAR: usize = 3;

/// An entry that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The entry.
    pub entry: Entry,
    /// Who it is, or whose.
    pub who: Vec<Identity>,
    /// How well it fits, where there is something to compare with.
    pub explanation: Option<Explanation>,
    /// Whether it was bookmarked.
    pub saved: bool,
}

/// An entry that misses one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct NearHit {
    /// The entry.
    pub hit: Hit,
    /// What it misses.
    pub misses: Term,
}

/// What a query finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// How many entries there are on this side of the market, for this member.
    pub market: usize,
    /// How many of them were found.
    pub total: usize,
    /// Which page this is, from 0.
    pub page: u32,
    /// The entries of the page.
    pub hits: Vec<Hit>,
    /// Whether the best fitting come first; otherwise the newest do.
    pub ranked: bool,
    /// What narrows the search.
    pub facets: Vec<Counted>,
    /// What nearly fits, where little was found.
    pub near: Vec<NearHit>,
    /// What would find more, where little was found.
    pub widenings: Vec<Widening>,
}

/// What `query` finds for `actor`, on this page or on the last one there is.
pub async fn results(call: &Call<'_>, actor: &Actor, query: &Query, page: u32) -> Result<Results, Fault> {
    let tx = call.read().await?;
    let market = if may(actor, Verb::Search, On::Nothing) {
        entries(&tx, actor.account, query.side).await?
    } else {
        Vec::new()
    };
    let (fitting, near) = split(query, &market, call.now);
    let few = fitting.len() < FEW;
    let wanted: Vec<&Entry> = if few {
        fitting.iter().copied().chain(near.iter().map(|missing| missing.entry)).collect()
    } else {
        fitting.clone()
    };
    let scores = scores(call, &tx, actor.account, query, &wanted).await?;
    let saved = bookmarks::list(&tx, actor.account).await?.into_iter().collect();
    let desk = Desk { tx: &tx, scores: &scores, saved };
    let facets = facet::count(query, &fitting, call.now);
    let widenings = if few { widening::count(query, &near) } else { Vec::new() };
    let total = fitting.len();
    let sorted = best_first(fitting, &scores, |entry| entry);
    let last = u32::try_from(total.div_ceil(PAGE_ITEMS).saturating_sub(1)).unwrap_or(u32::MAX);
    let page = page.min(last);
    let mut hits = Vec::new();
    let skipped = usize::try_from(page).unwrap_or_default() * PAGE_ITEMS;
    for entry in sorted.into_iter().skip(skipped).take(PAGE_ITEMS) {
        hits.push(desk.hit(entry).await?);
    }
    let mut close = Vec::new();
    if few {
        let close_by = near.into_iter().filter(|missing| missing.is_close(query)).collect();
        for missing in best_first(close_by, &scores, |missing| missing.entry).into_iter().take(NEAR) {
            let Some(misses) = missing.misses.first().cloned() else { continue };
            close.push(NearHit { hit: desk.hit(missing.entry).await?, misses });
        }
    }
    let ranked = !scores.is_empty();
    Ok(Results { market: market.len(), total, page, hits, ranked, facets, near: close, widenings })
}

/// What is on one side of the market for an account.
async fn entries(tx: &Tx, account: AccountId, side: Side) -> Result<Vec<Entry>, Fault> {
    let mut hidden: BTreeSet<AccountId> = blocks::list_around(tx, account).await?.into_iter().collect();
    hidden.insert(account);
    let all: Vec<Entry> = match side {
        Side::Work => {
            // "Not for me" holds here too.
            hidden.extend(matching::wishes_of(tx, account).await?.unwanted_clients());
            let dismissed = matches::list_dismissed_by(tx, account).await?;
            let open = requests::list_searchable(tx, SCANNED).await?;
            let wanted = open.into_iter().filter(|request| !dismissed.contains(&request.id));
            wanted.map(|request| Entry::Request(Box::new(request))).collect()
        }
        Side::Talent => {
            let people = profiles::list_searchable(tx, SCANNED).await?;
            people.into_iter().map(|profile| Entry::Person(Box::new(profile))).collect()
        }
    };
    Ok(all.into_iter().filter(|entry| !hidden.contains(&entry.owner())).collect())
}

/// What meets every term, and what misses exactly one.
fn split<'e>(query: &Query, market: &'e [Entry], now: Timestamp) -> (Vec<&'e Entry>, Vec<Missing<'e>>) {
    let terms = query.terms();
    let (mut fitting, mut near) = (Vec::new(), Vec::new());
    for entry in market {
        let misses = entry.misses(query, &terms, now);
        match misses.len() {
            0 => fitting.push(entry),
            1 => near.push(Missing { entry, misses }),
            _ => {}
        }
    }
    (fitting, near)
}

async fn scores(
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
    let named = query.words.iter().filter_map(|word| skill_of(word));
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
            title: String::new(),
            description: String::new(),
            skills,
            budget: None,
            place,
            due_at: None,
            starts_at: None,
            hours_per_week: None,
            languages: Vec::new(),
        },
        created_at: call.now,
        posted_at: None,
        expires_at: None,
        version: 1,
    }
}

/// In the order of their scores; of equals, and where nothing is scored, the newest first.
fn best_first<T>(
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

/// What a hit is put together from.
struct Desk<'a> {
    tx: &'a Tx,
    scores: &'a HashMap<EntryId, Explanation>,
    saved: BTreeSet<bookmarks::Kept>,
}

impl Desk<'_> {
    async fn hit(&self, entry: &Entry) -> Result<Hit, Fault> {
        let who = identities::list(self.tx, entry.owner()).await?;
        let explanation = self.scores.get(&entry.id()).cloned();
        let saved = self.saved.contains(&entry.id().kept());
        Ok(Hit { entry: entry.clone(), who, explanation, saved })
    }
}
