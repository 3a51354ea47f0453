//! Malformed and hostile inputs through both adapters.
//!
//! There is a clear answer each time, and nothing is stored wrongly.

mod attacks;
mod intruder;
mod keys;
mod read_back;
mod table;

use std::collections::BTreeSet;
use std::time::Instant;

use anyhow::ensure;
use bot_core::domain::identity::Platform;
use futures::future::try_join_all;

use self::attacks::{Share, Tally};
use self::intruder::Intruder;
use crate::house::{DiscordMode, Engine, World};
use crate::people::{Person, Room};
use crate::story::{Side, Story};

/// How many inputs a run has at least.
const INPUTS: usize = 1_000;

/// Names people give themselves.
const NAMES: [&str; 6] = [
    "Mallory",
    "<b>Eve\u{202E}</b> @everyone",
    "Tru\u{0}dy\n# Staff",
    "</b><a href='tg://user?id=1'>Eve\u{202E}",
    "\u{3164}\u{200B}\u{0}",
    "[Support](https://evil.example) **admin**",
];

/// Two people make a contract; every key that a button of theirs carried on the way.
async fn lived(world: &World, story: &Story) -> anyhow::Result<BTreeSet<String>> {
    let mut keys = BTreeSet::new();
    let people = [&story.client, &story.freelancer];
    story.set_up().await?;
    gather(&people, &mut keys).await?;
    story.post().await?;
    story.client.see_one_of(&["It's out", "Open to proposals until"]).await?;
    story.matched_or_asked().await?;
    gather(&people, &mut keys).await?;
    story.freelancer.press("Propose").await?;
    story.freelancer.see("Not sent yet. Your move.").await?;
    gather(&people, &mut keys).await?;
    story.freelancer.press("Send 1,000 EUR").await?;
    story.client.see(&story.proposed_words()).await?;
    gather(&people, &mut keys).await?;
    story.accept().await?;
    story.agreed().await?;
    gather(&people, &mut keys).await?;
    world.explained(Ok(keys))
}

async fn gather(people: &[&Person], keys: &mut BTreeSet<String>) -> anyhow::Result<()> {
    for person in people {
        let screens = person.screens().await?;
        // Discord's repeats of an action are numbered behind a tilde
        let pressed = screens.into_iter().flat_map(|screen| screen.buttons).map(|(_, key)| key);
        keys.extend(pressed.map(|key| key.split('~').next().unwrap_or_default().to_owned()));
    }
    Ok(())
}

/// Everything there is to do on a platform, done by all of `crew` at the same time; what came of it. On Telegram a chat
/// hears from the bot once a second, so the more they are the sooner it is done.
async fn attacked(crew: &[Intruder], keys: &[String]) -> anyhow::Result<Tally> {
    let all = crew.iter().enumerate().map(|(number, who)| async move {
        let (share, mut tally) = (Share { number, of: crew.len() }, Tally::default());
        attacks::arrive(who, &mut tally).await?;
        match who {
            Intruder::Discord { .. } => attacks::fill_modals(who, share, &mut tally).await?,
            Intruder::Telegram { .. } => attacks::answer_prompts(who, share, &mut tally).await?,
        }
        attacks::run_all(who, share, &mut tally).await?;
        attacks::press_all(who, share, keys, &mut tally).await?;
        anyhow::Ok(tally)
    });
    let mut tally = Tally::default();
    for one in try_join_all(all).await? {
        tally.add(one);
    }
    Ok(tally)
}

async fn withstands(engine: Engine) -> anyhow::Result<()> {
    let Some(world) = World::start(engine, DiscordMode::Url).await? else { return Ok(()) };
    let mut real = BTreeSet::new();
    let mut victims = Vec::new();
    for (number, side) in [(0, Side::Discord), (1, Side::Telegram)] {
        let story = Story::new(&world.town(), side, number, Room::Direct).await?;
        real.extend(world.explained(lived(&world, &story).await)?);
        victims.extend([story.client.clone(), story.freelancer.clone()]);
    }
    let storage = read_back::storage(&world).await?;
    let platform =
        |person: &Person| if person.is_on_discord() { Platform::Discord } else { Platform::Telegram };
    let mut before = Vec::new();
    for person in &victims {
        before.push(read_back::belongings(&storage, (platform(person), &person.user())).await?);
    }

    let forged = attacks::keys(&real);
    // other people's own buttons, then forgeries of them
    let keys: Vec<String> =
        real.iter().filter(|key| !key.starts_with("1.acc-")).cloned().chain(forged).collect();
    let (mut discord, mut telegram) = (Vec::new(), Vec::new());
    for number in 0..6 {
        let (handle, name) = (format!("mallory{number}"), NAMES[number % NAMES.len()]);
        discord.push(Intruder::on_discord(&world, &handle, name).await?);
    }
    for number in 0..24 {
        let (handle, name) = (format!("mallory_{number}"), NAMES[number % NAMES.len()]);
        telegram.push(Intruder::on_telegram(&world, &handle, name).await?);
    }
    let started = Instant::now();
    let done = tokio::try_join!(attacked(&discord, &keys), attacked(&telegram, &keys));
    let (on_discord, on_telegram) = world.explained(done)?;
    println!(
        "{engine:?}: {} inputs on Discord and {} on Telegram answered in {} s; {} keys of others, {} forged",
        on_discord.answered,
        on_telegram.answered,
        started.elapsed().as_secs(),
        real.len(),
        keys.len() - real.len(),
    );
    ensure!(on_discord.answered + on_telegram.answered >= INPUTS, "too few inputs");

    for (people, platform, tally) in
        [(discord, Platform::Discord, on_discord), (telegram, Platform::Telegram, on_telegram)]
    {
        let mut titles = BTreeSet::new();
        for person in people {
            let requests = read_back::requests_in_order(&storage, (platform, &person.user())).await?;
            titles.extend(requests.into_iter().map(|request| request.brief.title));
        }
        let missing: Vec<_> = tally.titles.difference(&titles).collect();
        let wrong: Vec<_> = titles.difference(&tally.titles).collect();
        ensure!(
            missing.is_empty() && wrong.is_empty(),
            "{platform:?}: not stored {missing:?}, stored {wrong:?}"
        );
    }
    for (person, before) in victims.iter().zip(before) {
        let after = read_back::belongings(&storage, (platform(person), &person.user())).await?;
        ensure!(before == after, "{} has been changed by strangers:\n{before}\n{after}", person.name);
    }
    storage.close().await;
    ensure!(world.metric("guildhall_faults_total").await? == 0, "something failed of ours");
    // a press for the card that stands there already changes nothing, and Telegram says so
    world.was_careful(&["message is not modified"]).await
}

#[tokio::test]
async fn a_thousand_hostile_inputs_are_answered_and_change_nothing_on_sqlite() -> anyhow::Result<()> {
    withstands(Engine::Sqlite).await
}

#[tokio::test]
async fn a_thousand_hostile_inputs_are_answered_and_change_nothing_on_postgres() -> anyhow::Result<()> {
    withstands(Engine::Postgres).await
}
