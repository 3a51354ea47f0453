//! The people who do work: those of the cast, and a crowd in every field.

use bot_core::domain::account::Roles;
use bot_core::domain::identity::Platform;
use bot_core::domain::money::{Money, Price};
use bot_core::domain::profile::{AvailabilityStatus, ProfileSkill};
use bot_core::domain::time::{DAY_MS, Timestamp};
use bot_core::flows::reading;

use super::clients::part;
use super::naming::Naming;
use super::tables::{Cast, Field, Tables, Town};
use super::wording::{amount, shown};
use super::{Member, Offer, Person};
use crate::chance::Chance;

/// Freelancers have been here for so many days.
const HERE_DAYS: (i64, i64) = (21, 90);
/// The field of studios that take work.
const STUDIO_FIELD: &str = "Brand and print";

/// The freelancers of the cast.
pub(super) fn of_cast(chance: &mut Chance, tables: &Tables, now: Timestamp) -> Vec<Person> {
    let cast = tables.cast.iter().enumerate();
    cast.filter(|(_, cast)| cast.profile.is_some())
        .filter_map(|(position, cast)| {
            let offer = cast_offer(cast)?;
            let zone = tables.town(&offer.town.as_ref()?.name).zone;
            Some(Person {
                platform: cast.side,
                name: cast.name.clone(),
                handle: cast.handle.clone(),
                cast: Some(part(position, cast)),
                member: Some(Member { match_notices: true, ..member(chance, zone, offer, now) }),
            })
        })
        .collect()
}

fn cast_offer(cast: &Cast) -> Option<Offer> {
    let profile = cast.profile.as_ref()?;
    let skills = reading::profile_skills(&profile.skills);
    let (level, years) = (profile.level, profile.years);
    Some(Offer {
        field: cast.name.clone(),
        headline: profile.headline.clone(),
        skills: skills.into_iter().map(|skill| ProfileSkill { level, years, ..skill }).collect(),
        rate: price(&profile.rate),
        town: reading::find_town(&profile.town),
        remote: true,
        status: AvailabilityStatus::Now,
        hours: profile.hours,
    })
}

/// The crowd, field by field.
pub(super) fn crowd(
    chance: &mut Chance,
    tables: &Tables,
    naming: &mut Naming,
    now: Timestamp,
) -> Vec<Person> {
    let mut people = Vec::new();
    for field in &tables.fields {
        // Each line is said by one person only.
        let mut lines: Vec<(&str, &str)> = Vec::new();
        for kit in &field.kits {
            lines.extend(kit.says.iter().map(|says| (kit.skills.as_str(), says.as_str())));
        }
        chance.shuffle(&mut lines);
        for (skills, headline) in lines.into_iter().take(field.people) {
            let town = town(chance, tables, field);
            let offer = offer(chance, tables, field, (skills, headline), town);
            let platform = if chance.one_in(2) { Platform::Discord } else { Platform::Telegram };
            let country = tables.country(&town.place.country);
            let (name, handle) = naming.name(chance, tables, country, platform);
            let member = member(chance, town.zone, offer, now);
            people.push(Person { platform, name, handle, cast: None, member: Some(member) });
        }
    }
    people
}

/// What a studio offers that posts requests as well.
pub(super) fn studio_offer(chance: &mut Chance, tables: &Tables, town: &Town) -> Offer {
    let field = tables.fields.iter().find(|field| field.name == STUDIO_FIELD);
    let field = field.expect("studios have a field");
    let kit = chance.pick(&field.kits);
    let line = (kit.skills.as_str(), "A small studio; we take on other people's work too");
    offer(chance, tables, field, line, town)
}

fn member(chance: &mut Chance, zone: chrono_tz::Tz, offer: Offer, now: Timestamp) -> Member {
    Member {
        joined_at: now.plus_millis(-chance.between(HERE_DAYS.0 * DAY_MS, HERE_DAYS.1 * DAY_MS)),
        roles: Roles { works: true, hires: chance.one_in(12) },
        zone,
        match_notices: !chance.one_in(6),
        offer: Some(offer),
    }
}

/// Four of five people of a local field live where that field is at home.
fn town<'t>(chance: &mut Chance, tables: &'t Tables, field: &Field) -> &'t Town {
    let local = field.towns();
    if local.is_empty() || chance.one_in(5) {
        return chance.pick_by_share(&tables.towns, |town| town.share);
    }
    let home: &&str = chance.pick(&local);
    tables.town(home)
}

fn offer(
    chance: &mut Chance,
    tables: &Tables,
    field: &Field,
    (kit, headline): (&str, &str),
    town: &Town,
) -> Offer {
    let is_local = field.local.is_some();
    let (status, hours) = time(chance);
    Offer {
        field: field.name.clone(),
        headline: headline.to_owned(),
        skills: skills(chance, field, kit),
        rate: rate(chance, tables, field, town),
        town: (is_local || !chance.one_in(7)).then(|| town.place.clone()),
        remote: !is_local || field.also_remote || chance.one_in(4),
        status,
        hours,
    }
}

/// The kit's skills, strongest first, and a few more that are less so.
fn skills(chance: &mut Chance, field: &Field, kit: &str) -> Vec<ProfileSkill> {
    let mut skills = reading::profile_skills(kit);
    let most = chance.between(1, 16);
    for skill in &mut skills {
        let years = chance.between(1.max(most - 4), most);
        skill.years = u8::try_from(years).unwrap_or_default();
        skill.level = match years {
            1..=2 => 2,
            3..=7 => 3,
            _ => 4,
        };
    }
    let mut more = reading::profile_skills(&field.extra);
    if !field.apart {
        more.extend(field.kits.iter().flat_map(|kit| reading::profile_skills(&kit.skills)));
    }
    chance.shuffle(&mut more);
    let count = 3 + chance.below(5);
    for skill in more.into_iter().take(count) {
        if skills.iter().all(|known| known.skill != skill.skill) {
            let level = if chance.one_in(5) { 1 } else { 2 };
            skills.push(ProfileSkill { level, ..skill });
        }
    }
    skills
}

fn rate(chance: &mut Chance, tables: &Tables, field: &Field, town: &Town) -> Price {
    let country = tables.country(&town.place.country);
    let euros = f64::from(i32::try_from(chance.between(field.rate.0, field.rate.1)).unwrap_or_default());
    price(&format!("{} {} an hour", shown(amount(euros, country)), country.currency))
}

/// A price as a member types it.
fn price(text: &str) -> Price {
    let read = reading::budget(text).ok().flatten();
    let budget = read.unwrap_or_else(|| panic!("no price: {text}"));
    let minor = budget.min.or(budget.max).unwrap_or_default();
    Price { amount: Money::new(minor, budget.currency), kind: budget.kind }
}

/// How available somebody is, and for how many hours a week.
fn time(chance: &mut Chance) -> (AvailabilityStatus, u8) {
    let hours = u8::try_from(chance.between(2, 8) * 5).unwrap_or_default();
    match chance.below(20) {
        0 => (AvailabilityStatus::Away, 0),
        1..=2 => (AvailabilityStatus::Limited, 5),
        3..=6 => (AvailabilityStatus::Soon, hours),
        _ => (AvailabilityStatus::Now, hours),
    }
}
