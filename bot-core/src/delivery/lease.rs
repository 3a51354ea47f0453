//! A lease on what only one process at a time may do.
//!
//! To send for a platform, to poll, to run the chores.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::Desk;
use super::desk::millis;
use crate::domain::time::Timestamp;
use crate::error::{Error, Fault, Never};
use crate::storage::leases;

/// A lease younger than this isn't prolonged yet.
const FRESH: Duration = Duration::from_secs(5);

/// A lease this process would like to hold.
#[derive(Debug)]
pub struct Lease {
    desk: Desk,
    name: String,
    held: Mutex<Option<Held>>,
}

#[derive(Debug, Clone, Copy)]
struct Held {
    fence: i64,
    since: Timestamp,
}

impl Lease {
    /// The lease named `name`, not taken yet.
    pub fn new(desk: Desk, name: String) -> Self {
        Self { desk, name, held: Mutex::new(None) }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Takes or prolongs the lease. Its fence, which stays the same for as long as it is held without a break;
    /// nothing while another process holds it. Cheap to call before every piece of work.
    pub async fn hold(&self) -> Result<Option<i64>, Fault> {
        let now = self.desk.now();
        let held = *self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = held
            && (0..millis(FRESH)).contains(&(now.millis() - held.since.millis()))
        {
            return Ok(Some(held.fence));
        }
        let until = self.desk.lease_end();
        let fence = self
            .desk
            .storage
            .claim(|tx| {
                Box::pin(async move {
                    Ok::<_, Error<Never>>(
                        leases::take(&tx, &self.name, self.desk.owner.name(), now, until).await?,
                    )
                })
            })
            .await
            .map_err(Fault::from)?;
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) =
            fence.map(|fence| Held { fence, since: now });
        Ok(fence)
    }

    /// Another process was seen to hold it: the next [`Self::hold`] asks the database.
    pub(crate) fn doubt(&self) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Lets another process have it at once.
    pub async fn release(&self) -> Result<(), Fault> {
        self.doubt();
        self.desk
            .storage
            .claim(|tx| {
                Box::pin(async move {
                    leases::release(&tx, &self.name, self.desk.owner.name()).await?;
                    Ok::<_, Error<Never>>(())
                })
            })
            .await
            .map_err(Fault::from)
    }
}
