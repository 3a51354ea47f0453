//! The program is killed at every point between two writes.
//!
//! That a crash can separate, and anywhere at all.
//!
//! People go on with their stories all the while: they do again what nobody responded to, as everybody does.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::ensure;
use futures::future::try_join_all;

use crate::house::{DiscordMode, Engine, Hold, Scale, Town, World, eventually};
use crate::people::Room;
use crate::story::{Side, Story};

/// Where a crash separates what belongs together.
const POINTS: [&str; 4] = ["inbox_committed", "state_committed", "sent_not_recorded", "answer_deferred"];
/// A kill that comes at no point in particular.
const ANYWHERE: &str = "anywhere";
/// How many stories are lived side by side.
const ABREAST: u32 = 2;

/// How often the program is killed.
struct Plan {
    at_each_point: u32,
    anywhere: u32,
}

impl Plan {
    fn of(scale: Scale) -> Self {
        match scale {
            Scale::Small => Self { at_each_point: 2, anywhere: 4 },
            Scale::Full => Self { at_each_point: 8, anywhere: 30 },
        }
    }

    /// The kills in the order they come, points and chance mixed.
    fn kills(&self) -> Vec<Option<Hold>> {
        let mut kills = Vec::new();
        for round in 0..self.at_each_point.max(self.anywhere.div_ceil(4)) {
            for (number, point) in (0..).zip(POINTS) {
                if round < self.at_each_point {
                    kills.push(Some(Hold { point, turn: 1 + (round + number) % 4 }));
                }
                if round * 4 + number < self.anywhere {
                    kills.push(None);
                }
            }
        }
        kills
    }
}

/// Lives one story after the other until `done`; all of them.
async fn stories(town: &Town, lane: u32, done: &AtomicBool) -> anyhow::Result<Vec<Story>> {
    let mut lived = Vec::new();
    while !done.load(Ordering::SeqCst) {
        let number = u32::try_from(lived.len())? * ABREAST + lane;
        let side = if number % 3 == 1 { Side::Telegram } else { Side::Discord };
        let story = Story::new(town, side, number, Room::Direct).await?;
        let whole = async {
            story.set_up().await?;
            story.post().await?;
            // after a crash between the change and its answer the card shows how things stand
            story.client.see_one_of(&["It's out", "Open to proposals until"]).await?;
            story.matched_or_asked().await?;
            story.propose().await?;
            story.accept().await?;
            story.agreed().await
        };
        if let Err(error) = whole.await {
            anyhow::bail!("story {number}: {error:#}\n{}", story.told().await?);
        }
        lived.push(story);
    }
    Ok(lived)
}

/// Kills the program as planned, each time while it works; how often it was hit where.
async fn kill(world: &mut World, plan: &Plan) -> anyhow::Result<BTreeMap<&'static str, u32>> {
    let mut hits = BTreeMap::new();
    // any sequence will do that comes again with the next run
    let mut chance: u64 = 0x9E37_79B9;
    let mut slowest = Duration::ZERO;
    for kill in plan.kills() {
        if let Some(hold) = kill {
            world.kill_twice(hold).await?;
        } else {
            slowest = slowest.max(world.kill_and_restart().await?);
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            tokio::time::sleep(Duration::from_millis(200 + (chance >> 33) % 2_500)).await;
        }
        *hits.entry(kill.map_or(ANYWHERE, |hold| hold.point)).or_default() += 1;
    }
    slowest = slowest.max(world.kill_and_restart().await?);
    println!("the slowest restart took {} ms", slowest.as_millis());
    Ok(hits)
}

async fn survives(engine: Engine) -> anyhow::Result<()> {
    let Some(mut world) = World::start(engine, DiscordMode::Url).await? else { return Ok(()) };
    let plan = Plan::of(Scale::asked());
    let (town, done) = (world.town(), AtomicBool::new(false));
    let lives = try_join_all((0..ABREAST).map(|lane| stories(&town, lane, &done)));
    let kills = async {
        let hits = kill(&mut world, &plan).await;
        done.store(true, Ordering::SeqCst);
        hits
    };
    // a story that comes to nothing ends the test: without stories there is nothing to kill
    let survived = tokio::try_join!(lives, kills);
    let (lived, hits) = world.explained(survived)?;
    let lived = lived.concat();
    for story in &lived {
        world.explained(story.is_whole().await)?;
    }
    eventually("nothing waits any more", async || {
        let waiting = [world.backlog("inbox").await?, world.backlog("outbox").await?];
        Ok((waiting == [0, 0]).then_some(()))
    })
    .await?;
    println!("{engine:?}: {} stories whole; kills: {hits:?}", lived.len());
    for point in POINTS {
        ensure!(hits.get(point).is_some_and(|hits| *hits > 0), "never killed at {point}: {hits:?}");
    }
    // asking for the gateway's address after every start is more than the platform likes
    let expected = ["You are being rate limited", "Unknown", "already been acknowledged", "query is too old"];
    world.was_careful(&[&expected[..], &["message is not modified"]].concat()).await
}

#[tokio::test]
async fn killed_at_any_point_nothing_is_lost_or_doubled_on_sqlite() -> anyhow::Result<()> {
    survives(Engine::Sqlite).await
}

#[tokio::test]
async fn killed_at_any_point_nothing_is_lost_or_doubled_on_postgres() -> anyhow::Result<()> {
    survives(Engine::Postgres).await
}
