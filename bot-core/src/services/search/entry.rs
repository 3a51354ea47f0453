//! An entry of the market, and which of a query's terms it meets.

use uuid::Uuid;

use crate::domain::id::{AccountId, RequestId};
use crate::domain::money::{Money, PriceKind};
use crate::domain::place::{Place, Point, WorkPlace};
use crate::domain::profile::{AvailabilityStatus, Profile};
use crate::domain::request::WorkRequest;
use crate::domain::time::{DAY_MS, Timestamp, date_in};

use super::query::{Bound, Free, Limit, Query, Side, Term, Where};
use super::words::Haystack;

/// How far from a town is still near it, in kilometres.
const NEAR_KM: f64 = 50.0;
/// Kilometres from the middle of the earth to its surface.
const EARTH_KM: f64 = 6371.0;

/// An entry of the market.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// An open request.
    Request(Box<WorkRequest>),
    /// Somebody who works.
    Person(Box<Profile>),
}

/// What an entry is named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryId {
    /// A request.
    Request(RequestId),
    /// A person.
    Person(AccountId),
}

impl Entry {
    /// What it is named by.
    pub fn id(&self) -> EntryId {
        match self {
            Self::Request(request) => EntryId::Request(request.id),
            Self::Person(profile) => EntryId::Person(profile.account),
        }
    }

    /// Whose it is.
    pub fn owner(&self) -> AccountId {
        match self {
            Self::Request(request) => request.client,
            Self::Person(profile) => profile.account,
        }
    }

    /// Since when it is there.
    pub(super) fn since(&self) -> Timestamp {
        match self {
            Self::Request(request) => request.posted_at.unwrap_or(request.created_at),
            Self::Person(profile) => profile.updated_at,
        }
    }

    /// The stored keys of its skills.
    pub(super) fn skills(&self) -> Vec<&str> {
        match self {
            Self::Request(request) => request.brief.skills.iter().map(|skill| skill.skill.as_str()).collect(),
            Self::Person(profile) => profile.skills.iter().map(|skill| skill.skill.as_str()).collect(),
        }
    }

    /// What its price is for.
    pub(super) fn kind(&self) -> Option<PriceKind> {
        match self {
            Self::Request(request) => request.brief.budget.map(|budget| budget.kind),
            Self::Person(profile) => profile.rate.map(|rate| rate.kind),
        }
    }

    /// Whether it is done from anywhere.
    pub(super) fn remote(&self) -> bool {
        match self {
            Self::Request(request) => {
                matches!(request.brief.place, WorkPlace::Remote { .. } | WorkPlace::Hybrid(_))
            }
            Self::Person(profile) => profile.remote,
        }
    }

    fn town(&self) -> Option<&Place> {
        match self {
            Self::Request(request) => request.brief.place.place(),
            Self::Person(profile) => profile.place.as_ref(),
        }
    }

    /// The terms of `query` that it doesn't meet.
    pub(super) fn misses(&self, query: &Query, terms: &[Term], now: Timestamp) -> Vec<Term> {
        let hay = (!query.words.is_empty() || !query.named.is_empty()).then(|| self.haystack());
        let skills = self.skills();
        let meets = |term: &Term| match term {
            Term::Word(word) => hay.as_ref().is_some_and(|hay| hay.has(word)),
            Term::Named(named) => {
                let listed = skills.contains(&named.skill.as_str());
                listed || hay.as_ref().is_some_and(|hay| hay.says(&named.words))
            }
            Term::Skill(skill) => skills.contains(&skill.as_str()),
            Term::Place => query.place.as_ref().is_none_or(|place| self.is_at(place, query.remote_too)),
            Term::Limit => query.limit.is_none_or(|limit| self.pays(limit, now)),
            Term::Kind => query.kind.is_none() || self.kind() == query.kind,
            Term::Free => query.free.is_none_or(|free| self.is_free(free, now)),
            Term::Posted => {
                query.days.is_none_or(|days| self.since() >= now.plus_millis(-i64::from(days) * DAY_MS))
            }
        };
        terms.iter().filter(|term| !meets(term)).cloned().collect()
    }

    fn haystack(&self) -> Haystack {
        let town = self.town().map_or("", |town| town.name.as_str());
        match self {
            Self::Request(request) => {
                Haystack::new([request.brief.title.as_str(), &request.brief.description, town], self.skills())
            }
            Self::Person(profile) => {
                Haystack::new([profile.headline.as_str(), &profile.about, town], self.skills())
            }
        }
    }

    /// Whether it is where somebody looks.
    pub(super) fn is_at(&self, place: &Where, remote_too: bool) -> bool {
        if remote_too && self.remote() {
            return true;
        }
        match place {
            Where::Remote => self.remote(),
            Where::InPerson => self.town().is_some(),
            Where::Near(town) => self.town().is_some_and(|own| {
                let reach = match self {
                    Self::Request(_) => 0,
                    Self::Person(profile) => profile.reach_km,
                };
                let reach = f64::from(u16::try_from(reach).unwrap_or(u16::MAX));
                kilometres(own.point, town.point) <= NEAR_KM.max(reach)
            }),
            Where::Country(code) => self.town().is_some_and(|own| own.country == *code),
        }
    }

    /// Whether what it offers or asks meets `limit`. What names no amount doesn't.
    pub(super) fn pays(&self, limit: Limit, now: Timestamp) -> bool {
        let amount = match self {
            Self::Request(request) => request.brief.budget.and_then(|budget| {
                let minor = match limit.bound {
                    Bound::Least => budget.max.or(budget.min),
                    Bound::Most => budget.min.or(budget.max),
                };
                Some(Money::new(minor?, budget.currency))
            }),
            Self::Person(profile) => profile.rate.map(|rate| rate.amount),
        };
        amount.is_some_and(|amount| limit.takes(amount, date_in(chrono_tz::UTC, now)))
    }

    /// Whether they have time, as far as they say, and aren't away.
    pub(super) fn is_free(&self, free: Free, now: Timestamp) -> bool {
        match self {
            Self::Request(_) => true,
            Self::Person(profile) if profile.away(now).is_some() => false,
            Self::Person(profile) => match profile.availability.status {
                AvailabilityStatus::Now => true,
                AvailabilityStatus::Soon => free == Free::Soon,
                AvailabilityStatus::Limited | AvailabilityStatus::Away => false,
            },
        }
    }
}

impl EntryId {
    /// Its id among the entries of its side.
    pub const fn uuid(self) -> Uuid {
        match self {
            Self::Request(id) => id.0,
            Self::Person(id) => id.0,
        }
    }

    /// The side of the market it stands on.
    pub const fn side(self) -> Side {
        match self {
            Self::Request(_) => Side::Work,
            Self::Person(_) => Side::Talent,
        }
    }
}

/// The distance along a great circle.
fn kilometres(one: Point, other: Point) -> f64 {
    let (lat, other_lat) = (one.latitude.to_radians(), other.latitude.to_radians());
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let chord = half(other.latitude - one.latitude)
        + lat.cos() * other_lat.cos() * half(other.longitude - one.longitude);
    2.0 * EARTH_KM * chord.sqrt().min(1.0).asin()
}
