//! Somebody who can't be written to: what waited reaches them once they can.

use std::time::Duration;

use anyhow::ensure;
use serde_json::json;

use crate::house::{DiscordMode, Engine, World, eventually};
use crate::people::Room;
use crate::story::{Side, Story};

const PATIENCE: Duration = Duration::from_secs(45);

#[tokio::test]
async fn closed_direct_messages_are_told_of_and_what_waited_arrives() -> anyhow::Result<()> {
    let Some(world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    let story = Story::new(&world.town(), Side::Telegram, 0, Room::Server).await?;
    let freelancer = &story.freelancer;
    let dms = async |closed: bool| {
        world.discord_sim().post("/dms", json!({"user": freelancer.user(), "closed": closed})).await
    };
    let lived = async {
        dms(true).await?;
        story.set_up().await?;
        // told at once, in the place where they are
        freelancer.see("direct messages").await?;
        story.post().await?;
        story.client.see("It's out").await?;
        ensure!(freelancer.count(&story.title).await? == 0, "a closed chat was written to");
        dms(false).await?;
        freelancer.press("Try again").await?;
        story.matched(PATIENCE).await?;
        story.propose().await?;
        story.accept().await?;
        story.agreed().await?;
        story.is_whole().await
    };
    world.explained(lived.await)?;
    world.was_careful(&["Cannot send messages to this user"]).await
}

#[tokio::test]
async fn who_blocks_the_bot_is_left_alone_until_they_come_back() -> anyhow::Result<()> {
    let Some(world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    let story = Story::new(&world.town(), Side::Discord, 0, Room::Server).await?;
    let freelancer = &story.freelancer;
    let user: i64 = freelancer.user().parse()?;
    let lived = async {
        story.set_up().await?;
        world.telegram_sim().post("/block", json!({"user": user})).await?;
        story.post().await?;
        story.client.see("It's out").await?;
        let tried = async || {
            let calls = world.telegram_sim().calls().await?;
            Ok::<_, anyhow::Error>(calls.iter().filter(|call| call.status == 403).count())
        };
        eventually("the queue has seen the notice", async || {
            Ok((world.backlog("outbox").await? == 0).then_some(()))
        })
        .await?;
        ensure!(tried().await? <= 1, "somebody who blocked the bot was written to {} times", tried().await?);
        world.telegram_sim().post("/unblock", json!({"user": user})).await?;
        story.matched(PATIENCE).await?;
        story.propose().await?;
        story.accept().await?;
        story.agreed().await?;
        story.is_whole().await
    };
    world.explained(lived.await)?;
    world.was_careful(&["blocked by the user"]).await
}
