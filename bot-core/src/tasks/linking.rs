//! Making one account of two once their three days have passed.

use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;

use super::{TaskHandler, TaskOutcome};
use crate::error::Fault;
use crate::services::link::{self, MERGE};
use crate::services::{Call, Services};

/// Merges the two accounts of a link.
#[derive(Debug)]
pub(super) struct MergeLink {
    pub(super) services: Arc<Services>,
}

impl TaskHandler for MergeLink {
    fn kind(&self) -> &'static str {
        MERGE
    }

    fn run(&self, body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>> {
        let link = body.parse();
        async move {
            let Ok(link) = link else {
                return Ok(TaskOutcome::Impossible("the body is no link's id".to_owned()));
            };
            let call = Call::new(&self.services, None);
            match link::merge_due(&call, link).await? {
                // The clock was put back, or is another one here.
                Some(at) => Ok(TaskOutcome::Again(Duration::from_millis(
                    u64::try_from(at.millis() - call.now.millis()).unwrap_or_default(),
                ))),
                None => Ok(TaskOutcome::Done),
            }
        }
        .boxed()
    }
}
