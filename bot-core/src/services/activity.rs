//! Views on their way to the activity log.
//!
//! They are gathered in memory and written together each second.
//!
//! State changes log themselves in their own transaction. Being shown or opened is too frequent for that and not worth
//! a member's waiting, so a crash may lose the last second of it.

use std::sync::{Mutex, PoisonError};

use futures::FutureExt as _;

use crate::domain::activity::Activity;
use crate::error::{Error, Fault, Never};
use crate::ids::SharedIds;
use crate::storage::{Storage, activities};

/// How many wait at most; more are dropped and counted.
const CAPACITY: usize = 10_000;

/// Views on their way to the log.
#[derive(Debug, Default)]
pub struct ActivityBuffer {
    waiting: Mutex<Vec<Activity>>,
}

impl ActivityBuffer {
    /// Notes something that was seen.
    pub fn note(&self, activity: Activity) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() < CAPACITY {
            waiting.push(activity);
        } else {
            metrics::counter!("guildhall_activity_dropped_total").increment(1);
        }
    }

    /// Writes what has gathered. How many there were.
    pub async fn flush(&self, storage: &Storage, ids: &SharedIds) -> Result<usize, Fault> {
        let gathered = std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        if gathered.is_empty() {
            return Ok(0);
        }
        let batch = &gathered;
        let written: Result<(), Error<Never>> = storage
            .write(|tx| {
                async move {
                    for activity in batch {
                        activities::insert(&tx, ids.as_ref(), activity).await?;
                    }
                    Ok(())
                }
                .boxed()
            })
            .await;
        written?;
        Ok(gathered.len())
    }
}
