//! The proof: a restored database is whole, has our key, and opens with it.

use std::sync::Arc;

use anyhow::Context as _;
use bot_core::clock::{Clock as _, SystemClock};
use bot_core::ids::RandomIds;
use bot_core::storage::contents::{Contents, open_some};
use bot_core::storage::{Key, OpenError, Options, Storage};

use crate::stop::Stop;

/// Looks the restored database at `url` through. What it holds, and how many sealed values were opened.
pub(super) async fn of(url: &str, key: Key) -> Result<(Contents, usize), Stop> {
    let contents = Contents::read(url).await.map_err(unusable)?;
    if contents.schema == 0 {
        return Err(anyhow::anyhow!("there is no schema of ours in it").into());
    }
    let options = Options { url: url.to_owned(), key, connections: 2 };
    let storage = Storage::open(&options, Arc::new(RandomIds), SystemClock.now()).await.map_err(unusable)?;
    let opened = open_some(&storage).await.context("a sealed value of it");
    storage.close().await;
    Ok((contents, opened?))
}

/// The backup is at fault here, not the database: the advice to restore one would be wrong.
fn unusable(error: OpenError) -> Stop {
    match error {
        OpenError::OtherKey { .. } => error.into(),
        _ => Stop::Failed(anyhow::Error::from(error).context("the backup can't be used")),
    }
}
