//! People on both platforms: what they do, and what they see.

mod discord;
mod screen;
mod telegram;

use std::time::{Duration, Instant};

use anyhow::bail;

use crate::house::{Sim, eventually, within};

use discord::OnDiscord;
pub(crate) use discord::Room;
pub(crate) use screen::Screen;
use telegram::OnTelegram;

/// How often somebody does the same thing again when the platform says that nobody answered.
const STUBBORN: u32 = 20;

/// A command, by its name on each platform.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Command {
    discord: &'static str,
    telegram: &'static str,
}

/// The way in.
pub(crate) const START: Command = Command { discord: "start", telegram: "/start" };
/// A new request.
pub(crate) const POST: Command = Command { discord: "request post", telegram: "/newrequest" };
/// The requests that fit.
pub(crate) const MATCHES: Command = Command { discord: "matches show", telegram: "/matches" };
/// One's own contracts.
pub(crate) const CONTRACTS: Command = Command { discord: "contract list", telegram: "/contracts" };

/// Somebody on one of the platforms.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) name: String,
    seat: Seat,
}

#[derive(Clone, Debug)]
enum Seat {
    Discord(OnDiscord),
    Telegram(OnTelegram),
}

/// What came of something that somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// The bot got it, or it waits for the bot.
    Taken,
    /// The platform says that the bot did not respond.
    NoResponse,
}

impl Person {
    /// Somebody new on Discord.
    pub(crate) async fn on_discord(sim: &Sim, name: &str, room: Room) -> anyhow::Result<Self> {
        let seat = Seat::Discord(OnDiscord::join(sim, name, room).await?);
        Ok(Self { name: name.to_owned(), seat })
    }

    /// Somebody new on Telegram, who has not opened the chat with the bot yet.
    pub(crate) async fn on_telegram(sim: &Sim, name: &str) -> anyhow::Result<Self> {
        let seat = Seat::Telegram(OnTelegram::join(sim, name).await?);
        Ok(Self { name: name.to_owned(), seat })
    }

    /// Their account's id on the platform.
    pub(crate) fn user(&self) -> String {
        match &self.seat {
            Seat::Discord(seat) => seat.user().to_owned(),
            Seat::Telegram(seat) => seat.user().to_string(),
        }
    }

    /// Where a repeat is never seen.
    pub(crate) const fn is_on_discord(&self) -> bool {
        matches!(self.seat, Seat::Discord(_))
    }

    /// Everything the bot wrote that they can see now, oldest first.
    pub(crate) async fn screens(&self) -> anyhow::Result<Vec<Screen>> {
        match &self.seat {
            Seat::Discord(seat) => seat.screens().await,
            Seat::Telegram(seat) => seat.screens().await,
        }
    }

    /// Runs a command, again and again where nobody responds.
    pub(crate) async fn run(&self, command: Command) -> anyhow::Result<()> {
        let what = format!("{} runs /{}", self.name, command.discord);
        self.insist(&what, async || match &self.seat {
            Seat::Discord(seat) => seat.run(command.discord).await,
            Seat::Telegram(seat) => seat.send(command.telegram).await,
        })
        .await
    }

    /// Presses the newest button whose label has `label` in it, as soon as there is one.
    pub(crate) async fn press(&self, label: &str) -> anyhow::Result<()> {
        self.press_below("", label).await
    }

    /// The same, of a message with these words.
    pub(crate) async fn press_below(&self, words: &str, label: &str) -> anyhow::Result<()> {
        let what = format!("{} presses {label:?}", self.name);
        self.insist(&what, async || {
            let (screen, key) = eventually(&what, async || {
                let screens = self.screens().await?;
                let mut told = screens.iter().rev().filter(|screen| screen.text.contains(words));
                let found = told.find_map(|screen| Some((screen.id.clone(), screen.button(label)?)));
                anyhow::ensure!(found.is_some(), "{} sees:\n{}", self.name, screen::told(&screens));
                Ok(found)
            })
            .await?;
            match &self.seat {
                Seat::Discord(seat) => seat.press(&screen, &key).await,
                Seat::Telegram(seat) => seat.press(&screen, &key).await,
            }
        })
        .await
    }

    /// Opens a form with `open` and fills it in, field by label: a modal at once, prompts one by one. Where a modal
    /// can't be sent off, it is opened again.
    pub(crate) async fn fill(
        &self,
        open: impl AsyncFn() -> anyhow::Result<()>,
        fields: &[(&str, &str)],
    ) -> anyhow::Result<()> {
        let what = format!("{} fills in a form", self.name);
        self.insist(&what, async || {
            open().await?;
            match &self.seat {
                Seat::Discord(seat) => seat.submit(fields).await,
                Seat::Telegram(seat) => seat.answer_prompts(fields).await,
            }
        })
        .await
    }

    /// Waits until the bot has written these words where they see them; how long that took.
    pub(crate) async fn see(&self, words: &str) -> anyhow::Result<Duration> {
        self.see_within(Duration::from_secs(45), words).await
    }

    /// Waits until the bot has written one of these where they see it.
    pub(crate) async fn see_one_of(&self, words: &[&str]) -> anyhow::Result<Duration> {
        self.look(Duration::from_secs(45), words).await
    }

    /// The same as [`Self::see`], with a deadline.
    pub(crate) async fn see_within(&self, most: Duration, words: &str) -> anyhow::Result<Duration> {
        self.look(most, &[words]).await
    }

    async fn look(&self, most: Duration, any_of: &[&str]) -> anyhow::Result<Duration> {
        let started = Instant::now();
        within(most, &format!("{} sees {any_of:?}", self.name), async || {
            let screens = self.screens().await?;
            let seen = screens.iter().any(|screen| any_of.iter().any(|words| screen.text.contains(words)));
            anyhow::ensure!(seen, "{} sees:\n{}", self.name, screen::told(&screens));
            Ok(Some(()))
        })
        .await?;
        Ok(started.elapsed())
    }

    /// How many messages with these words stand in their chats.
    pub(crate) async fn count(&self, words: &str) -> anyhow::Result<usize> {
        Ok(self.screens().await?.iter().filter(|screen| screen.text.contains(words)).count())
    }

    /// What they see, to be read.
    pub(crate) async fn told(&self) -> anyhow::Result<String> {
        Ok(screen::told(&self.screens().await?))
    }

    /// Does something, and does it again where the platform says that nobody responded.
    async fn insist(
        &self,
        what: &str,
        mut act: impl AsyncFnMut() -> anyhow::Result<Done>,
    ) -> anyhow::Result<()> {
        for turn in 1..=STUBBORN {
            if act().await? == Done::Taken {
                return Ok(());
            }
            println!("{what}: nobody responded ({turn})");
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        bail!("{what}, {STUBBORN} times, and nobody responds");
    }
}
