//! The main job end to end, in both directions, on every engine and mode.

use crate::house::{DiscordMode, Engine, World};
use crate::story;

async fn journey(engine: Engine, discord: DiscordMode) -> anyhow::Result<()> {
    let Some(world) = World::start(engine, discord).await? else { return Ok(()) };
    story::both_ways(engine, &world).await
}

#[tokio::test]
async fn the_journey_and_back_on_sqlite_through_another_base_address() -> anyhow::Result<()> {
    journey(Engine::Sqlite, DiscordMode::Url).await
}

#[tokio::test]
async fn the_journey_and_back_on_sqlite_through_an_egress_gateway() -> anyhow::Result<()> {
    journey(Engine::Sqlite, DiscordMode::Address).await
}

#[tokio::test]
async fn the_journey_and_back_on_postgres_through_another_base_address() -> anyhow::Result<()> {
    journey(Engine::Postgres, DiscordMode::Url).await
}

#[tokio::test]
async fn the_journey_and_back_on_postgres_through_an_egress_gateway() -> anyhow::Result<()> {
    journey(Engine::Postgres, DiscordMode::Address).await
}
