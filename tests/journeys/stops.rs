//! How the program ends: told to, told twice, misconfigured.
//!
//! Over a damaged database.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use futures::future::join_all;
use serde_json::json;

use crate::house::{DiscordMode, Engine, World, command, eventually};
use crate::people::Room;
use crate::story::{Side, Story};

#[tokio::test]
async fn told_to_stop_under_load_it_ends_in_order_and_goes_on_where_it_was() -> anyhow::Result<()> {
    let Some(mut world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    let mut stories = Vec::new();
    for number in 0..6 {
        let side = if number % 2 == 0 { Side::Discord } else { Side::Telegram };
        stories.push(Story::new(&world.town(), side, number, Room::Direct).await?);
    }
    let lived = join_all(stories.iter().map(|story| story.whole(Duration::from_mins(1))));
    let stopped = async {
        // in the middle of things
        stories[3].client.see("You're set").await?;
        world.program().signal("TERM").await?;
        let told = Instant::now();
        eventually("it isn't ready", async || Ok((!world.program().is_ready().await).then_some(()))).await?;
        let unready = told.elapsed();
        let status = world.program().ended(Duration::from_secs(15)).await?;
        println!("not ready after {} ms, ended after {} ms", unready.as_millis(), told.elapsed().as_millis());
        ensure!(status.code() == Some(0), "it ended with {status}\n{}", world.program().tail());
        world.start_again().await
    };
    let (lived, stopped) = tokio::join!(lived, stopped);
    let began = world.explained(stopped)?;
    println!("ready again {} ms after its start", began.as_millis());
    for (story, lived) in stories.iter().zip(lived) {
        world.explained(lived)?;
        world.explained(story.is_whole().await)?;
    }
    world.was_careful(&[]).await
}

#[tokio::test]
async fn told_twice_it_ends_at_once() -> anyhow::Result<()> {
    let Some(mut world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    let slow = json!({"route": "sendMessage", "kind": "delay", "delay_ms": 8_000});
    world.telegram_sim().add_fault(slow).await?;
    let ana = world.town().telegram("Ana P.").await?;
    ana.run(crate::people::START).await?;
    eventually("the answer is under way", async || {
        Ok(world.telegram_sim().faults().await?.is_empty().then_some(()))
    })
    .await?;
    world.program().signal("TERM").await?;
    eventually("it isn't ready", async || Ok((!world.program().is_ready().await).then_some(()))).await?;
    world.program().signal("TERM").await?;
    let told = Instant::now();
    let status = world.program().ended(Duration::from_secs(5)).await?;
    ensure!(status.code() == Some(1), "it ended with {status}\n{}", world.program().tail());
    println!("ended {} ms after the second signal", told.elapsed().as_millis());
    Ok(())
}

#[tokio::test]
async fn a_bad_configuration_is_told_whole_and_ends_with_2() -> anyhow::Result<()> {
    let bad = [
        ("GUILDHALL_DISCORD_API_URL", "not an address".to_owned()),
        ("GUILDHALL_DISCORD_TOKEN", "x".to_owned()),
        ("GUILDHALL_SECURITY_KEY", "short".to_owned()),
        ("GUILDHALL_WEB_LISTEN", "nowhere".to_owned()),
    ];
    for arguments in [["serve"], ["check"]] {
        let output = command(&arguments, &bad).output().await?;
        let told = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        ensure!(output.status.code() == Some(2), "{arguments:?} ended with {}:\n{told}", output.status);
        for key in ["discord.api_url", "security.key", "web.listen"] {
            ensure!(told.contains(key), "{arguments:?} doesn't name {key}:\n{told}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn over_a_damaged_database_it_ends_with_78_and_names_the_way_back() -> anyhow::Result<()> {
    let Some(mut world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    world.program().signal("TERM").await?;
    world.program().ended(Duration::from_secs(15)).await?;
    let file = world.database_file().context("a file")?;
    let mut bytes = fs::read(&file)?;
    for page in bytes.chunks_mut(4096).skip(2).step_by(3) {
        page[..64].fill(0xA5);
    }
    fs::write(&file, bytes)?;
    world.start_unready()?;
    let status = world.program().ended(Duration::from_secs(10)).await?;
    ensure!(status.code() == Some(78), "it ended with {status}\n{}", world.program().tail());
    ensure!(world.program().said("guildhall restore"), "{}", world.program().tail());
    Ok(())
}
