//! A desk on a database of its own, with a clock that the test moves.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bot_core::clock::{ManualClock, SharedClock};
use bot_core::delivery::{Desk, Owner, Wakes};
use bot_core::domain::time::Timestamp;
use bot_core::error::{Error, Never};
use bot_core::ids::{RandomIds, SharedIds};
use bot_core::storage::{Storage, Tx};
use bot_testing::TestDatabase;
use futures::future::BoxFuture;
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How long a test waits for what must come.
const DEADLINE: Duration = Duration::from_secs(10);

/// Declares each test once for every engine.
macro_rules! on_both_engines {
    ($($test:ident),+ $(,)?) => {$(
        mod $test {
            #[tokio::test]
            async fn sqlite() -> anyhow::Result<()> {
                super::$test($crate::office::Office::sqlite().await?).await
            }

            #[tokio::test]
            async fn postgres() -> anyhow::Result<()> {
                match $crate::office::Office::postgres().await? {
                    Some(office) => super::$test(office).await,
                    None => Ok(()),
                }
            }
        }
    )+};
}

pub(crate) use on_both_engines;

/// What a test has on its desk.
pub(crate) struct Office {
    pub(crate) storage: Storage,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) ids: SharedIds,
    pub(crate) wakes: Wakes,
    /// Where processes keep the files that say they live.
    pub(crate) owners: TempDir,
    loops: TaskTracker,
    _database: TestDatabase,
}

impl Office {
    pub(crate) async fn sqlite() -> anyhow::Result<Self> {
        Self::on(TestDatabase::sqlite().await?).await
    }

    pub(crate) async fn postgres() -> anyhow::Result<Option<Self>> {
        let Some(database) = TestDatabase::postgres().await? else {
            eprintln!("GUILDHALL_TEST_POSTGRES names no server: nothing was tested");
            return Ok(None);
        };
        Ok(Some(Self::on(database).await?))
    }

    async fn on(database: TestDatabase) -> anyhow::Result<Self> {
        let now = Timestamp::from_millis(1_795_000_000_000);
        let ids: SharedIds = Arc::new(RandomIds);
        let storage = database.open(Arc::clone(&ids), now).await?;
        Ok(Self {
            storage,
            clock: Arc::new(ManualClock::at(now)),
            ids,
            wakes: Wakes::default(),
            owners: TempDir::new()?,
            loops: TaskTracker::new(),
            _database: database,
        })
    }

    pub(crate) fn now(&self) -> Timestamp {
        bot_core::clock::Clock::now(&*self.clock)
    }

    /// Moves the clock, and has every loop look at once.
    pub(crate) fn advance(&self, by: Duration) {
        self.clock.advance_millis(i64::try_from(by.as_millis()).expect("a test waits less than an age"));
        self.wakes.inbox.ring();
        self.wakes.outbox.ring();
        self.wakes.tasks.ring();
    }

    /// A desk of one more process.
    pub(crate) fn desk(&self) -> anyhow::Result<Desk> {
        self.desk_on(Arc::<ManualClock>::clone(&self.clock))
    }

    /// A desk of one more process, with a clock of its own.
    pub(crate) fn desk_on(&self, clock: SharedClock) -> anyhow::Result<Desk> {
        let owner = Owner::enter(self.owners(), &*self.ids, self.now())?;
        Ok(Desk::new(self.storage.clone(), clock, Arc::clone(&self.ids), self.wakes.clone(), owner))
    }

    pub(crate) fn owners(&self) -> &Path {
        self.owners.path()
    }

    /// Changes the database as a service would.
    pub(crate) async fn write<'w, T>(
        &self,
        work: impl Fn(Tx) -> BoxFuture<'w, Result<T, Error<Never>>> + Send + Sync,
    ) -> anyhow::Result<T> {
        self.storage.write(work).await.map_err(|error| bot_core::error::Fault::from(error).into())
    }

    /// Starts a loop.
    pub(crate) fn start<F>(&self, run: impl FnOnce(CancellationToken) -> F) -> Running
    where
        F: Future<Output = anyhow::Result<()>> + Send + 'static,
    {
        let stop = CancellationToken::new();
        Running { handle: self.loops.spawn(run(stop.clone())), stop }
    }
}

/// A running loop.
pub(crate) struct Running {
    handle: JoinHandle<anyhow::Result<()>>,
    stop: CancellationToken,
}

impl Running {
    /// Stops it in good order.
    pub(crate) async fn stop(self) -> anyhow::Result<()> {
        self.stop.cancel();
        self.handle.await?
    }

    /// Ends it as a crash does: in the middle of whatever it does, without a last word.
    pub(crate) async fn crash(self) {
        self.handle.abort();
        assert!(self.handle.await.is_err(), "the loop ended before it could be ended");
    }
}

/// Waits until `condition` holds.
pub(crate) async fn until<F>(what: &str, mut condition: impl FnMut() -> F) -> anyhow::Result<()>
where
    F: Future<Output = anyhow::Result<bool>>,
{
    let waited = async {
        while !condition().await? {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    };
    match tokio::time::timeout(DEADLINE, waited).await {
        Ok(done) => done,
        Err(_) => anyhow::bail!("waited {DEADLINE:?} in vain until {what}"),
    }
}
