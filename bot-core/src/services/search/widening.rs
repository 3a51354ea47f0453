//! What would find more, each counted.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::query::{Query, Term};
use crate::domain::time::Timestamp;

/// The most widenings that are offered.
const OFFERED: usize = 4;

/// A change of a search that finds more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Widen {
    /// Remote entries too.
    RemoteToo,
    /// A limit that is a fifth easier.
    Ease,
    /// Without some of the things asked for.
    Without(Vec<Term>),
}

/// A widening and what it brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Widening {
    /// The change.
    pub widen: Widen,
    /// How many entries more.
    pub more: usize,
}

/// An entry that misses some of what was asked for.
#[derive(Debug)]
pub(super) struct Missing<'e> {
    pub(super) entry: &'e Entry,
    pub(super) misses: Vec<Term>,
}

impl Missing<'_> {
    /// Whether it is close to what was asked for: something else is met, or what is missed nearly is.
    pub(super) fn is_close(&self, query: &Query, now: Timestamp) -> bool {
        let nearly = match self.misses.as_slice() {
            [Term::Place] => !query.remote_too && self.entry.remote(),
            [Term::Limit] => query.limit.is_some_and(|limit| self.entry.pays(limit.eased(), now)),
            _ => false,
        };
        nearly || query.terms().len() > 1
    }
}

impl Widen {
    /// At most 8 characters of ASCII, as a button carries it; which of a query's terms is named by its place in it.
    pub fn key(&self, query: &Query) -> String {
        match self {
            Self::RemoteToo => "remote".to_owned(),
            Self::Ease => "ease".to_owned(),
            Self::Without(terms) => {
                let own = query.terms();
                let places = own.iter().enumerate().filter(|(_, own)| terms.contains(own));
                let places: Vec<String> = places.map(|(place, _)| place.to_string()).collect();
                format!("not{}", places.join("-"))
            }
        }
    }

    /// Reads what [`Self::key`] wrote, for the same query.
    pub fn from_key(key: &str, query: &Query) -> Option<Self> {
        match key {
            "remote" => Some(Self::RemoteToo),
            "ease" => Some(Self::Ease),
            _ => {
                let own = query.terms();
                let places = key.strip_prefix("not")?.split('-');
                let terms = places.map(|place| own.get(place.parse::<usize>().ok()?).cloned());
                terms.collect::<Option<Vec<Term>>>().map(Self::Without)
            }
        }
    }
}

impl Query {
    /// Changed so that it finds more.
    #[must_use]
    pub fn widened(mut self, widen: &Widen) -> Self {
        match widen {
            Widen::RemoteToo => self.remote_too = true,
            Widen::Ease => self = self.eased(),
            Widen::Without(terms) => self = terms.iter().fold(self, Self::without),
        }
        self
    }
}

/// What would find more than `query` does, given the entries that miss least; the most first.
pub(super) fn count(query: &Query, near: &[Missing<'_>], now: Timestamp) -> Vec<Widening> {
    let mut missing: BTreeMap<&[Term], Vec<&Entry>> = BTreeMap::new();
    for missed in near {
        missing.entry(&missed.misses).or_default().push(missed.entry);
    }
    let several = query.terms().len() > 1;
    let mut widenings = Vec::new();
    for (terms, entries) in missing {
        let gentle = match (terms, query.limit) {
            ([Term::Place], _) if !query.remote_too => {
                Some((Widen::RemoteToo, entries.iter().filter(|entry| entry.remote()).count()))
            }
            ([Term::Limit], Some(limit)) => {
                Some((Widen::Ease, entries.iter().filter(|entry| entry.pays(limit.eased(), now)).count()))
            }
            _ => None,
        };
        let all = entries.len();
        let already = gentle.as_ref().map_or(0, |(_, more)| *more);
        widenings.extend(gentle.filter(|(_, more)| *more > 0).map(|(widen, more)| Widening { widen, more }));
        if all > already && several {
            widenings.push(Widening { widen: Widen::Without(terms.to_vec()), more: all });
        }
    }
    widenings.sort_by_key(|widening| std::cmp::Reverse(widening.more));
    widenings.truncate(OFFERED);
    widenings
}
