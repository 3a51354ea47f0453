//! Erasing what has been kept for as long as it may be.

use std::time::Duration;

use futures::future::BoxFuture;

use super::Chore;
use crate::delivery::inbox::without_tokens;
use crate::domain::time::{DAY_MS, MINUTE_MS, Timestamp};
use crate::error::{Error, Fault, Never};
use crate::storage::{Storage, Tx, changes, drafts, inbox, links, outbox, searches, tasks};

/// After so long an interaction's token answers nothing any more.
const TOKEN_LIFE_MS: i64 = 15 * MINUTE_MS;
/// How long bodies and notices are kept once they are dealt with.
const BODIES_MS: i64 = 30 * DAY_MS;
/// How long a notice's key is remembered, so that it isn't told again: 13 months.
const KEYS_MS: i64 = 396 * DAY_MS;
/// How long a half-filled form is kept.
const DRAFTS_MS: i64 = 14 * DAY_MS;
/// How long changes stand in the feed.
const CHANGES_MS: i64 = 7 * DAY_MS;

/// Erases the tokens of interactions that can't be answered by them any more.
#[derive(Debug)]
pub(super) struct EraseTokens {
    pub(super) storage: Storage,
}

impl Chore for EraseTokens {
    fn name(&self) -> &'static str {
        "erase_tokens"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run(&self, now: Timestamp) -> BoxFuture<'_, Result<(), Fault>> {
        Box::pin(async move {
            let before = now.plus_millis(-TOKEN_LIFE_MS);
            let (mut erased, mut next) = (0, Some(String::new()));
            // Page by page, so that nobody waits long for the writer.
            while let Some(after) = next.take() {
                let after = &after;
                let page: Result<_, Error<Never>> = self
                    .storage
                    .write(|tx| {
                        Box::pin(async move {
                            Ok(inbox::erase_secrets(&tx, before, after, without_tokens).await?)
                        })
                    })
                    .await;
                let (count, last) = page?;
                erased += count;
                next = last;
            }
            if erased > 0 {
                tracing::info!(erased, "erased the tokens of interactions that were not answered in time");
            }
            Ok(())
        })
    }
}

/// Erases what has been kept for as long as it may be.
#[derive(Debug)]
pub(super) struct EraseOld {
    pub(super) storage: Storage,
}

impl Chore for EraseOld {
    fn name(&self) -> &'static str {
        "erase_old"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run(&self, now: Timestamp) -> BoxFuture<'_, Result<(), Fault>> {
        Box::pin(async move {
            let erased: Result<(), Error<Never>> =
                self.storage.write(|tx| Box::pin(async move { Ok(erase_old(&tx, now).await?) })).await;
            Ok(erased?)
        })
    }
}

async fn erase_old(tx: &Tx, now: Timestamp) -> Result<(), Fault> {
    let before = |age_ms: i64| now.plus_millis(-age_ms);
    inbox::erase_old(tx, before(BODIES_MS)).await?;
    outbox::erase_old(tx, before(BODIES_MS), before(KEYS_MS)).await?;
    tasks::delete_old(tx, before(BODIES_MS)).await?;
    drafts::delete_old(tx, before(DRAFTS_MS)).await?;
    searches::delete_old(tx, before(DRAFTS_MS)).await?;
    links::delete_old(tx, before(BODIES_MS)).await?;
    changes::delete_old(tx, before(CHANGES_MS)).await
}
