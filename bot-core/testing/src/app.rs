//! Guildhall on a database of its own.
//!
//! Every loop runs, and the test moves the clock.

use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use bot_core::app::App;
use bot_core::clock::{Clock as _, ManualClock, SharedClock};
use bot_core::delivery::{Desk, Dispatcher, Owner, Wakes};
use bot_core::domain::identity::Platform;
use bot_core::domain::time::Timestamp;
use bot_core::ids::{SeededIds, SharedIds};
use bot_core::notify::NoticeComposer;
use bot_core::services::{Call, Rules, notices};
use bot_core::tasks::{TaskWorker, market};
use sqlx::any::{AnyConnectOptions, AnyRow};
use sqlx::{AnyConnection, ConnectOptions as _, Row as _};
use tempfile::TempDir;
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::{Mailbox, TestChat, TestDatabase};

/// How long a test waits for what must come.
const DEADLINE: Duration = Duration::from_secs(20);
/// 24 November 2026, 09:05 UTC: a Tuesday morning in most of the test's places.
pub const MORNING: Timestamp = Timestamp::from_millis(1_795_511_100_000);
/// What still has to be done now.
const PENDING: &str = "SELECT CAST((SELECT COUNT(*) FROM tasks WHERE state = 'waiting' AND next_at <= $1)
    + (SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending') AND next_at <= $1) AS BIGINT)";
/// The same by kind, with what went wrong last.
const WAITING: &str = "SELECT kind, state, CAST(COUNT(*) AS BIGINT), MAX(last_error) FROM tasks
        WHERE state = 'waiting' GROUP BY kind, state
    UNION ALL SELECT kind, state, CAST(COUNT(*) AS BIGINT), MAX(last_error) FROM outbox
        WHERE state IN ('waiting', 'sending') GROUP BY kind, state";

/// Guildhall in a test.
#[derive(Debug)]
pub struct TestApp {
    /// The app.
    pub app: App,
    /// The clock: it stands still until it is moved.
    pub clock: Arc<ManualClock>,
    /// What arrived on Discord.
    pub discord: Mailbox,
    /// What arrived on Telegram.
    pub telegram: Mailbox,
    people: std::sync::atomic::AtomicU64,
    watch: Mutex<AnyConnection>,
    stop: CancellationToken,
    loops: TaskTracker,
    database: Arc<TestDatabase>,
    lives: u64,
    _owners: TempDir,
}

impl TestApp {
    /// On SQLite.
    pub async fn sqlite() -> anyhow::Result<Self> {
        Self::start(TestDatabase::sqlite().await?, Rules::default()).await
    }

    /// On SQLite, with these rules.
    pub async fn with_rules(rules: Rules) -> anyhow::Result<Self> {
        Self::start(TestDatabase::sqlite().await?, rules).await
    }

    /// On PostgreSQL; none where no server is named.
    pub async fn postgres() -> anyhow::Result<Option<Self>> {
        match TestDatabase::postgres().await? {
            Some(database) => Self::start(database, Rules::default()).await.map(Some),
            None if std::env::var_os("CI").is_some() => bail!("GUILDHALL_TEST_POSTGRES names no server"),
            None => Ok(None),
        }
    }

    async fn start(database: TestDatabase, rules: Rules) -> anyhow::Result<Self> {
        let clock = Arc::new(ManualClock::at(MORNING));
        let mailboxes = (Mailbox::new(Platform::Discord), Mailbox::new(Platform::Telegram));
        Self::live(Arc::new(database), rules, clock, mailboxes, 1).await
    }

    /// Guildhall after a restart: this one has stopped, the new one goes on with the same database.
    ///
    /// Whoever chats goes over to it with [`TestChat::over`].
    pub async fn restart(&self) -> anyhow::Result<Self> {
        self.stop.cancel();
        self.loops.close();
        tokio::time::timeout(DEADLINE, self.loops.wait()).await.context("the loops never stopped")?;
        let services = Arc::clone(self.app.services());
        services.storage.close().await;
        let database = Arc::clone(&self.database);
        let mailboxes = (self.discord.clone(), self.telegram.clone());
        let next =
            Self::live(database, services.rules.clone(), Arc::clone(&self.clock), mailboxes, self.lives + 1);
        let next = next.await?;
        next.people.store(self.next_person(), std::sync::atomic::Ordering::SeqCst);
        Ok(next)
    }

    async fn live(
        database: Arc<TestDatabase>,
        rules: Rules,
        clock: Arc<ManualClock>,
        (discord, telegram): (Mailbox, Mailbox),
        lives: u64,
    ) -> anyhow::Result<Self> {
        let shared: SharedClock = Arc::<ManualClock>::clone(&clock);
        let ids: SharedIds = Arc::new(SeededIds::new(lives));
        let storage = database.open(Arc::clone(&ids), clock.now()).await?;
        let owners = TempDir::new()?;
        let owner = Owner::enter(owners.path(), ids.as_ref(), clock.now())?;
        let desk = Desk::new(storage, shared, ids, Wakes::default(), owner);
        let app = App::new(desk.clone(), rules);
        let stop = CancellationToken::new();
        let loops = TaskTracker::new();
        let composer = Arc::new(NoticeComposer::new(Arc::clone(app.services())));
        for mailbox in [&discord, &telegram] {
            let dispatcher =
                Dispatcher::new(desk.clone(), Arc::new(mailbox.clone()), Arc::clone(&composer) as _, 8);
            loops.spawn(dispatcher.run(stop.clone()));
        }
        let worker = TaskWorker::new(desk, market::handlers(app.services()), 4);
        loops.spawn(worker.run(stop.clone()));
        let watch = Mutex::new(AnyConnectOptions::from_str(database.url())?.connect().await?);
        let people = std::sync::atomic::AtomicU64::new(1);
        Ok(Self {
            app,
            clock,
            discord,
            telegram,
            people,
            watch,
            stop,
            loops,
            database,
            lives,
            _owners: owners,
        })
    }

    /// The database, for tests that look for themselves.
    pub fn database(&self) -> &TestDatabase {
        &self.database
    }

    /// Somebody new on Discord, in their direct chat or a server's channel.
    pub fn on_discord(&self, name: &str) -> TestChat<'_> {
        TestChat::new(self, Platform::Discord, name, self.next_person())
    }

    /// Somebody new on Telegram.
    pub fn on_telegram(&self, name: &str) -> TestChat<'_> {
        TestChat::new(self, Platform::Telegram, name, self.next_person())
    }

    fn next_person(&self) -> u64 {
        self.people.fetch_add(1, std::sync::atomic::Ordering::SeqCst)
    }

    /// The mailbox of a platform.
    pub(crate) fn mailbox(&self, platform: Platform) -> &Mailbox {
        match platform {
            Platform::Discord => &self.discord,
            Platform::Telegram => &self.telegram,
        }
    }

    /// Waits until everything that is due has been done and sent.
    pub async fn settle(&self) -> anyhow::Result<()> {
        let settled = async {
            loop {
                let pending: i64 = sqlx::query_scalar(PENDING)
                    .bind(self.clock.now().millis())
                    .fetch_one(&mut *self.watch.lock().await)
                    .await?;
                if pending == 0 {
                    return anyhow::Ok(());
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        match tokio::time::timeout(DEADLINE, settled).await {
            Ok(settled) => settled,
            Err(_) => bail!("the queues never came to rest: {}", self.waiting().await?),
        }
    }

    /// What still has to be done, for whoever reads a failed test.
    async fn waiting(&self) -> anyhow::Result<String> {
        let rows = sqlx::query(WAITING).fetch_all(&mut *self.watch.lock().await).await?;
        let line = |row: &AnyRow| -> anyhow::Result<String> {
            let (what, state): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            let (count, error): (i64, Option<String>) = (row.try_get(2)?, row.try_get(3)?);
            Ok(format!("{count} {what} {state} ({})", error.unwrap_or_default()))
        };
        Ok(rows.iter().map(line).collect::<anyhow::Result<Vec<_>>>()?.join(", "))
    }

    /// Moves the clock and waits for what that causes, digests included.
    pub async fn later(&self, millis: i64) -> anyhow::Result<()> {
        self.clock.advance_millis(millis);
        let wakes = &self.app.services().wakes;
        wakes.outbox.ring();
        wakes.tasks.ring();
        self.settle().await?;
        notices::send_due(&Call::new(self.app.services(), None)).await?;
        self.settle().await
    }

    /// Does what the clock alone causes in the market, and waits for what that causes.
    pub async fn run_chores(&self) -> anyhow::Result<()> {
        for handler in market::timed(self.app.services()) {
            handler.run("").await?;
        }
        self.settle().await
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
