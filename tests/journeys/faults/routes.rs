//! A fault on every route of the journey: once on the first call of each.
//!
//! And once on the notices.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use futures::future::try_join_all;
use serde_json::{Value, json};

use crate::house::{Call, DiscordMode, Engine, Sim, World, eventually};
use crate::people::Room;
use crate::story::{Side, Story};

/// How long a match may take that has to be tried again.
const PATIENCE: Duration = Duration::from_secs(45);

/// Whether a first answer was taken is found out by asking for it, or by giving it again.
const LOOKED_FOR: &[&str] =
    &["Unknown Webhook", "already been acknowledged", "query is too old", "message is not modified"];

/// The routes that a journey both ways uses, each as what a fault's rule has to contain.
struct Routes {
    discord: BTreeSet<String>,
    telegram: BTreeSet<String>,
}

impl Routes {
    /// Lives both stories once without faults and reads which routes were used.
    async fn observed(world: &World) -> anyhow::Result<Self> {
        eventually("the bot has introduced itself", async || {
            let calls = world.telegram_sim().calls().await?;
            Ok(calls.iter().any(|call| call.route == "setMyShortDescription").then_some(()))
        })
        .await?;
        for sim in [world.discord_sim(), world.telegram_sim()] {
            sim.delete("/requests").await?;
        }
        let lived = [(0, Side::Discord), (1, Side::Telegram)].map(async |(number, side)| {
            let story = Story::new(&world.town(), side, number, Room::Server).await?;
            story.whole(PATIENCE).await
        });
        try_join_all(lived).await?;
        let discord = used(world.discord_sim()).await?;
        let telegram = used(world.telegram_sim()).await?;
        ensure!(discord.len() >= 4 && telegram.len() >= 4, "too few routes: {discord:?} {telegram:?}");
        Ok(Self { discord, telegram })
    }

    fn all(&self) -> BTreeSet<String> {
        self.discord.union(&self.telegram).cloned().collect()
    }

    /// The next call of each route goes wrong.
    async fn arm(&self, world: &World, fault: &Value) -> anyhow::Result<()> {
        for (sim, routes) in [(world.discord_sim(), &self.discord), (world.telegram_sim(), &self.telegram)] {
            for route in routes {
                let mut rule = fault.clone();
                rule["route"] = json!(route);
                sim.add_fault(rule).await?;
            }
        }
        Ok(())
    }
}

/// Up to the first id: `POST /api/v10/interactions/`.
async fn used(sim: &Sim) -> anyhow::Result<BTreeSet<String>> {
    let calls = sim.calls().await?;
    let kinds = calls.iter().map(Call::kind);
    Ok(kinds.map(|kind| kind.split("{}").next().unwrap_or_default().to_owned()).collect())
}

async fn each_route_once(name: &str, fault: Value, refusals: &[&str]) -> anyhow::Result<()> {
    let Some(world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    let routes = Routes::observed(&world).await.with_context(|| "without faults")?;
    let mut spared = routes.all();
    for (number, side) in [(2, Side::Discord), (3, Side::Telegram)] {
        routes.arm(&world, &fault).await?;
        let story = Story::new(&world.town(), side, number, Room::Server).await?;
        world.explained(story.whole(PATIENCE).await)?;
        world.explained(story.is_whole().await)?;
        // where one call fails, another that would have followed it may not be made
        spared = spared.intersection(&disarm(&world).await?).cloned().collect();
    }
    println!("{name} once a story on Discord's {:?} and Telegram's {:?}", routes.discord, routes.telegram);
    ensure!(spared.is_empty(), "these calls never came: {spared:?}");
    world.was_careful(refusals).await
}

/// The routes whose fault didn't happen; it won't any more.
async fn disarm(world: &World) -> anyhow::Result<BTreeSet<String>> {
    let mut left = BTreeSet::new();
    for sim in [world.discord_sim(), world.telegram_sim()] {
        let rules = sim.faults().await?;
        left.extend(rules.iter().filter_map(|rule| rule["route"].as_str()).map(str::to_owned));
        sim.delete("/faults").await?;
    }
    Ok(left)
}

#[tokio::test]
async fn a_429_on_every_route() -> anyhow::Result<()> {
    each_route_once("429", json!({"kind": "too_many", "retry_after": 1.0}), &[]).await
}

#[tokio::test]
async fn a_5xx_on_every_route() -> anyhow::Result<()> {
    each_route_once("502", json!({"kind": "server_error"}), LOOKED_FOR).await
}

#[tokio::test]
async fn a_connection_that_breaks_before_anything_is_done_on_every_route() -> anyhow::Result<()> {
    each_route_once("a cut before", json!({"kind": "drop_before"}), LOOKED_FOR).await
}

#[tokio::test]
async fn a_lost_answer_on_every_route() -> anyhow::Result<()> {
    each_route_once("a lost answer", json!({"kind": "drop_after"}), LOOKED_FOR).await
}

#[tokio::test]
async fn a_start_into_trouble_on_both_platforms() -> anyhow::Result<()> {
    let Some(mut world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    world.program().kill().await?;
    for sim in [world.discord_sim(), world.telegram_sim()] {
        for kind in ["server_error", "too_many", "drop_before"] {
            sim.add_fault(json!({"route": "*", "kind": kind, "retry_after": 0.5})).await?;
        }
    }
    let took = world.start_again().await?;
    println!("ready {} ms after a start into trouble", took.as_millis());
    let story = Story::new(&world.town(), Side::Discord, 0, Room::Server).await?;
    world.explained(story.whole(PATIENCE).await)?;
    world.explained(story.is_whole().await)?;
    world.was_careful(&["You are being rate limited"]).await
}
