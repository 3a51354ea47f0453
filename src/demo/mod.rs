//! `guildhall demo`: the product on this machine, on stand-ins, with people to be.
//!
//! Nothing in the product knows that it is a demo: it gets a configuration, a clock and ids like any other.

mod clock;
mod key;
mod world;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use bot_core::clock::{Clock as _, SystemClock};
use bot_core::ids::{RandomIds, SharedIds};
use playground::{Options, Playground};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use self::clock::SimulatedClock;
use self::world::{World, seeding};
use crate::config::{Configuration, Environment, Loaded, load};
use crate::serve::{Program, Role, Roles, Setup, Signals};
use crate::stop::Stop;

/// What can be chosen about a demo.
#[derive(Debug)]
pub(crate) struct Choices {
    /// Where the page listens.
    pub(crate) listen: SocketAddr,
    /// Where the market is kept; a temporary folder where it is left out.
    pub(crate) data: Option<PathBuf>,
    /// The market's seed.
    pub(crate) seed: u64,
    /// Whether the market begins without anybody in it.
    pub(crate) empty: bool,
}

/// Runs a demo until a signal. `announce` is told the page's address once it can be used.
pub(crate) async fn run(
    choices: Choices,
    announce: impl FnOnce(&str) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut signals = Signals::listen()?;
    let (folder, _temporary) = folder(choices.data)?;
    let (tracker, stop) = (TaskTracker::new(), CancellationToken::new());
    let world = World::generate(choices.seed, SystemClock.now());
    let options = Options {
        listen: choices.listen,
        title: "Guildhall".to_owned(),
        personas: seeding::personas(&world),
        ..Options::default()
    };
    let playground = Playground::start(options, &tracker, stop.clone()).await?;
    let configuration = configuration(&playground, &folder)?;
    let roles = Roles::of(&[], &configuration)?.without(Role::Web);
    let ids: SharedIds = Arc::new(RandomIds);
    let clock = Arc::new(SimulatedClock::new(playground.clock().clone()));
    let program = Program::open(Setup { configuration, roles, clock, ids }).await?;
    if !choices.empty {
        let begun = Instant::now();
        if let Some(seeded) = seeding::seed(program.app().services(), &playground, &world).await? {
            let (people, requests) = (seeded.accounts.len(), seeded.requests.len());
            tracing::info!(people, requests, took = ?begun.elapsed(), "the market is there");
        }
    }
    announce(&playground.url())?;
    let ended = program.run(&mut signals).await;
    stop.cancel();
    tracker.close();
    tracker.wait().await;
    ended
}

/// The folder, and what removes it at the end if it is a temporary one.
fn folder(data: Option<PathBuf>) -> anyhow::Result<(PathBuf, Option<TempDir>)> {
    if let Some(folder) = data {
        std::fs::create_dir_all(&folder).with_context(|| format!("--data {}", folder.display()))?;
        return Ok((folder, None));
    }
    let temporary = TempDir::with_prefix("guildhall-demo-").context("a temporary folder")?;
    Ok((temporary.path().to_owned(), Some(temporary)))
}

/// The configuration an operator would write to run the product on the stand-ins.
fn configuration(playground: &Playground, folder: &std::path::Path) -> Result<Configuration, Stop> {
    let (discord, telegram) = (playground.discord(), playground.telegram());
    let environment = Environment::from([
        ("GUILDHALL_DATABASE_URL", format!("sqlite://{}", folder.join("guildhall.db").display()).as_str()),
        ("GUILDHALL_SECURITY_KEY", key::of(folder)?.as_str()),
        ("GUILDHALL_DISCORD_TOKEN", discord.token()),
        ("GUILDHALL_DISCORD_API_URL", &discord.url()),
        ("GUILDHALL_TELEGRAM_TOKEN", &telegram.token()),
        ("GUILDHALL_TELEGRAM_API_URL", &telegram.url()),
        ("GUILDHALL_WEB_OPS_LISTEN", "127.0.0.1:0"),
        ("GUILDHALL_OPERATOR_NAME", "You, on your own machine"),
        ("GUILDHALL_OPERATOR_CONTACT", "nobody else is here"),
        ("GUILDHALL_OPERATOR_COUNTRY", "wherever you are"),
    ]);
    let Loaded { configuration, problems } = load(None, &environment);
    if problems.faults.is_empty() { Ok(configuration) } else { Err(Stop::Configuration(problems)) }
}
