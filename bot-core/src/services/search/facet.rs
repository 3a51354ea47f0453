//! Ways to narrow a search, each counted in what it has found.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::query::{Free, Query, Side, Where};
use crate::domain::money::PriceKind;
use crate::domain::time::{DAY_MS, Timestamp};

/// The most skills that are offered.
const SKILLS: usize = 8;
/// The longest stored key of a skill that a select can carry.
const KEY: usize = 30;
/// Within how many days something was posted.
const DAYS: [u16; 3] = [1, 7, 30];

/// A way to narrow a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facet {
    /// With this skill, by its stored key.
    Skill(String),
    /// From anywhere.
    Remote,
    /// In person.
    InPerson,
    /// Posted within so many days.
    Days(u16),
    /// Paid so.
    Kind(PriceKind),
    /// Free now.
    FreeNow,
}

/// A facet and what it would leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The facet.
    pub facet: Facet,
    /// How many entries are left with it.
    pub count: usize,
    /// Whether the search is narrowed so already.
    pub chosen: bool,
}

impl Facet {
    /// At most 32 characters of ASCII, as a select carries it.
    pub fn key(&self) -> String {
        match self {
            Self::Skill(skill) => format!("s-{skill}"),
            Self::Remote => "remote".to_owned(),
            Self::InPerson => "in-person".to_owned(),
            Self::Days(days) => format!("d-{days}"),
            Self::Kind(kind) => format!("k-{}", kind.key()),
            Self::FreeNow => "free-now".to_owned(),
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "remote" => return Some(Self::Remote),
            "in-person" => return Some(Self::InPerson),
            "free-now" => return Some(Self::FreeNow),
            _ => {}
        }
        match key.split_once('-')? {
            ("s", skill) => Some(Self::Skill(skill.to_owned())),
            ("d", days) => days.parse().ok().filter(|days| DAYS.contains(days)).map(Self::Days),
            ("k", kind) => PriceKind::from_key(kind).map(Self::Kind),
            _ => None,
        }
    }

    /// Whether `query` is narrowed so.
    fn chosen(&self, query: &Query) -> bool {
        match self {
            Self::Skill(skill) => query.skills.contains(skill),
            Self::Remote => query.place == Some(Where::Remote),
            Self::InPerson => query.place == Some(Where::InPerson),
            Self::Days(days) => query.days == Some(*days),
            Self::Kind(kind) => query.kind == Some(*kind),
            Self::FreeNow => query.free == Some(Free::Now),
        }
    }

    /// Whether `entry` stays with it.
    fn keeps(&self, entry: &Entry, now: Timestamp) -> bool {
        match self {
            Self::Skill(skill) => entry.skills().contains(&skill.as_str()),
            Self::Remote => entry.is_at(&Where::Remote, false),
            Self::InPerson => entry.is_at(&Where::InPerson, false),
            Self::Days(days) => entry.since() >= now.plus_millis(-i64::from(*days) * DAY_MS),
            Self::Kind(kind) => entry.kind() == Some(*kind),
            Self::FreeNow => entry.is_free(Free::Now, now),
        }
    }
}

impl Query {
    /// Narrowed by `facet`, or no longer if it was.
    #[must_use]
    pub fn toggled(mut self, facet: &Facet) -> Self {
        let on = !facet.chosen(&self);
        match facet {
            Facet::Skill(skill) if on => self.skills.push(skill.clone()),
            Facet::Skill(skill) => self.skills.retain(|kept| kept != skill),
            Facet::Remote => (self.place, self.remote_too) = (on.then_some(Where::Remote), false),
            Facet::InPerson => (self.place, self.remote_too) = (on.then_some(Where::InPerson), false),
            Facet::Days(days) => self.days = on.then_some(*days),
            Facet::Kind(kind) => self.kind = on.then_some(*kind),
            Facet::FreeNow => self.free = on.then_some(Free::Now),
        }
        self
    }
}

/// What narrows `found`, and what it is narrowed by already.
pub(super) fn count(query: &Query, found: &[&Entry], now: Timestamp) -> Vec<Counted> {
    let mut facets = vec![Facet::Remote, Facet::InPerson];
    match query.side {
        Side::Work => facets.extend(DAYS.map(Facet::Days)),
        Side::Talent => facets.push(Facet::FreeNow),
    }
    facets.extend(PriceKind::ALL.map(Facet::Kind));
    facets.extend(skills(query, found));
    let counted = facets.into_iter().map(|facet| {
        let count = found.iter().filter(|entry| facet.keeps(entry, now)).count();
        let chosen = facet.chosen(query);
        Counted { facet, count, chosen }
    });
    counted.filter(|counted| counted.chosen || (counted.count > 0 && counted.count < found.len())).collect()
}

/// The skills most often found, those of the query first.
fn skills(query: &Query, found: &[&Entry]) -> Vec<Facet> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for skill in found.iter().flat_map(|entry| entry.skills()) {
        *counts.entry(skill).or_default() += 1;
    }
    let mut sorted: Vec<(&str, usize)> = counts.into_iter().collect();
    sorted.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    let others = sorted
        .into_iter()
        .map(|(skill, _)| skill)
        .filter(|skill| !query.skills.iter().any(|own| own == skill));
    let all = query.skills.iter().map(String::as_str).chain(others.take(SKILLS));
    all.filter(|skill| skill.is_ascii() && skill.len() <= KEY)
        .map(|skill| Facet::Skill(skill.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_facet_reads_back_and_turns_on_and_off() {
        let facets = [
            Facet::Skill("react-native".to_owned()),
            Facet::Remote,
            Facet::InPerson,
            Facet::Days(7),
            Facet::Kind(PriceKind::Hourly),
            Facet::FreeNow,
        ];
        for facet in facets {
            assert!(facet.key().len() <= 32, "{facet:?}");
            assert_eq!(Facet::from_key(&facet.key()), Some(facet.clone()));
            let query = Query::all(Side::Work);
            let narrowed = query.clone().toggled(&facet);
            assert!(facet.chosen(&narrowed), "{facet:?}");
            assert_eq!(narrowed.toggled(&facet), query);
        }
        for forged in ["", "s", "d-9", "d-x", "k-", "k-daily-", "z-1"] {
            assert_eq!(Facet::from_key(forged), None, "{forged}");
        }
    }
}
