//! Absences that begin when their time has come.

use std::sync::Arc;

use futures::FutureExt as _;
use futures::future::BoxFuture;

use super::{TaskHandler, TaskOutcome};
use crate::error::Fault;
use crate::services::profile::{self, BEGIN_ABSENCE};
use crate::services::{Call, Services};

/// Begins an absence that lay ahead when it was told.
#[derive(Debug)]
pub(super) struct BeginAbsence {
    pub(super) services: Arc<Services>,
}

impl TaskHandler for BeginAbsence {
    fn kind(&self) -> &'static str {
        BEGIN_ABSENCE
    }

    fn run(&self, body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>> {
        let account = body.parse();
        async move {
            let Ok(account) = account else {
                return Ok(TaskOutcome::Impossible("the body is no account's id".to_owned()));
            };
            profile::begin_absence(&Call::new(&self.services, None), account).await?;
            Ok(TaskOutcome::Done)
        }
        .boxed()
    }
}
