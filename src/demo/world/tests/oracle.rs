//! Who must be told of a request, read from the design once more.
//!
//! Over the world's own data: no index, no database.

use std::collections::{BTreeMap, BTreeSet};

use bot_core::domain::money::{Money, PriceKind};
use bot_core::domain::place::{Place, WorkPlace};
use bot_core::domain::profile::AvailabilityStatus;
use bot_core::domain::time::{DAY_MS, MINUTE_MS, Timestamp, date_in, utc_offset_minutes};
use bot_core::flows::reading::{self, WhenWhere};

use super::super::{End, Member, Offer, Request, World};

/// Kilometres that people travel, who haven't said how far.
const REACH_KM: f64 = 30.0;
/// Days until "soon", where no day was named.
const SOON_DAYS: i64 = 14;
/// From here on somebody is told.
const STRONG: f64 = 0.77;
/// What an unknown price, and somebody who has never answered, is worth.
const UNKNOWN: f64 = 0.75;
/// Days for which somebody is new.
const NEW_DAYS: i64 = 30;
/// Units of a currency for one euro.
const RATES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/config/data/exchange_rates.tsv"));

/// What counts in part where a skill is asked for.
const RELATED: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/config/data/skill_relations.tsv"));

/// A pair that is kept apart by the people themselves: request and person.
pub(super) type Apart = BTreeSet<(usize, usize)>;

/// How many match messages each person got this week.
pub(super) type Notices = BTreeMap<usize, u32>;

/// The world and how common each skill is in it.
pub(super) struct Oracle<'w> {
    world: &'w World,
    now: Timestamp,
    people: f64,
    having: BTreeMap<&'w str, f64>,
    related: BTreeMap<&'static str, Vec<(&'static str, f64)>>,
}

impl<'w> Oracle<'w> {
    pub(super) fn new(world: &'w World, now: Timestamp) -> Self {
        let mut having: BTreeMap<&str, f64> = BTreeMap::new();
        let offers: Vec<&Offer> = world.people.iter().filter_map(offer).map(|(_, offer)| offer).collect();
        for skill in offers.iter().flat_map(|offer| &offer.skills) {
            *having.entry(&skill.skill).or_default() += 1.0;
        }
        let people = offers.iter().map(|_| 1.0).sum();
        Self { world, now, people, having, related: related() }
    }

    /// Everybody who must be told of the request at this position; `apart` are pairs with a block or a "not for me".
    pub(super) fn told(&self, position: usize, apart: &Apart, notices: &Notices) -> BTreeSet<usize> {
        let request = &self.world.requests[position];
        let everybody = self.world.people.iter().enumerate();
        everybody
            .filter(|(person, _)| !apart.contains(&(position, *person)))
            .filter(|(person, _)| *person != request.client && request.end == End::None)
            .filter(|(person, _)| request.bids.iter().all(|bid| bid.freelancer != *person))
            .filter(|(position, person)| {
                let rest = self.rest(*position, notices);
                offer(person).is_some_and(|(member, offer)| self.is_told(request, member, offer, rest))
            })
            .map(|(person, _)| person)
            .collect()
    }

    fn is_told(&self, request: &Request, member: &Member, offer: &Offer, rest: f64) -> bool {
        let zone = self.world.people[request.client].member.as_ref().expect("a client").zone;
        let read = reading::when_where(&request.when, request.posted_at, zone).expect("it was posted");
        let (musts, nice) = wanted(request);
        let has_all = musts.iter().all(|must| has(offer, must).is_some());
        let (Some(place), Some(time)) = (self.place(&read, member, offer), self.time(&read, offer)) else {
            return false;
        };
        let skills = match (self.covered(&musts, offer), self.covered(&nice, offer)) {
            (must, None) => must.unwrap_or_default(),
            (must, Some(nice)) => 0.8 * must.unwrap_or_default() + 0.2 * nice,
        };
        // Without reviews everybody stands at 4.5 of 5 stars.
        let rating = (4.5 - 1.0) / 4.0;
        let pay = self.pay(request, offer);
        // Below three quarters of somebody's rate nothing makes up for it.
        let underpaid = pay.is_some_and(|part| part < 0.75);
        let price = pay.map_or(UNKNOWN, |part| (2.0 * part - 1.0).clamp(0.0, 1.0));
        // Nobody has asked for a language, and no client has asked a freelancer anything yet.
        let answers = 0.5 * (UNKNOWN + self.answers(request.client));
        let score = 0.55 * skills + 0.12 * price + 0.10 * time + 0.08 * place + 0.06 * rating;
        let score = score + 0.03 * (1.0 + answers + rest);
        member.match_notices && has_all && !underpaid && (score * 1e6).round() / 1e6 >= STRONG
    }

    /// The most the client pays, as a part of the rate; none where one doesn't say, or hours would have to be guessed.
    fn pay(&self, request: &Request, offer: &Offer) -> Option<f64> {
        let budget = reading::budget(&request.budget).ok().flatten()?;
        let hours = |kind| match kind {
            PriceKind::Hourly => Some(1.0),
            PriceKind::Daily => Some(8.0),
            PriceKind::Fixed | PriceKind::Weekly | PriceKind::Monthly => None,
        };
        let scale =
            if budget.kind == offer.rate.kind { 1.0 } else { hours(offer.rate.kind)? / hours(budget.kind)? };
        let rate = offer.rate.amount;
        let asked = self.euros(rate.minor, rate.currency.code(), rate.decimals())?;
        let paid = self.euros(
            budget.max.or(budget.min)?,
            budget.currency.code(),
            Money::new(0, budget.currency).decimals(),
        )?;
        let part = scale * paid / asked;
        (budget.max.is_some() || part >= 1.0).then_some(part)
    }

    fn euros(&self, minor: i64, currency: &str, decimals: u32) -> Option<f64> {
        let amount = f64::from(i32::try_from(minor).ok()?) / f64::from(10_u32.pow(decimals));
        if currency == "EUR" {
            return Some(amount);
        }
        let today = date_in(chrono_tz::UTC, self.now).to_string();
        let rows = RATES.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let rows = rows.filter(|row| row.len() == 3 && row[1] == currency && row[0] <= today.as_str());
        let newest = rows.max_by(|one, other| one[0].cmp(other[0]))?;
        Some(amount / newest[2].parse::<f64>().ok()?)
    }

    /// How fast a client says yes: a day halves it, and three answers' worth is taken for granted.
    fn answers(&self, client: usize) -> f64 {
        let filled = self.world.requests.iter().filter(|request| request.client == client);
        let mut took: Vec<i64> = filled
            .filter_map(|request| match (request.end, request.bids.first()) {
                (End::Filled { at }, Some(bid)) => Some((at.millis() - bid.sent_at.millis()) / MINUTE_MS),
                _ => None,
            })
            .collect();
        took.sort_unstable();
        let Some(median) = took.get(took.len().saturating_sub(1) / 2) else { return UNKNOWN };
        let number = |whole: i64| f64::from(i32::try_from(whole).unwrap_or(i32::MAX));
        let count = took.iter().map(|_| 1.0).sum::<f64>();
        (3.0 * UNKNOWN + count * 1440.0 / (1440.0 + number(*median))) / (3.0 + count)
    }

    /// 1 for the new, whom nobody has hired; ten messages a week halve it for everybody else.
    fn rest(&self, position: usize, notices: &Notices) -> f64 {
        let member = self.world.people[position].member.as_ref();
        let young = member.is_some_and(|member| member.joined_at.plus_millis(NEW_DAYS * DAY_MS) > self.now);
        let hired = self.world.requests.iter().any(|request| {
            matches!(request.end, End::Filled { .. })
                && request.bids.first().is_some_and(|bid| bid.freelancer == position)
        });
        let told = notices.get(&position).copied().unwrap_or_default();
        if young && !hired { 1.0 } else { 10.0 / (10.0 + f64::from(told)) }
    }

    /// How much of the skills somebody covers, the rarer ones counting more; none if nothing is asked for.
    fn covered(&self, wanted: &BTreeSet<String>, offer: &Offer) -> Option<f64> {
        let weight = |skill: &String| {
            let having = self.having.get(skill.as_str()).copied().unwrap_or_default();
            (1.0 + (self.people + 1.0) / (having + 1.0)).ln()
        };
        let depth = |level: u8| match level {
            1 => 0.6,
            2 => 0.85,
            3 => 0.95,
            _ => 1.0,
        };
        let part = |skill: &String| {
            let near = self.related.get(skill.as_str()).into_iter().flatten();
            let near = near.filter_map(|(held, part)| Some(part * depth(has(offer, held)?)));
            near.fold(has(offer, skill).map_or(0.0, depth), f64::max)
        };
        let asked: f64 = wanted.iter().map(weight).sum();
        let had: f64 = wanted.iter().map(|skill| weight(skill) * part(skill)).sum();
        (!wanted.is_empty()).then(|| had / asked)
    }

    /// From 1, next door or a shared clock, down to 0; none if it is ruled out.
    fn place(&self, read: &WhenWhere, member: &Member, offer: &Offer) -> Option<f64> {
        match &read.place {
            WorkPlace::Remote { .. } if !offer.remote => None,
            WorkPlace::Remote { offsets: None } => Some(1.0),
            WorkPlace::Remote { offsets: Some((min, max)) } => {
                let offset = utc_offset_minutes(member.zone, self.now);
                // The nearest of the three days around the globe.
                let outside =
                    [-1440, 0, 1440].map(|day| (min - (offset + day)).max(offset + day - max).max(0));
                let outside = outside.into_iter().min().unwrap_or_default().min(360);
                Some(1.0 - f64::from(outside) / 360.0)
            }
            WorkPlace::OnSite(there) | WorkPlace::Hybrid(there) => {
                let hybrid = matches!(read.place, WorkPlace::Hybrid(_));
                let reach = if hybrid { 50.0 } else { REACH_KM };
                let km = kilometres(there, offer.town.as_ref()?).round();
                (km <= reach).then(|| 1.0 - 0.3 * km / reach)
            }
        }
    }

    /// From 1, at once, down to 0; none if it would be too late.
    fn time(&self, read: &WhenWhere, offer: &Offer) -> Option<f64> {
        let today = self.now.day();
        let from = match offer.status {
            AvailabilityStatus::Away => return None,
            AvailabilityStatus::Soon => today + SOON_DAYS,
            AvailabilityStatus::Now | AvailabilityStatus::Limited => today,
        };
        let span = read.timing.due_at.map_or(60, |due| due.day() - today + 1);
        let wait = from - today;
        if read.timing.due_at.is_some_and(|due| from > due.day()) {
            return None;
        }
        let number = |days: i64| f64::from(i32::try_from(days.max(0)).unwrap_or_default());
        let hours = if offer.status == AvailabilityStatus::Limited { 0.6 } else { 1.0 };
        Some(hours * number(span - wait) / number(span).max(1.0))
    }
}

fn offer(person: &super::super::Person) -> Option<(&Member, &Offer)> {
    let member = person.member.as_ref()?;
    Some((member, member.offer.as_ref()?))
}

/// What is close to what; pairs that are merely asked for together aren't.
fn related() -> BTreeMap<&'static str, Vec<(&'static str, f64)>> {
    let mut related: BTreeMap<&str, Vec<(&str, f64)>> = BTreeMap::new();
    for line in RELATED.lines().filter(|line| !line.starts_with('#')) {
        let row: Vec<&str> = line.split('\t').collect();
        let part: f64 = row[2].parse().expect("a weight");
        if row[3] != "together" {
            related.entry(row[0]).or_default().push((row[1], part));
        }
    }
    related
}

/// The must-haves, and what helps.
fn wanted(request: &Request) -> (BTreeSet<String>, BTreeSet<String>) {
    let skills: Vec<String> =
        reading::request_skills(&request.skills).into_iter().map(|skill| skill.skill).collect();
    let (musts, nice) = skills.split_at(request.musts);
    (musts.iter().cloned().collect(), nice.iter().cloned().collect())
}

/// The level somebody has a skill at.
fn has(offer: &Offer, skill: &str) -> Option<u8> {
    offer.skills.iter().find(|known| known.skill == skill).map(|known| known.level)
}

/// By the law of cosines on a sphere.
fn kilometres(one: &Place, other: &Place) -> f64 {
    let (a, b) = (one.point.latitude.to_radians(), other.point.latitude.to_radians());
    let across = (one.point.longitude - other.point.longitude).to_radians();
    6371.0 * (a.sin() * b.sin() + a.cos() * b.cos() * across.cos()).clamp(-1.0, 1.0).acos()
}
