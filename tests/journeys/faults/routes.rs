//! A fault on every route of the journey: once on the first call of each.
//!
//! And once on the notices.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use serde_json::{Value, json};

use crate::house::{DiscordMode, Engine, Sim, World};
use crate::people::Room;
use crate::story::{Side, Story};

/// How long a match may take that has to be tried again.
const PATIENCE: Duration = Duration::from_secs(45);

/// Whether a first answer was taken is found out by asking for it, or by giving it again.
const LOOKED_FOR: &[&str] =
    &["Unknown Webhook", "Interaction has already been acknowledged", "query is too old"];

/// The routes that a journey both ways uses, each as what a fault's rule has to contain.
struct Routes {
    discord: BTreeSet<String>,
    telegram: BTreeSet<String>,
}

impl Routes {
    /// Lives both stories once without faults and reads which routes were used.
    async fn observed(world: &World) -> anyhow::Result<Self> {
        for sim in [world.discord_sim(), world.telegram_sim()] {
            sim.delete("/requests").await?;
        }
        for (number, side) in [(0, Side::Discord), (1, Side::Telegram)] {
            let story = Story::new(&world.town(), side, number, Room::Server).await?;
            story.whole(PATIENCE).await?;
        }
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
    let kinds = calls.iter().map(crate::house::Call::kind);
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
