//! What a query finds: a page of it, its facets, near misses and widenings.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::entry::{Entry, EntryId};
use super::facet::{self, Counted};
use super::leaf::{LISTED, leaf};
use super::market::{entries, split};
use super::query::{Query, Term};
use super::ranking::{best_first, scores};
use super::widening::{self, Widening};
use crate::domain::identity::Identity;
use crate::error::Fault;
use crate::services::Call;
use crate::services::authority::{Actor, On, Verb, may};
use crate::services::matching::Explanation;
use crate::storage::{Tx, bookmarks, identities};

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

/// An entry that misses one thing, or two.
#[derive(Debug, Clone, PartialEq)]
pub struct NearHit {
    /// The entry.
    pub hit: Hit,
    /// What it misses.
    pub misses: Vec<Term>,
}

/// What a query finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// How many entries there are on this side of the market, for this member.
    pub market: usize,
    /// How many of them are found.
    pub total: usize,
    /// The list that is leafed through, as it was when it was first shown.
    pub order: Vec<Uuid>,
    /// Which page this is, from 0.
    pub page: u32,
    /// The entries of the page.
    pub hits: Vec<Hit>,
    /// How many stood on this page and are gone.
    pub gone: usize,
    /// How many came since the list was first shown.
    pub fresh: usize,
    /// Whether the best fitting come first; otherwise the newest do.
    pub ranked: bool,
    /// What narrows the search.
    pub facets: Vec<Counted>,
    /// What nearly fits, where little was found.
    pub near: Vec<NearHit>,
    /// What would find more, where little was found.
    pub widenings: Vec<Widening>,
}

/// What `query` finds for `actor`: the first page of a new list, or a `page` of one that was shown.
pub async fn results(
    call: &Call<'_>,
    actor: &Actor,
    query: &Query,
    shown: Option<(&[Uuid], u32)>,
) -> Result<Results, Fault> {
    let tx = call.read().await?;
    let market = if may(actor, Verb::Search, On::Nothing) {
        entries(&tx, actor.account, query.side).await?
    } else {
        Vec::new()
    };
    let (fitting, near) = split(query, &market, call.now);
    let few = fitting.len() < FEW;
    let close = if few { near.as_slice() } else { &[] };
    let wanted: Vec<&Entry> =
        fitting.iter().copied().chain(close.iter().map(|missing| missing.entry)).collect();
    let scores = scores(call, &tx, actor.account, query, &wanted).await?;
    let saved = bookmarks::list(&tx, actor.account).await?.into_iter().collect();
    let desk = Desk { tx: &tx, scores: &scores, saved };
    let facets = facet::count(query, &fitting, call.now);
    let widenings = widening::count(query, close, call.now);
    let total = fitting.len();
    let there: HashMap<Uuid, &Entry> = fitting.iter().map(|entry| (entry.id().uuid(), *entry)).collect();
    let (order, page) = if let Some((order, page)) = shown {
        (order.to_vec(), page)
    } else {
        let sorted = best_first(fitting, &scores, |entry| entry);
        (sorted.into_iter().take(LISTED).map(|entry| entry.id().uuid()).collect(), 0)
    };
    let leaf = leaf(&order, &there, page);
    let mut hits = Vec::new();
    for entry in leaf.entries {
        hits.push(desk.hit(entry).await?);
    }
    let mut nearly = Vec::new();
    let close = close.iter().filter(|missing| missing.is_close(query, call.now)).collect();
    for missing in best_first(close, &scores, |missing| missing.entry).into_iter().take(NEAR) {
        nearly.push(NearHit { hit: desk.hit(missing.entry).await?, misses: missing.misses.clone() });
    }
    Ok(Results {
        market: market.len(),
        total,
        order,
        page: leaf.page,
        hits,
        gone: leaf.gone,
        fresh: leaf.fresh,
        ranked: !scores.is_empty(),
        facets,
        near: nearly,
        widenings,
    })
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
