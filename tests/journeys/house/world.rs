//! Both platforms and the program between them, each a process of its own.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::json;
use tempfile::TempDir;

use super::database::Database;
use super::platforms::Platforms;
use super::{DiscordMode, Engine, Hold, Program, Sim, eventually, journal, within};
use crate::people::{Person, Room};

/// What is sealed under it doesn't outlive the test.
const KEY: &str = "yclHfQs8CElPEFCXwy0cD556mLXpCrnuxjmuDZ2Xxag=";

/// Where people come from. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Town {
    discord: Sim,
    telegram: Sim,
}

impl Town {
    /// Somebody new on Discord.
    pub(crate) async fn discord(&self, name: &str, room: Room) -> anyhow::Result<Person> {
        Person::on_discord(&self.discord, name, room).await
    }

    /// Somebody new on Telegram, who has not opened the chat with the bot yet.
    pub(crate) async fn telegram(&self, name: &str) -> anyhow::Result<Person> {
        Person::on_telegram(&self.telegram, name).await
    }
}

/// A world of a test's own. All its processes end with it.
#[derive(Debug)]
pub(crate) struct World {
    program: Program,
    platforms: Platforms,
    environment: Vec<(&'static str, String)>,
    log: PathBuf,
    _folder: TempDir,
}

impl World {
    /// Starts everything and waits until the program is ready; none where the engine isn't there.
    pub(crate) async fn start(engine: Engine, discord: DiscordMode) -> anyhow::Result<Option<Self>> {
        let folder = TempDir::new()?;
        let Some(database) = Database::new(engine, folder.path()).await? else {
            anyhow::ensure!(std::env::var_os("CI").is_none(), "GUILDHALL_TEST_POSTGRES names no server");
            println!("skipped: GUILDHALL_TEST_POSTGRES names no server");
            return Ok(None);
        };
        let platforms = Platforms::start(folder.path()).await?;
        let mut environment = platforms.environment(discord);
        environment.extend([
            ("GUILDHALL_DATABASE_URL", database.url().to_owned()),
            ("GUILDHALL_SECURITY_KEY", KEY.to_owned()),
            ("GUILDHALL_WEB_LISTEN", "127.0.0.1:0".to_owned()),
            ("GUILDHALL_WEB_OPS_LISTEN", "127.0.0.1:0".to_owned()),
        ]);
        let log = folder.path().join("guildhall.log");
        let mut program = Program::start(&["serve"], &environment, &log)?;
        program.ready().await?;
        let world = Self { program, platforms, environment, log, _folder: folder };
        world.meets_discord().await?;
        Ok(Some(world))
    }

    /// Discord's people side.
    pub(crate) const fn discord_sim(&self) -> &Sim {
        &self.platforms.discord
    }

    /// Telegram's people side.
    pub(crate) const fn telegram_sim(&self) -> &Sim {
        &self.platforms.telegram
    }

    /// The program.
    pub(crate) const fn program(&mut self) -> &mut Program {
        &mut self.program
    }

    /// Where people come from; it doesn't hold on to the program.
    pub(crate) fn town(&self) -> Town {
        Town { discord: self.discord_sim().clone(), telegram: self.telegram_sim().clone() }
    }

    /// Kills the program and starts it again; how long it took until it was ready.
    pub(crate) async fn kill_and_restart(&mut self) -> anyhow::Result<Duration> {
        self.program.kill().await?;
        self.start_again().await
    }

    /// Starts the program that has ended.
    pub(crate) async fn start_again(&mut self) -> anyhow::Result<Duration> {
        self.start_unready()?;
        self.program.ready().await
    }

    /// Kills the program and has it work until it gets to `hold`: there it is killed as well.
    pub(crate) async fn kill_twice(&mut self, hold: Hold) -> anyhow::Result<()> {
        self.program.kill().await?;
        let mut environment = self.environment.clone();
        environment.push(("GUILDHALL_TEST_HOLD_AT", format!("{}:{}", hold.point, hold.turn)));
        self.program = Program::start(&["serve"], &environment, &self.log)?;
        within(Duration::from_secs(90), "it gets to where it holds", async || {
            Ok(self.program.holds().then_some(()))
        })
        .await
        .with_context(|| format!("{hold:?}"))?;
        self.program.kill().await
    }

    /// Starts it without waiting for anything.
    pub(crate) fn start_unready(&mut self) -> anyhow::Result<()> {
        self.program = Program::start(&["serve"], &self.environment, &self.log)?;
        Ok(())
    }

    /// The address of the database, and the key it is sealed with.
    pub(crate) fn database(&self) -> (&str, &'static str) {
        let url = self.environment.iter().find(|(name, _)| *name == "GUILDHALL_DATABASE_URL");
        (url.map_or("", |(_, url)| url.as_str()), KEY)
    }

    /// A counter or gauge of the program, summed over its labels.
    pub(crate) async fn metric(&self, name: &str) -> anyhow::Result<u64> {
        self.program.metric(name).await
    }

    /// The file of a SQLite database.
    pub(crate) fn database_file(&self) -> Option<PathBuf> {
        let url = self.environment.iter().find(|(name, _)| *name == "GUILDHALL_DATABASE_URL");
        url.and_then(|(_, url)| url.strip_prefix("sqlite://")).map(PathBuf::from)
    }

    /// How many rows of a queue wait, as its metrics say.
    pub(crate) async fn backlog(&self, queue: &str) -> anyhow::Result<u64> {
        self.program.metric(&format!("guildhall_{queue}_backlog")).await
    }

    /// Waits until the bot is connected to Discord's gateway.
    pub(crate) async fn meets_discord(&self) -> anyhow::Result<()> {
        eventually("the bot is connected to Discord", async || {
            let state = self.discord_sim().get("/state").await?;
            let known = state["commands"].as_array().is_some_and(|commands| !commands.is_empty());
            Ok((state["gateway_connected"] == json!(true) && known).then_some(()))
        })
        .await
        .with_context(|| self.program.tail())
    }

    /// Fails if the program did what a platform refuses or frowns upon, but for refusals with `expected` in them.
    pub(crate) async fn was_careful(&self, expected: &[&str]) -> anyhow::Result<()> {
        for sim in [self.discord_sim(), self.telegram_sim()] {
            journal::clean(&sim.calls().await?, expected).with_context(|| self.program.tail())?;
        }
        Ok(())
    }

    /// Adds the end of the program's log to what went wrong.
    pub(crate) fn explained<T>(&self, result: anyhow::Result<T>) -> anyhow::Result<T> {
        result.with_context(|| self.program.tail())
    }
}
