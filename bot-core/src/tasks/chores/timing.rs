//! A task that the clock alone causes: written once for each time it is due.

use crate::delivery::Desk;
use crate::delivery::lease::Lease;
use crate::error::{Error, Fault, Never};
use crate::storage::cursors::{self, Cursor};
use crate::storage::leases;
use crate::tasks::cron::Cron;
use crate::tasks::{self, NewTask};

/// A kind of task and when it is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// The kind, as its handler knows it.
    pub kind: &'static str,
    /// When it is due.
    pub cron: Cron,
}

impl Timing {
    /// Writes the task if a time has come since it was last written, while this process still holds the lease. However
    /// many times went by while no process ran, it is written once. Whether it was.
    pub(super) async fn write_due(&self, desk: &Desk, lease: &Lease, fence: i64) -> Result<bool, Fault> {
        let now = desk.now();
        let name = format!("timing:{}", self.kind);
        let name = &name;
        desk.storage
            .claim(|tx| {
                Box::pin(async move {
                    let last = cursors::find(&tx, name).await?.map(|last| last.at.min(now));
                    let slot = match last {
                        Some(last) => self.cron.next(last).filter(|slot| *slot <= now),
                        None => Some(now),
                    };
                    let Some(slot) = slot else { return Ok(false) };
                    if !leases::holds(&tx, lease.name(), desk.owner.name(), fence).await? {
                        return Ok::<_, Error<Never>>(false);
                    }
                    let task = NewTask {
                        op_key: format!("{name}:{}", slot.millis()),
                        kind: self.kind.to_owned(),
                        lane: name.clone(),
                        body: String::new(),
                        not_before: now,
                    };
                    let new = tasks::enqueue(&tx, &desk.wakes, &*desk.ids, now, task).await?;
                    cursors::put(&tx, &Cursor { name: name.clone(), value: slot.millis(), at: now }).await?;
                    Ok(new)
                })
            })
            .await
            .map_err(Fault::from)
    }
}
