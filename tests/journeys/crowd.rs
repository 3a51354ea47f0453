//! Many people at once on both platforms: answered soon, and nothing gets lost.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use futures::{StreamExt as _, TryStreamExt as _, stream};

use crate::house::{DiscordMode, Engine, Scale, Town, World};
use crate::people::{POST, Room};
use crate::story::{Side, Story};

/// What nearly everybody is answered within: Discord's own patience.
const SOON: Duration = Duration::from_secs(3);
/// One client in so many is on Telegram, which takes 30 messages a second: a form there is a message for each field.
const TELEGRAM_CLIENTS: u32 = 4;
/// How long somebody reads or types before they do the next thing. Telegram shows one message a second in a chat:
/// whoever is quicker than this waits for Telegram and not for the program.
const THINKING: Duration = Duration::from_millis(1_500);
/// How many introduce themselves, or read everything over, side by side.
const ABREAST: usize = 12;
/// When, in parts of the whole time, the first client posts, the first freelancer proposes and the first client
/// accepts; the others follow evenly until the next of these.
const ACTS: [f64; 4] = [0.0, 0.45, 0.75, 1.0];

/// How many there are, and for how long.
struct Crowd {
    pairs: u32,
    time: Duration,
}

impl Crowd {
    fn of(scale: Scale) -> Self {
        match scale {
            Scale::Small => Self { pairs: 20, time: Duration::from_secs(15) },
            Scale::Full => Self { pairs: 250, time: Duration::from_mins(1) },
        }
    }

    /// How long after the beginning a pair's turn in an act comes.
    fn turn(&self, act: usize, pair: u32) -> Duration {
        let [from, to] = [ACTS[act], ACTS[act + 1]];
        self.time.mul_f64(from + (to - from) * f64::from(pair) / f64::from(self.pairs))
    }

    async fn people(&self, town: &Town) -> anyhow::Result<Vec<Story>> {
        let known = skills();
        ensure!(known.len() >= self.pairs as usize, "a skill for each pair: {}", known.len());
        stream::iter((0..self.pairs).zip(known))
            .map(|(pair, skill)| async move {
                let side = if pair % TELEGRAM_CLIENTS == 1 { Side::Telegram } else { Side::Discord };
                let mut story = Story::new(town, side, pair, Room::Direct).await?;
                skill.clone_into(&mut story.skills);
                story.set_up().await.with_context(|| format!("pair {pair}"))?;
                anyhow::Ok(story)
            })
            .buffered(ABREAST)
            .try_collect()
            .await
    }
}

/// How long each thing of a kind took.
#[derive(Default)]
struct Times(Vec<Duration>);

impl Times {
    /// Notes how long something took.
    async fn time<T>(&mut self, act: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
        let began = Instant::now();
        let done = act.await?;
        self.0.push(began.elapsed());
        Ok(done)
    }

    /// How they spread, in words.
    fn told(&self) -> String {
        let [half, most, all] = [50, 99, 100].map(|part| self.percentile(part).as_millis());
        format!("{}, p50 {half} ms, p99 {most} ms, slowest {all} ms", self.0.len())
    }

    /// What so many of a hundred don't exceed.
    fn percentile(&self, part: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        sorted
            .get((sorted.len() * part / 100).min(sorted.len().saturating_sub(1)))
            .copied()
            .unwrap_or_default()
    }
}

/// A skill for each pair, so that each freelancer hears of their own request.
fn skills() -> Vec<&'static str> {
    const KNOWN: &str = include_str!("../../config/data/skills.tsv");
    let names =
        KNOWN.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').nth(1));
    names.filter(|name| name.len() > 3 && name.chars().all(|letter| letter.is_ascii_alphabetic())).collect()
}

/// The client's form, answer by answer: one modal on Discord, a message for each field on Telegram.
async fn post(story: &Story, answers: &mut Times) -> anyhow::Result<()> {
    let Story { client, title, skills, .. } = story;
    let fields = [
        ("Title", title.as_str()),
        ("What do you need?", "5 sections, responsive."),
        ("Skills", skills),
        ("Budget", "800-1200 EUR fixed"),
        ("When and where?", "by 15 December, remote"),
    ];
    if client.is_on_discord() {
        answers.time(client.fill(async || client.run(POST).await, &fields)).await?;
    } else {
        client.run(POST).await?;
        for field in fields {
            answers.time(client.see(field.0)).await?;
            tokio::time::sleep(THINKING).await;
            client.fill(async || Ok(()), &[field]).await?;
        }
    }
    answers.time(client.see(title)).await.map(drop)
}

/// One pair's part in it, each act at its time.
async fn live(crowd: &Crowd, began: Instant, pair: u32, story: &Story) -> anyhow::Result<[Times; 2]> {
    let [mut answers, mut notices] = [Times::default(), Times::default()];
    let turn = async |act| tokio::time::sleep_until((began + crowd.turn(act, pair)).into()).await;
    let Story { client, freelancer, .. } = story;
    turn(0).await;
    post(story, &mut answers).await?;
    tokio::time::sleep(THINKING).await;
    answers
        .time(async {
            client.press("Publish").await?;
            client.see("It's out").await
        })
        .await?;
    notices.time(story.matched(Duration::from_secs(45))).await?;
    turn(1).await;
    tokio::time::sleep(THINKING).await;
    answers
        .time(async {
            freelancer.press("Propose").await?;
            freelancer.see("Not sent yet. Your move.").await
        })
        .await?;
    tokio::time::sleep(THINKING).await;
    answers
        .time(async {
            freelancer.press("Send 1,000 EUR").await?;
            freelancer.see(&format!("It is {}'s move", client.name)).await
        })
        .await?;
    notices.time(client.see(&story.proposed_words())).await?;
    turn(2).await;
    tokio::time::sleep(THINKING).await;
    answers
        .time(async {
            client.press("Accept 1,000 EUR").await?;
            client.see("Agree on 1,000 EUR").await
        })
        .await?;
    tokio::time::sleep(THINKING).await;
    answers
        .time(async {
            client.press("Accept 1,000 EUR").await?;
            client.see("you have a contract with").await
        })
        .await?;
    story.agreed().await?;
    Ok([answers, notices])
}

#[tokio::test]
async fn a_crowd_on_both_platforms_is_answered_soon_and_nothing_is_lost() -> anyhow::Result<()> {
    let Some(world) = World::start(Engine::Sqlite, DiscordMode::Url).await? else { return Ok(()) };
    let crowd = Crowd::of(Scale::asked());
    let stories = world.explained(crowd.people(&world.town()).await)?;
    let began = Instant::now();
    let lives = (0..).zip(&stories).map(|(pair, story)| live(&crowd, began, pair, story));
    let [mut answers, mut notices] = [Times::default(), Times::default()];
    for lived in futures::future::join_all(lives).await {
        let [answered, told] = world.explained(lived)?;
        answers.0.extend(answered.0);
        notices.0.extend(told.0);
    }
    println!("{} people for {} s", stories.len() * 2, began.elapsed().as_secs());
    println!("answers: {}\nnotices: {}", answers.told(), notices.told());
    let whole = stream::iter(&stories).map(Story::is_whole).buffer_unordered(ABREAST);
    world.explained(whole.try_collect::<()>().await)?;
    println!("{} requests, proposals and contracts: all there, each told of once", stories.len());
    ensure!(answers.percentile(99) < SOON, "answers: {}", answers.told());
    world.was_careful(&[]).await
}
