//! What would find more, each counted.

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
    /// Without one of the things asked for.
    Without(Term),
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
        let nearly = match self.misses.first() {
            Some(Term::Place) => !query.remote_too && self.entry.remote(),
            Some(Term::Limit) => query.limit.is_some_and(|limit| self.entry.pays(limit.eased(), now)),
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
            Self::Without(term) => {
                let place = query.terms().iter().position(|own| own == term).unwrap_or_default();
                format!("not{place}")
            }
        }
    }

    /// Reads what [`Self::key`] wrote, for the same query.
    pub fn from_key(key: &str, query: &Query) -> Option<Self> {
        match key {
            "remote" => Some(Self::RemoteToo),
            "ease" => Some(Self::Ease),
            _ => {
                let place: usize = key.strip_prefix("not")?.parse().ok()?;
                query.terms().get(place).cloned().map(Self::Without)
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
            Widen::Without(term) => self = self.without(term),
        }
        self
    }
}

/// What would find more than `query` does, given the entries that miss exactly one thing; the most first.
pub(super) fn count(query: &Query, near: &[Missing<'_>], now: Timestamp) -> Vec<Widening> {
    let several = query.terms().len() > 1;
    let mut widenings = Vec::new();
    let mut add = |widen: Widen, more: usize| {
        if more > 0 {
            widenings.push(Widening { widen, more });
        }
    };
    for term in query.terms() {
        let missing: Vec<&Entry> = near
            .iter()
            .filter(|missing| missing.misses.first() == Some(&term))
            .map(|missing| missing.entry)
            .collect();
        let all = missing.len();
        let gentle = match (&term, query.limit) {
            (Term::Place, _) if !query.remote_too => {
                let more = missing.iter().filter(|entry| entry.remote()).count();
                add(Widen::RemoteToo, more);
                more
            }
            (Term::Limit, Some(limit)) => {
                let eased = limit.eased();
                let more = missing.iter().filter(|entry| entry.pays(eased, now)).count();
                add(Widen::Ease, more);
                more
            }
            _ => 0,
        };
        if all > gentle && several {
            add(Widen::Without(term), all);
        }
    }
    widenings.sort_by_key(|widening| std::cmp::Reverse(widening.more));
    widenings.truncate(OFFERED);
    widenings
}
