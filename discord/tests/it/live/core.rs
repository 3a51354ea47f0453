//! The core behind the adapter, on a database of its own.

use std::sync::Arc;

use bot_core::app::App;
use bot_core::clock::{Clock as _, SystemClock};
use bot_core::delivery::{Desk, Owner, Wakes};
use bot_core::ids::RandomIds;
use bot_core::services::Rules;
use bot_testing::TestDatabase;

/// The core.
pub(crate) struct Core {
    pub(crate) app: App,
    pub(crate) desk: Desk,
    _database: TestDatabase,
}

impl Core {
    /// On a fresh database.
    pub(crate) async fn open() -> anyhow::Result<Self> {
        let (now, ids) = (SystemClock.now(), Arc::new(RandomIds));
        let database = TestDatabase::sqlite().await?;
        let storage = database.open(Arc::<RandomIds>::clone(&ids), now).await?;
        let owner = Owner::nameless(&*ids, now);
        let desk = Desk::new(storage, Arc::new(SystemClock), ids, Wakes::default(), owner);
        Ok(Self { app: App::new(desk.clone(), Rules::default()), desk, _database: database })
    }
}
