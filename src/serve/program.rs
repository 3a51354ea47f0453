//! The program: opened, run until it is told to stop, and ended in order.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use bot_core::app::App;
use bot_core::clock::SharedClock;
use bot_core::delivery::{Desk, Wakes};
use bot_core::ids::SharedIds;
use bot_core::storage::{Key, OpenError, Options, Storage};
use discord::Discord;
use futures::future::join_all;
use secrecy::ExposeSecret as _;
use telegram::{Intake, Telegram};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use web_auth::ops::{self, Check};

use super::health::Health;
use super::listening::Listening;
use super::loops::{Loop, Stage};
use super::roles::{Role, Roles};
use super::signals::Signals;
use super::table::Parts;
use super::{checkpoints, faces, holder, recorder, rules};
use crate::config::Configuration;
use crate::private_file;
use crate::stop::Stop;

/// How long each stage may take to end. Rows under way get 10 s; their loops need a moment to say how it went.
const INTAKE_ENDS: Duration = Duration::from_millis(3_500);
const WORK_ENDS: Duration = Duration::from_millis(10_500);
const FLUSH_ENDS: Duration = Duration::from_millis(800);
const POOLS_CLOSE: Duration = Duration::from_secs(1);
/// How often the metrics' recorder tidies up.
const UPKEEP: Duration = Duration::from_secs(5);

/// What a program is made of.
#[derive(Debug)]
pub(crate) struct Setup {
    /// The configuration, without faults.
    pub(crate) configuration: Configuration,
    /// What this process does.
    pub(crate) roles: Roles,
    /// The clock everything runs by.
    pub(crate) clock: SharedClock,
    /// Ids and randomness.
    pub(crate) ids: SharedIds,
}

/// An opened program.
pub(crate) struct Program {
    app: App,
    storage: Storage,
    loops: Vec<Loop>,
    tracker: TaskTracker,
    health: Health,
    draining: Arc<AtomicBool>,
    operations: CancellationToken,
}

impl Program {
    /// Opens the database, makes every part and answers on the operations listener: not ready before [`Self::run`].
    pub(crate) async fn open(setup: Setup) -> Result<Self, Stop> {
        let Setup { configuration, roles, clock, ids } = setup;
        let metrics = recorder::handle()?;
        let now = clock.now();
        let key = configuration.security.key.as_ref().context("security.key is missing")?;
        let options = Options {
            url: configuration.database.url().to_owned(),
            key: Key::from_base64(key.expose_secret()).context("security.key")?,
            connections: configuration.database.connections,
        };
        if let Some(file) = configuration.database.file() {
            private_file::create_if_missing(&file)
                .map_err(|source| OpenError::File { path: file, source })?;
        }
        let storage = Storage::open(&options, Arc::clone(&ids), now).await?;
        tracing::info!(database = configuration.database.shown(), key = storage.seal().key_id(), "opened");
        let owner = holder::enter(&storage, &configuration.database, &*ids, now).await;
        let mut desk = Desk::new(storage.clone(), Arc::clone(&clock), ids, Wakes::default(), owner);
        if let Some(asked) = checkpoints::asked() {
            desk = desk.with_checkpoints(asked);
        }
        let app = App::new(desk.clone(), rules::rules(&configuration));
        let discord = faces::discord(&configuration, &app, &clock)?;
        let telegram = faces::telegram(&configuration, &clock)?.map(Arc::new);
        let web = if roles.has(Role::Web) {
            Some(public(&configuration, &app, telegram.as_deref())?)
        } else {
            None
        };

        let (health, draining) = (Health::default(), Arc::new(AtomicBool::new(true)));
        let (tracker, operations) = (TaskTracker::new(), CancellationToken::new());
        let checks = checks(&app, discord.clone().filter(|_| roles.has(Role::Discord)), &health);
        let router = ops::router(checks, Arc::clone(&draining), metrics.clone());
        let listening = Listening::bind("web.ops_listen", configuration.web.ops_listen, router)?;
        tracker.spawn(listening.run(operations.clone()));
        let upkeep = operations.clone();
        tracker.spawn(upkeep.run_until_cancelled_owned(async move {
            loop {
                tokio::time::sleep(UPKEEP).await;
                metrics.run_upkeep();
            }
        }));

        let parts = Parts { desk: &desk, app: &app, discord, telegram, web, limits: &configuration.limits };
        let loops = parts.table(&roles)?;
        Ok(Self { app, storage, loops, tracker, health, draining, operations })
    }

    /// The app, before its loops run: a demo lets people join.
    #[cfg(feature = "demo")]
    pub(crate) const fn app(&self) -> &App {
        &self.app
    }

    /// Runs every loop until a signal, then ends in order. A second signal doesn't wait for that.
    pub(crate) async fn run(self, signals: &mut Signals) -> Result<(), Stop> {
        let Self { storage, loops, tracker, health, draining, operations, .. } = self;
        let mut stages = [Stage::Intake, Stage::Work, Stage::Flush].map(Running::new);
        for kept in loops {
            tracing::info!(name = kept.name, stage = ?kept.stage, "starting");
            let stage = stages.iter_mut().find(|running| running.stage == kept.stage);
            if let Some(running) = stage {
                running.handles.push(kept.keep(&tracker, running.stop.clone(), health.clone()));
            }
        }
        draining.store(false, Ordering::SeqCst);
        tracing::info!("ready");
        signals.next().await;

        draining.store(true, Ordering::SeqCst);
        let ending = async {
            for (running, within) in stages.iter_mut().zip([INTAKE_ENDS, WORK_ENDS, FLUSH_ENDS]) {
                running.end(within).await;
            }
            let late = stages.iter().any(|running| !running.has_ended());
            let open = tokio::time::timeout(POOLS_CLOSE, storage.close()).await.is_err();
            operations.cancel();
            if late || open { Err(Stop::Overdue) } else { Ok(()) }
        };
        tokio::select! {
            ended = ending => ended,
            () = signals.next() => Err(Stop::Impatient),
        }
    }
}

/// The loops of one stage.
struct Running {
    stage: Stage,
    stop: CancellationToken,
    handles: Vec<JoinHandle<()>>,
}

impl Running {
    fn new(stage: Stage) -> Self {
        Self { stage, stop: CancellationToken::new(), handles: Vec::new() }
    }

    /// Tells its loops to stop and waits for them. What is late may still end while the next stage does.
    async fn end(&mut self, within: Duration) {
        self.stop.cancel();
        if tokio::time::timeout(within, join_all(&mut self.handles)).await.is_err() {
            tracing::warn!(stage = ?self.stage, "not everything ended in time");
        }
    }

    fn has_ended(&self) -> bool {
        self.handles.iter().all(JoinHandle::is_finished)
    }
}

fn public(
    configuration: &Configuration,
    app: &App,
    telegram: Option<&Telegram>,
) -> anyhow::Result<Listening> {
    let hooks = match telegram.map(|telegram| telegram.intake(app.inbox())) {
        Some(Intake::Webhook(router)) => router,
        _ => Router::new(),
    };
    let router = web_auth::listener::router(app, hooks);
    Listening::bind("web.listen", configuration.web.listen, router)
}

/// What has to hold for the process to be ready.
fn checks(app: &App, discord: Option<Discord>, health: &Health) -> Vec<Check> {
    let (database, health) = (app.clone(), health.clone());
    let mut checks = vec![
        Check::new("database", move || {
            let app = database.clone();
            async move { if app.ready().await { Ok(()) } else { Err("it doesn't answer".to_owned()) } }
        }),
        Check::new("loops", move || std::future::ready(health.check())),
    ];
    if let Some(discord) = discord {
        checks.push(Check::new("discord", move || {
            let discord = discord.clone();
            async move {
                match (discord.has_bad_token(), discord.is_connected().await) {
                    (true, _) => Err("the token is refused".to_owned()),
                    (false, false) => Err("not connected".to_owned()),
                    (false, true) => Ok(()),
                }
            }
        }));
    }
    checks
}
