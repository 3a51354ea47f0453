//! Counting what stands in the outbox, for the operator's gauges.

use std::time::Duration;

use futures::future::BoxFuture;

use super::Chore;
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::storage::{Storage, outbox};

/// Every state a notice may be in: a gauge that nobody sets any more must fall to 0.
const STATES: [&str; 8] =
    ["waiting", "sending", "sent", "together", "uncertain", "unreachable", "dropped", "dead"];

/// Sets `guildhall_outbox{state}`.
#[derive(Debug)]
pub(super) struct CountNotices {
    pub(super) storage: Storage,
}

impl Chore for CountNotices {
    fn name(&self) -> &'static str {
        "count_notices"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run(&self, _now: Timestamp) -> BoxFuture<'_, Result<(), Fault>> {
        Box::pin(async move {
            let counts = outbox::count_by_state(&self.storage.read().await?).await?;
            for state in STATES {
                let count = counts.iter().find(|(name, _)| name == state).map_or(0, |(_, count)| *count);
                #[expect(clippy::cast_precision_loss, reason = "a gauge is a float")]
                metrics::gauge!("guildhall_outbox", "state" => state).set(count as f64);
            }
            Ok(())
        })
    }
}
