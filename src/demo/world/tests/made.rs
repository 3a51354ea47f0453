//! What is generated: the same each time, and all of it readable.

use std::collections::{BTreeMap, BTreeSet};

use bot_core::domain::identity::Platform;
use bot_core::domain::profile::HEADLINE;
use bot_core::domain::request::{DESCRIPTION, TITLE};
use bot_core::flows::reading;
use bot_reading::skills::{Chip, Vocabulary};

use super::super::tables::Tables;
use super::super::{End, Member, Offer, Request, World};
use super::{now, world};

fn offers(world: &World) -> impl Iterator<Item = &Offer> {
    let members = world.people.iter().filter_map(|person| person.member.as_ref());
    members.filter_map(|member| member.offer.as_ref())
}

fn client<'w>(world: &'w World, request: &Request) -> &'w Member {
    world.people[request.client].member.as_ref().expect("clients are members")
}

#[test]
fn the_same_seed_gives_the_same_world() {
    assert_eq!(world(), world());
    assert_ne!(world(), World::generate(2, now()));
}

#[test]
fn it_is_as_large_and_as_wide_as_promised() {
    let world = world();
    let freelancers = offers(&world).count();
    assert!((290..=330).contains(&freelancers), "{freelancers} freelancers");
    assert!((55..=70).contains(&world.requests.len()), "{} requests", world.requests.len());

    let countries: BTreeSet<_> =
        offers(&world).filter_map(|offer| Some(&offer.town.as_ref()?.country)).collect();
    assert!(countries.len() >= 25, "{} countries", countries.len());
    let rates: BTreeSet<_> = offers(&world).map(|offer| offer.rate.amount.currency.code()).collect();
    assert!(rates.len() >= 8, "{rates:?}");
    let budgets: BTreeSet<_> = world
        .requests
        .iter()
        .filter_map(|request| reading::budget(&request.budget).ok()?)
        .map(|budget| budget.currency.code())
        .collect();
    assert!(budgets.len() >= 8, "{budgets:?}");

    let mut fields: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for offer in offers(&world) {
        fields.entry(&offer.field).or_default().0 += 1;
    }
    for request in &world.requests {
        fields.entry(&request.field).or_default().1 += 1;
    }
    for field in &Tables::embedded().fields {
        let (people, requests) = fields.get(field.name.as_str()).copied().unwrap_or_default();
        assert!(
            people >= field.people && requests >= 1,
            "{}: {people} people, {requests} requests",
            field.name
        );
    }
}

#[test]
fn half_of_it_is_on_each_platform() {
    let world = world();
    let discord = world.people.iter().filter(|person| person.platform == Platform::Discord).count();
    let share = discord * 100 / world.people.len();
    assert!((40..=60).contains(&share), "{share} % are on Discord");
}

#[test]
fn nobody_is_taken_for_somebody_else() {
    let world = world();
    let handles: BTreeSet<_> =
        world.people.iter().map(|person| (person.platform.key(), &person.handle)).collect();
    assert_eq!(handles.len(), world.people.len());
    for person in &world.people {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.';
        let dots = person.platform == Platform::Discord || !person.handle.contains('.');
        let length = if person.platform == Platform::Telegram { 5..=32 } else { 2..=32 };
        let handle = &person.handle;
        assert!(handle.chars().all(fits) && dots && length.contains(&handle.len()), "{handle}");
    }
    let lines: Vec<_> = offers(&world).map(|offer| &offer.headline).collect();
    let distinct: BTreeSet<_> = lines.iter().filter(|line| !line.starts_with("A small studio")).collect();
    let studios = lines.iter().filter(|line| line.starts_with("A small studio")).count();
    assert_eq!(distinct.len() + studios, lines.len());
    assert!(lines.iter().all(|line| line.chars().count() <= usize::from(HEADLINE)));
}

#[test]
fn the_cast_is_always_there() {
    let world = world();
    let find = |platform: Platform, name: &str| {
        let found = world.people.iter().find(|person| person.platform == platform && person.name == name);
        found.unwrap_or_else(|| panic!("{name} isn't there"))
    };
    let clients = [(Platform::Discord, "Kite Studio"), (Platform::Telegram, "Harbor Books")];
    for (platform, name) in clients {
        let client = find(platform, name);
        let member = client.member.as_ref().expect("a client is a member");
        assert!(client.cast.is_some() && member.roles.hires && member.offer.is_none());
    }
    for (platform, name, town, skills) in [
        (Platform::Telegram, "Ana P.", "Lisbon", &["webflow", "figma", "headless-cms"][..]),
        (Platform::Discord, "Luka M.", "Zagreb", &["motion-graphics", "lottie-animation"][..]),
    ] {
        let person = find(platform, name);
        let member = person.member.as_ref().expect("a freelancer is a member");
        let offer = member.offer.as_ref().expect("a freelancer offers something");
        assert!(person.cast.is_some() && member.match_notices);
        assert_eq!(offer.town.as_ref().map(|town| town.name.as_str()), Some(town));
        for skill in skills {
            assert!(offer.skills.iter().any(|known| known.skill == *skill), "{name} has no {skill}");
        }
    }
    for (platform, name) in
        [(Platform::Discord, "Noor"), (Platform::Telegram, "Noor"), (Platform::Discord, "Mod Rin")]
    {
        let person = find(platform, name);
        assert!(person.cast.is_some() && person.member.is_none(), "{name} has used the bot");
    }
    let mut position: Vec<_> =
        world.people.iter().filter_map(|person| Some(person.cast.as_ref()?.position)).collect();
    position.sort_unstable();
    assert_eq!(position, (0..Tables::embedded().cast.len()).collect::<Vec<_>>());
}

#[test]
fn every_skill_is_in_the_vocabulary() {
    let tables = Tables::embedded();
    let vocabulary = Vocabulary::embedded();
    let mut texts: Vec<&str> = tables
        .cast
        .iter()
        .filter_map(|cast| cast.profile.as_ref())
        .map(|profile| profile.skills.as_str())
        .collect();
    for field in &tables.fields {
        texts.push(&field.extra);
        texts.extend(field.kits.iter().map(|kit| kit.skills.as_str()));
        texts.extend(field.requests.iter().map(|request| request.skills.as_str()));
    }
    let mut unknown = Vec::new();
    for text in texts {
        let chips = vocabulary.chips(text);
        if chips.len() != text.split(", ").count() {
            unknown.push(format!("twice the same: {text}"));
        }
        for chip in chips {
            if let Chip::Unknown { text, .. } = chip.value {
                unknown.push(text.clone());
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:?}");
}

/// Every template for every client that may have it, whatever this seed chose.
#[test]
fn every_budget_and_every_when_can_be_read() {
    let mut faults = Vec::new();
    for seed in 0..40 {
        let world = World::generate(seed, now());
        for request in &world.requests {
            let (title, budget, when) = (&request.title, &request.budget, &request.when);
            match reading::budget(budget) {
                Err(refusal) => faults.push(format!("{title}: {budget}: {refusal:?}")),
                Ok(None) if budget != "not sure" => faults.push(format!("{title}: {budget}: nothing")),
                Ok(_) => {}
            }
            match reading::when_where(when, request.posted_at, client(&world, request).zone) {
                Err(problem) => faults.push(format!("{title}: {when}: {problem:?}")),
                Ok(read) if read.timing.due_at.is_some_and(|due| due <= now()) => {
                    faults.push(format!("{title}: {when}: over"));
                }
                Ok(read) if read.place.place().is_none() && !when.contains("remote") => {
                    faults.push(format!("{title}: {when}: {:?}", read.place));
                }
                Ok(_) => {}
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn texts_fit_their_fields() {
    for field in &Tables::embedded().fields {
        for request in &field.requests {
            assert!(request.title.chars().count() <= usize::from(TITLE), "{}", request.title);
            assert!(request.what.chars().count() <= usize::from(DESCRIPTION), "{}", request.title);
            let skills = reading::request_skills(&request.skills).len();
            assert!((1..=skills).contains(&request.musts), "{}", request.title);
        }
    }
}

#[test]
fn the_past_is_in_order() {
    let world = world();
    assert!(world.requests.is_sorted_by_key(|request| request.posted_at));
    for request in &world.requests {
        assert!(client(&world, request).joined_at < request.posted_at && request.posted_at < now());
        let mut last = request.posted_at;
        for bid in &request.bids {
            assert!(last <= bid.sent_at && bid.sent_at <= now() && bid.freelancer != request.client);
            last = bid.sent_at;
        }
        match request.end {
            End::Closed { at, .. } | End::Filled { at } => assert!(last <= at && at <= now()),
            End::None => {}
        }
    }
    let count =
        |wanted: fn(&Request) -> bool| world.requests.iter().filter(|request| wanted(request)).count();
    assert!(count(|request| request.end == End::None && !request.bids.is_empty()) >= 8);
    assert!(count(|request| matches!(request.end, End::Filled { .. })) >= 5);
    assert!(count(|request| matches!(request.end, End::Closed { .. })) >= 2);
}
