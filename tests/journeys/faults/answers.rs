//! Answers of a platform that get lost just as a notice is sent.
//!
//! Each class keeps its promise.

use std::time::Duration;

use anyhow::ensure;
use serde_json::json;

use crate::house::{DiscordMode, Engine, World};
use crate::people::{MATCHES, Room};
use crate::story::{Side, Story};

const PATIENCE: Duration = Duration::from_secs(45);

/// The next notice is sent, but that it was is never heard.
async fn lose_the_answer(world: &World, side: Side) -> anyhow::Result<()> {
    let (sim, route) = match side {
        Side::Discord => (world.discord_sim(), "POST /channels/"),
        Side::Telegram => (world.telegram_sim(), "sendMessage"),
    };
    sim.add_fault(json!({"route": route, "kind": "drop_after"})).await
}

#[tokio::test]
async fn nothing_stands_twice_on_discord_and_a_repeat_on_telegram_says_so() -> anyhow::Result<()> {
    let Some(world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    for (number, client) in [(0, Side::Discord), (1, Side::Telegram)] {
        let freelancer = if client == Side::Discord { Side::Telegram } else { Side::Discord };
        let story = Story::new(&world.town(), client, number, Room::Direct).await?;
        let lived = async {
            story.set_up().await?;
            story.post().await?;
            story.client.see("It's out").await?;
            story.matched(PATIENCE).await?;
            story.freelancer.press("Propose").await?;
            story.freelancer.see("Not sent yet. Your move.").await?;
            lose_the_answer(&world, client).await?;
            story.freelancer.press("Send 1,000 EUR").await?;
            story.client.see(&story.proposed_words()).await?;
            story.client.press("Accept 1,000 EUR").await?;
            story.client.see("Agree on 1,000 EUR").await?;
            lose_the_answer(&world, freelancer).await?;
            story.client.press("Accept 1,000 EUR").await?;
            story.agreed().await?;
            story.is_whole().await
        };
        world.explained(lived.await)?;
    }
    for sim in [world.discord_sim(), world.telegram_sim()] {
        let left = sim.faults().await?;
        ensure!(left.is_empty(), "these notices never came: {left:?}");
    }
    world.was_careful(&[]).await
}

#[tokio::test]
async fn a_match_that_may_be_lost_on_telegram_is_found_by_asking() -> anyhow::Result<()> {
    let Some(world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    let story = Story::new(&world.town(), Side::Discord, 0, Room::Server).await?;
    let lived = async {
        story.set_up().await?;
        world.telegram_sim().add_fault(json!({"route": "sendMessage", "kind": "server_error"})).await?;
        story.post().await?;
        story.client.see("It's out").await?;
        crate::house::eventually("the notice was tried", async || {
            Ok(world.telegram_sim().faults().await?.is_empty().then_some(()))
        })
        .await?;
        ensure!(story.freelancer.count("A strong match").await? == 0, "at most once");
        story.freelancer.run(MATCHES).await?;
        story.freelancer.see(&story.title).await?;
        story.freelancer.press("Open").await?;
        story.propose().await?;
        story.accept().await?;
        story.agreed().await
    };
    world.explained(lived.await)?;
    world.was_careful(&[]).await
}
