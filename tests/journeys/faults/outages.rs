//! A platform that is gone for a while, at every step of the journey.

use std::time::Duration;

use serde_json::json;

use crate::house::{DiscordMode, Engine, World};
use crate::people::Room;
use crate::story::{Side, Story};

const PATIENCE: Duration = Duration::from_mins(1);

/// Lives both stories with `outage` before each step.
async fn with(outage: impl AsyncFn(&World, usize) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let Some(world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    for (number, side) in [(0, Side::Discord), (1, Side::Telegram)] {
        let story = Story::new(&world.town(), side, number, Room::Server).await?;
        let lived = async {
            outage(&world, 0).await?;
            story.set_up().await?;
            outage(&world, 1).await?;
            story.post().await?;
            outage(&world, 2).await?;
            story.matched(PATIENCE).await?;
            outage(&world, 3).await?;
            story.propose().await?;
            outage(&world, 4).await?;
            story.accept().await?;
            outage(&world, 5).await?;
            story.agreed().await?;
            story.is_whole().await
        };
        world.explained(lived.await)?;
    }
    world.was_careful(&[]).await
}

#[tokio::test]
async fn discord_restarts() -> anyhow::Result<()> {
    with(async |world, step| {
        let down = if step % 2 == 0 { 300 } else { 1_500 };
        world.discord_sim().restart(Duration::from_millis(down)).await
    })
    .await
}

#[tokio::test]
async fn telegram_restarts() -> anyhow::Result<()> {
    with(async |world, step| {
        let down = if step % 2 == 0 { 300 } else { 1_500 };
        world.telegram_sim().restart(Duration::from_millis(down)).await
    })
    .await
}

#[tokio::test]
async fn the_gateway_drops_asks_to_reconnect_and_ends_sessions() -> anyhow::Result<()> {
    with(async |world, step| {
        let how = ["drop", "reconnect", "invalid_session"][step % 3];
        world.discord_sim().post("/gateway", json!({"how": how})).await.map(drop)
    })
    .await
}
