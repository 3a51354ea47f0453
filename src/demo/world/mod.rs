//! A believable world for the demo: who offers work, and who needs it done.
//!
//! [`World::generate`] is pure: the same seed at the same instant gives the same people, saying the same things. What they
//! say stands in config/data/world. [`seeding`] lets them join through the services, as members do.

mod bids;
mod clients;
mod freelancers;
mod naming;
mod requests;
pub(crate) mod seeding;
mod tables;
#[cfg(test)]
mod tests;
mod wording;

use bot_core::domain::account::Roles;
use bot_core::domain::identity::Platform;
use bot_core::domain::money::Price;
use bot_core::domain::place::Place;
use bot_core::domain::profile::{AvailabilityStatus, ProfileSkill};
use bot_core::domain::time::Timestamp;
use bot_core::flows::reading;
use chrono_tz::Tz;
use playground::persona::Part;

use crate::chance::Chance;
use naming::Naming;
use tables::Tables;

/// Everybody, and what they want done.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct World {
    /// Clients first, then freelancers, then whoever has never used the bot.
    pub(crate) people: Vec<Person>,
    /// The oldest first.
    pub(crate) requests: Vec<Request>,
}

/// Somebody with an account on a platform.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Person {
    pub(crate) platform: Platform,
    pub(crate) name: String,
    /// Without the `@`.
    pub(crate) handle: String,
    /// Whether one can be them on the page, and as what.
    pub(crate) cast: Option<CastPart>,
    /// Their use of the bot; none if they have never written to it.
    pub(crate) member: Option<Member>,
}

/// Somebody to be on the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CastPart {
    /// In front first.
    pub(crate) position: usize,
    /// A few words for whoever chooses.
    pub(crate) role: String,
    /// What they do in the guided tour.
    pub(crate) part: Option<Part>,
}

/// A member of the marketplace.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub(crate) joined_at: Timestamp,
    pub(crate) roles: Roles,
    pub(crate) zone: Tz,
    /// Whether match messages are on.
    pub(crate) match_notices: bool,
    /// What they offer, if they look for work.
    pub(crate) offer: Option<Offer>,
}

/// What a freelancer offers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Offer {
    /// The field of work.
    pub(crate) field: String,
    pub(crate) headline: String,
    pub(crate) skills: Vec<ProfileSkill>,
    pub(crate) rate: Price,
    /// None: they told their time zone only.
    pub(crate) town: Option<Place>,
    pub(crate) remote: bool,
    pub(crate) status: AvailabilityStatus,
    /// A week; 0 if they are away.
    pub(crate) hours: u8,
}

impl Offer {
    /// Whether these skills, by their keys, are all among theirs.
    fn has_all(&self, skills: &[String]) -> bool {
        skills.iter().all(|wanted| self.skills.iter().any(|known| known.skill == *wanted))
    }
}

/// A request, as its client types it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Request {
    /// The field of work.
    pub(crate) field: String,
    /// The client's position among the people.
    pub(crate) client: usize,
    pub(crate) posted_at: Timestamp,
    pub(crate) title: String,
    pub(crate) what: String,
    pub(crate) skills: String,
    /// How many of the skills, from the first on, nobody fits without.
    pub(crate) musts: usize,
    pub(crate) budget: String,
    pub(crate) when: String,
    /// Proposals, in the order they came.
    pub(crate) bids: Vec<Bid>,
    pub(crate) end: End,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bid {
    /// The freelancer's position among the people.
    pub(crate) freelancer: usize,
    pub(crate) sent_at: Timestamp,
    pub(crate) message: &'static str,
}

/// How a request ended, if it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// It is open.
    None,
    /// Its client closed it.
    Closed {
        at: Timestamp,
        /// One of the catalogue's keys.
        reason: &'static str,
    },
    /// The first proposal was accepted.
    Filled { at: Timestamp },
}

impl World {
    /// The world of `seed` as it stands at `now`.
    pub(crate) fn generate(seed: u64, now: Timestamp) -> Self {
        let tables = Tables::embedded();
        let mut chance = Chance::new(seed);
        let mut naming = Naming::new(tables);
        let mut people = clients::generate(&mut chance, tables, now);
        people.extend(freelancers::of_cast(&mut chance, tables, now));
        people.extend(freelancers::crowd(&mut chance, tables, &mut naming, now));
        people.extend(clients::strangers(tables));
        let mut requests = requests::generate(&mut chance, tables, &people, now);
        bids::add(&mut chance, tables, &people, &mut requests, now);
        Self { people, requests }
    }
}

/// The keys of the first `count` skills of a request's text.
fn musts(skills: &str, count: usize) -> Vec<String> {
    reading::request_skills(skills).into_iter().take(count).map(|skill| skill.skill).collect()
}
