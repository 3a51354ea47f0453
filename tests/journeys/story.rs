//! The main job as two people live it: set up, post, match, propose, accept.

use std::time::Duration;

use anyhow::ensure;
use bot_core::clock::{Clock as _, SystemClock};
use chrono::{DateTime, Timelike as _};
use futures::future::try_join_all;

use crate::house::{Engine, Town, World};
use crate::people::{CONTRACTS, MATCHES, POST, Person, Room, START};

/// What a notice says that may be there already.
const MAY_BE_A_REPEAT: &str = "may have reached you before";

/// Which platform the client is on; the freelancer is on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Discord,
    Telegram,
}

/// A client and a freelancer, and the work between them.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    pub(crate) client: Person,
    pub(crate) freelancer: Person,
    pub(crate) title: String,
    /// What is asked for, and what the freelancer knows.
    pub(crate) skills: String,
}

impl Story {
    /// Two new people. `number` tells this story from the others of the same world.
    pub(crate) async fn new(town: &Town, client: Side, number: u32, room: Room) -> anyhow::Result<Self> {
        let (kite, ana) = (format!("Kite Studio {number}"), format!("Ana P. {number}"));
        let (client, freelancer) = match client {
            Side::Discord => (town.discord(&kite, room).await?, town.telegram(&ana).await?),
            Side::Telegram => (town.telegram(&kite).await?, town.discord(&ana, room).await?),
        };
        let title = format!("Landing page number {number}");
        Ok(Self { client, freelancer, title, skills: skills(number) })
    }

    /// Both have introduced themselves; the freelancer wants match messages.
    pub(crate) async fn set_up(&self) -> anyhow::Result<()> {
        let Self { client, freelancer, skills, .. } = self;
        freelancer.run(START).await?;
        freelancer
            .fill(
                async || freelancer.press("I'm looking for work").await,
                &[("What can you do?", skills), ("Your city", where_it_is_day())],
            )
            .await?;
        freelancer.press("Turn on match messages").await?;
        freelancer.see("You're set").await?;
        client.run(START).await?;
        client.press("I'm hiring").await?;
        client.see("You're set").await?;
        Ok(())
    }

    /// The client writes a request and publishes it.
    pub(crate) async fn post(&self) -> anyhow::Result<()> {
        let fields = [
            ("Title", self.title.as_str()),
            ("What do you need?", "5 sections, responsive. Figma is ready."),
            ("Skills", &self.skills),
            ("Budget", "800-1200 EUR fixed"),
            ("When and where?", "by 15 December, remote"),
        ];
        self.client.fill(async || self.client.run(POST).await, &fields).await?;
        self.client.press("Publish").await?;
        Ok(())
    }

    /// The freelancer hears of it, with reasons; how long that took.
    pub(crate) async fn matched(&self, most: Duration) -> anyhow::Result<Duration> {
        let took = self.freelancer.see_within(most, &self.matched_words()).await?;
        self.freelancer.see_within(most, "Why you").await?;
        Ok(took)
    }

    /// The same where the notice may be lost: a match that may have arrived isn't sent twice on Telegram. Then the
    /// freelancer asks what fits.
    pub(crate) async fn matched_or_asked(&self) -> anyhow::Result<()> {
        if self.freelancer.is_on_discord() {
            return self.matched(Duration::from_mins(1)).await.map(drop);
        }
        if self.matched(Duration::from_secs(20)).await.is_ok() {
            return Ok(());
        }
        println!("{} was not told and asks", self.freelancer.name);
        self.freelancer.run(MATCHES).await?;
        self.freelancer.see(&self.title).await?;
        self.freelancer.press("Open").await
    }

    /// Proposes with two taps.
    pub(crate) async fn propose(&self) -> anyhow::Result<()> {
        self.freelancer.press("Propose").await?;
        self.freelancer.see("Not sent yet. Your move.").await?;
        self.freelancer.press("Send 1,000 EUR").await?;
        self.freelancer.see(&format!("It is {}'s move", self.client.name)).await?;
        Ok(())
    }

    /// The client reads the proposal and accepts it.
    pub(crate) async fn accept(&self) -> anyhow::Result<()> {
        self.client.see(&self.proposed_words()).await?;
        self.client.press("Accept 1,000 EUR").await?;
        self.client.see("Agree on 1,000 EUR").await?;
        // after a crash a repeat of the notice may stand below the question
        self.client.press_below("Agree on 1,000 EUR", "Accept 1,000 EUR").await?;
        Ok(())
    }

    /// Both are told of the contract.
    pub(crate) async fn agreed(&self) -> anyhow::Result<()> {
        let (for_client, for_freelancer) = self.contract_words();
        self.freelancer.see(&for_freelancer).await?;
        self.client.see(&for_client).await?;
        Ok(())
    }

    /// The whole journey; how long the freelancer waited for the match.
    pub(crate) async fn whole(&self, match_within: Duration) -> anyhow::Result<Duration> {
        self.set_up().await?;
        self.post().await?;
        let took = self.matched(match_within).await?;
        self.client.see("It's out").await?;
        self.propose().await?;
        self.accept().await?;
        self.agreed().await?;
        Ok(took)
    }

    /// What both see, to be read.
    pub(crate) async fn told(&self) -> anyhow::Result<String> {
        let Self { client, freelancer, .. } = self;
        Ok(format!(
            "{}\n{}\n\n{}\n{}",
            client.name,
            client.told().await?,
            freelancer.name,
            freelancer.told().await?
        ))
    }

    /// Nothing was lost: both find the one contract when they ask. Nothing is there twice: every notice stands once in
    /// a chat on Discord; on Telegram a repeat says that it may be one.
    pub(crate) async fn is_whole(&self) -> anyhow::Result<()> {
        for (person, other) in [(&self.client, &self.freelancer), (&self.freelancer, &self.client)] {
            person.run(CONTRACTS).await?;
            let line = format!("{} — {}", self.title, other.name);
            person.see(&line).await?;
        }
        let (for_client, for_freelancer) = self.contract_words();
        let notices = [
            // these were read already: their cards may have become what they led to
            (&self.freelancer, self.matched_words(), 0..=1),
            (&self.client, self.proposed_words(), 0..=1),
            (&self.client, for_client, 1..=1),
            (&self.freelancer, for_freelancer, 1..=1),
        ];
        for (person, words, times) in notices {
            let screens = person.screens().await?;
            let told: Vec<_> = screens.iter().filter(|screen| screen.text.contains(&words)).collect();
            let marked = told.iter().filter(|screen| screen.text.contains(MAY_BE_A_REPEAT)).count();
            let repeats = if person.is_on_discord() { 0 } else { marked };
            ensure!(
                (*times.start()..=times.end() + repeats).contains(&told.len()),
                "{} reads {words:?} {} times, {marked} of them as a repeat:\n{}",
                person.name,
                told.len(),
                person.told().await?,
            );
        }
        Ok(())
    }

    fn matched_words(&self) -> String {
        format!("match: {}", self.title)
    }

    /// How the client is told of the proposal.
    pub(crate) fn proposed_words(&self) -> String {
        format!("{} proposes for {}", self.freelancer.name, self.title)
    }

    fn contract_words(&self) -> (String, String) {
        let words = |other: &Person| format!("you have a contract with {}", other.name);
        (words(&self.freelancer), words(&self.client))
    }
}

/// A city where nobody sleeps now: at night a match would wait for the morning.
fn where_it_is_day() -> &'static str {
    let now = DateTime::from_timestamp_millis(SystemClock.now().millis()).unwrap_or_default();
    if (8..20).contains(&now.hour()) { "Lisbon" } else { "Auckland" }
}

/// Two skills that no story with another number asks for, so that each freelancer hears of their own request.
fn skills(number: u32) -> String {
    const KNOWN: &str = include_str!("../../config/data/skills.tsv");
    let plain = |name: &&str| name.len() > 3 && name.chars().all(|letter| letter.is_ascii_alphabetic());
    let names =
        KNOWN.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').nth(1));
    let pair: Vec<&str> = names.filter(plain).skip(number as usize * 2).take(2).collect();
    pair.join(", ")
}

/// A world whose people live two stories side by side, one each way.
pub(crate) async fn both_ways(engine: Engine, world: &World) -> anyhow::Result<()> {
    let lived = [(0, Side::Discord), (1, Side::Telegram)].map(async |(number, side)| {
        let story = Story::new(&world.town(), side, number, Room::Server).await?;
        let took = story.whole(Duration::from_secs(2)).await?;
        story.is_whole().await?;
        println!("{engine:?}, client on {side:?}: the match came {} ms after publishing", took.as_millis());
        anyhow::Ok(())
    });
    world.explained(try_join_all(lived).await)?;
    world.was_careful(&[]).await
}
