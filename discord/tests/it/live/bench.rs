//! A stand-in, the adapter connected to it, and what a person does and sees.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use bot_core::clock::SystemClock;
use bot_core::delivery::inbox::InboxWorker;
use discord::{Config, Discord, Endpoint};
use playground::clock::SimClock;
use playground::discord::{Call, Discord as StandIn, NewUser, Options};
use playground::faults::{Kind, Rule};
use secrecy::SecretString;
use serde_json::{Map, Value};
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;

use super::core::Core;

/// How long anything may take in a test.
const PATIENCE: Duration = Duration::from_secs(20);

/// Which way the stand-in is reached.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mode {
    Url,
    Address,
}

/// A stand-in, the core, and a process that holds the connection between them.
pub(crate) struct Bench {
    pub(crate) standin: StandIn,
    pub(crate) clock: SimClock,
    pub(crate) core: Core,
    pub(crate) adapter: Discord,
    pub(crate) person: u64,
    pub(crate) market: u64,
    process: Process,
    mode: Mode,
    folder: tempfile::TempDir,
    _ending: DropGuard,
}

/// The loops of one process.
struct Process {
    tracker: TaskTracker,
    stop: CancellationToken,
}

impl Process {
    fn new() -> Self {
        Self { tracker: TaskTracker::new(), stop: CancellationToken::new() }
    }

    async fn end(&self) -> anyhow::Result<()> {
        self.stop.cancel();
        self.tracker.close();
        tokio::time::timeout(PATIENCE, self.tracker.wait()).await.context("the loops end")
    }
}

impl Bench {
    /// Started, connected, and handling what comes in.
    pub(crate) async fn start(mode: Mode) -> anyhow::Result<Self> {
        let bench = Self::start_idle(mode).await?;
        bench.work();
        Ok(bench)
    }

    /// Started and connected; what comes in waits.
    pub(crate) async fn start_idle(mode: Mode) -> anyhow::Result<Self> {
        let (local, stop, clock) =
            (SocketAddr::from(([127, 0, 0, 1], 0)), CancellationToken::new(), SimClock::new());
        let options = Options { tls: Some(local), ..Options::default() };
        let standin =
            StandIn::start(local, options, clock.clone(), &TaskTracker::new(), stop.clone()).await?;
        let folder = tempfile::tempdir()?;
        let core = Core::open().await?;
        let adapter = adapter(&standin, &core, mode, folder.path())?;
        let person = standin.add_user(NewUser { username: "kite".to_owned(), ..NewUser::default() });
        let market = standin.channel("market").context("the server has it")?;
        let process = Process::new();
        process.tracker.spawn(adapter.clone().run(process.stop.clone()));

        let bench = Self {
            standin,
            clock,
            core,
            adapter,
            person,
            market,
            process,
            mode,
            folder,
            _ending: stop.drop_guard(),
        };
        bench.connected().await?;
        Ok(bench)
    }

    /// Handles what comes in.
    pub(crate) fn work(&self) {
        let worker = InboxWorker::new(self.core.desk.clone(), self.adapter.handler(), 4);
        self.process.tracker.spawn(worker.run(self.process.stop.clone()));
    }

    /// The process ends and another takes its place; the database stays.
    pub(crate) async fn replace_process(&mut self) -> anyhow::Result<()> {
        self.process.end().await?;
        self.process = Process::new();
        self.adapter = adapter(&self.standin, &self.core, self.mode, self.folder.path())?;
        self.process.tracker.spawn(self.adapter.clone().run(self.process.stop.clone()));
        self.connected().await
    }

    /// Ends the process in good order.
    pub(crate) async fn end(self) -> anyhow::Result<()> {
        self.process.end().await
    }

    /// Waits until the client is connected and the commands are there.
    pub(crate) async fn connected(&self) -> anyhow::Result<()> {
        self.until("the commands are registered", |bench| {
            let state = bench.standin.state(None)?;
            let commands = state["commands"].as_array().is_some_and(|all| !all.is_empty());
            Ok(state["gateway_connected"] == true && commands)
        })
        .await
    }

    /// Waits until something is so.
    pub(crate) async fn until(
        &self,
        what: &str,
        is_so: impl Fn(&Self) -> anyhow::Result<bool>,
    ) -> anyhow::Result<()> {
        let wait = async {
            while !is_so(self)? {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Ok(())
        };
        tokio::time::timeout(PATIENCE, wait).await.with_context(|| format!("waited in vain until {what}"))?
    }

    /// A command, and what came of it.
    pub(crate) async fn run(&self, command: &str) -> anyhow::Result<Seen> {
        self.run_in(self.market, command).await
    }

    /// A command in that channel, and what came of it.
    pub(crate) async fn run_in(&self, channel: u64, command: &str) -> anyhow::Result<Seen> {
        let interaction = self.begin(channel, command)?;
        self.settled(interaction).await
    }

    /// A command in that channel.
    pub(crate) fn begin(&self, channel: u64, command: &str) -> anyhow::Result<u64> {
        self.standin.run(self.person, channel, &Call::new(command))
    }

    /// Presses the button with this label, and says what came of it.
    pub(crate) async fn press(&self, card: &Value, label: &str) -> anyhow::Result<Seen> {
        let button = control(card, label).with_context(|| format!("no button {label} on {card}"))?;
        let message = card["id"].as_str().context("a message has an id")?.parse()?;
        self.settled(self.standin.press(self.person, message, button, None)?).await
    }

    /// Sends off the form that is open.
    pub(crate) async fn submit(&self, seen: &Seen, fields: &[(&str, &str)]) -> anyhow::Result<Seen> {
        let modal = seen.0["modal"]["id"].as_str().context("a form is open")?.parse()?;
        let fields: Map<String, Value> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
        self.settled(self.standin.submit(self.person, modal, &fields)?).await
    }

    /// What came of an interaction: answered, and in time.
    pub(crate) async fn settled(&self, interaction: u64) -> anyhow::Result<Seen> {
        let seen = self.standin.settled(interaction, PATIENCE).await.context("the interaction settles")?;
        ensure!(seen["state"] == "answered", "{seen}");
        Ok(Seen(seen))
    }

    /// How an interaction stands, in one word.
    pub(crate) fn state_of(&self, interaction: u64) -> String {
        let seen = self.standin.interaction(interaction).unwrap_or_default();
        seen["state"].as_str().unwrap_or_default().to_owned()
    }

    /// Waits until so many interactions wait in the inbox.
    pub(crate) async fn until_stored(&self, many: i64) -> anyhow::Result<()> {
        let inbox = self.core.app.inbox();
        let wait = async {
            while inbox.backlog().await? < many {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Ok(())
        };
        tokio::time::timeout(PATIENCE, wait).await.context("the inbox fills")?
    }

    /// The messages of a channel that show these words.
    pub(crate) fn showing(&self, channel: u64, words: &str) -> anyhow::Result<Vec<Value>> {
        let messages = self.standin.messages(self.person, channel)?;
        Ok(messages.into_iter().filter(|message| message.to_string().contains(words)).collect())
    }

    /// The next call whose route holds this goes wrong.
    pub(crate) fn fault(&self, route: &str, kind: Kind) {
        let retry_after = (kind == Kind::TooMany).then_some(0.3);
        self.standin.faults().add(Rule {
            route: route.to_owned(),
            kind,
            times: 1,
            retry_after,
            delay_ms: None,
        });
    }

    /// How many calls there were whose route ends so.
    pub(crate) fn calls(&self, route: &str) -> usize {
        self.standin.journal().list().iter().filter(|call| call.route.ends_with(route)).count()
    }

    /// Asserts that nothing was asked of Discord that it would refuse.
    pub(crate) fn nothing_refused(&self) -> anyhow::Result<()> {
        let mut calls = self.standin.journal().list();
        calls.retain(|call| call.refused.is_some());
        ensure!(calls.is_empty(), "{calls:#?}");
        Ok(())
    }
}

/// What came of an interaction.
pub(crate) struct Seen(pub(crate) Value);

impl Seen {
    /// The message it left.
    pub(crate) fn card(&self) -> anyhow::Result<&Value> {
        let messages = self.0["messages"].as_array();
        messages.and_then(|all| all.last()).with_context(|| format!("no card in {}", self.0))
    }
}

/// The custom id of the control with this label, wherever it stands.
fn control<'a>(component: &'a Value, label: &str) -> Option<&'a str> {
    if component["label"] == label {
        return component["custom_id"].as_str();
    }
    match component {
        Value::Array(items) => items.iter().find_map(|item| control(item, label)),
        Value::Object(fields) => fields.values().find_map(|field| control(field, label)),
        _ => None,
    }
}

fn adapter(standin: &StandIn, core: &Core, mode: Mode, folder: &std::path::Path) -> anyhow::Result<Discord> {
    let endpoint = match mode {
        Mode::Url => Endpoint::Url(standin.url()),
        Mode::Address => {
            let ca_file = folder.join("authority.pem");
            std::fs::write(&ca_file, standin.authority().context("it has an authority")?)?;
            Endpoint::Address { address: standin.tls_address().context("it listens with TLS")?, ca_file }
        }
    };
    let config =
        Config { token: SecretString::from(standin.token().to_owned()), endpoint, inbox_high: 1_000 };
    Discord::new(config, core.app.clone(), Arc::new(SystemClock))
}
