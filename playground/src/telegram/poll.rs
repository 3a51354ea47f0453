//! `getUpdates`: waiting for updates, one poller at a time.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{
    sync::oneshot,
    time::{Instant, timeout_at},
};

use super::{Core, call::Call, refusal::Refusal};

/// The longest a poll waits, in seconds.
const LONGEST: i64 = 50;

/// Who is polling now.
#[derive(Debug, Default)]
pub(super) struct Poller {
    /// Ends the poll that waits, with a reason.
    waiting: Mutex<Option<(u64, oneshot::Sender<&'static str>)>>,
}

impl Poller {
    /// Ends whatever poll waits, because a webhook was set.
    pub(super) fn end(&self) {
        if let Some((_, before)) = self.lock().take() {
            let _ = before.send("terminated by setWebhook request");
        }
    }

    /// Takes the place of whoever polls, whose poll fails.
    fn take_over(&self) -> Turn<'_> {
        let (end, ended) = oneshot::channel();
        let mut waiting = self.lock();
        let number = waiting.as_ref().map_or(0, |(number, _)| number + 1);
        if let Some((_, before)) = waiting.replace((number, end)) {
            let _ = before.send(
                "terminated by other getUpdates request; make sure that only one bot instance is running",
            );
        }
        Turn { poller: self, number, ended }
    }

    fn lock(&self) -> MutexGuard<'_, Option<(u64, oneshot::Sender<&'static str>)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A poll's time; it ends with the call, also when the caller hangs up.
struct Turn<'a> {
    poller: &'a Poller,
    number: u64,
    ended: oneshot::Receiver<&'static str>,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut waiting = self.poller.lock();
        if waiting.as_ref().is_some_and(|(number, _)| *number == self.number) {
            *waiting = None;
        }
    }
}

/// Confirms what is below `offset` and gives what is left, waiting up to `timeout` seconds if that is nothing.
pub(super) async fn get_updates(core: &Core, call: &mut Call) -> Result<Value, Refusal> {
    let timeout = call.int("timeout").unwrap_or_default();
    if timeout < 0 {
        return Err(Refusal::bad("timeout can't be negative"));
    }
    let limit = usize::try_from(call.int("limit").unwrap_or(100).clamp(1, 100)).unwrap_or(100);
    let mut arrivals = {
        let mut world = core.world();
        if world.webhook.is_some() {
            return Err(Refusal::conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            ));
        }
        world.updates.allow(call);
        world.updates.confirm(call.int("offset").unwrap_or_default());
        world.watch()
    };
    let mut turn = core.poller.take_over();
    let until = Instant::now() + Duration::from_secs(timeout.min(LONGEST).unsigned_abs());
    loop {
        let found = {
            let mut world = core.world();
            let now = world.now_ms;
            world.updates.list(limit, now)
        };
        if !found.is_empty() || timeout == 0 {
            return Ok(Value::Array(found));
        }
        tokio::select! {
            Ok(reason) = &mut turn.ended => return Err(Refusal::conflict(reason)),
            waited = timeout_at(until, arrivals.changed()) => if waited.is_err() {
                return Ok(json!([]));
            },
        }
    }
}
