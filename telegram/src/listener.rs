//! Polling: updates are committed first and acknowledged by the call after that.

use std::sync::Arc;
use std::time::Duration;

use bot_core::clock::SharedClock;
use bot_core::delivery::inbox::{Cursor, Inbox, NewEvent};
use bot_core::domain::identity::Platform;
use bot_core::domain::time::DAY_MS;
use bot_core::ui::interaction::EventId;
use serde::Serialize;
use serde_json::value::RawValue;
use teloxide::types::AllowedUpdate;
use tokio_util::sync::CancellationToken;

use crate::decode;
use crate::rest::{CallError, Rest};

/// The row that remembers how far we have read.
const CURSOR: &str = "telegram:updates";
/// After an idle week Telegram may go on from any id, also a lower one: an offset that old would hide new updates.
const OFFSET_GOOD_FOR_MS: i64 = 7 * DAY_MS;
/// How long Telegram holds a call open while there is nothing to tell.
const LONG_POLL_S: u64 = 25;
/// How long we wait for the answer of such a call.
const POLL_TIMEOUT: Duration = Duration::from_secs(40);
/// The most updates of one answer.
const BATCH: u8 = 100;
/// The pause after the first failure; it doubles up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// The pause when another process polls with this token: long enough for it to notice us and win, or end.
const STEP_BACK: Duration = Duration::from_secs(10);
/// The pause while the inbox is too full to take more.
const FULL_PAUSE: Duration = Duration::from_secs(1);

/// Reads updates by long polling.
#[derive(Debug)]
pub struct Listener {
    inbox: Inbox,
    rest: Arc<Rest>,
    clock: SharedClock,
    inbox_high: i64,
}

#[derive(Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    timeout: u64,
    limit: u8,
    allowed_updates: [AllowedUpdate; 3],
}

impl Listener {
    pub(crate) fn new(inbox: Inbox, rest: Arc<Rest>, clock: SharedClock, inbox_high: i64) -> Self {
        Self { inbox, rest, clock, inbox_high }
    }

    /// Polls until `stop`. Ends with an error only where trying again can't help: the token is no bot's.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        let mut pause = FIRST_PAUSE;
        loop {
            // Cancelling a poll loses nothing: what was fetched and not committed comes again.
            let polled = tokio::select! {
                () = stop.cancelled() => return Ok(()),
                polled = self.poll() => polled,
            };
            let wait = match polled {
                Ok(Polled::Stored) => {
                    pause = FIRST_PAUSE;
                    continue;
                }
                Ok(Polled::Full) => FULL_PAUSE,
                Err(Trouble::Call(CallError::BadToken)) => return Err(CallError::BadToken.into()),
                Err(Trouble::Call(CallError::TooMany { retry_after })) => retry_after,
                Err(Trouble::Call(CallError::Conflict(why))) => {
                    tracing::warn!(why, "another process reads this bot's updates, or a webhook is set");
                    STEP_BACK
                }
                Err(trouble) => {
                    tracing::warn!(%trouble, pause_ms = pause.as_millis(), "polling failed");
                    let wait = pause;
                    pause = (pause * 2).min(LONGEST_PAUSE);
                    wait
                }
            };
            tokio::select! {
                () = stop.cancelled() => return Ok(()),
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// One call and one commit.
    async fn poll(&self) -> Result<Polled, Trouble> {
        if self.inbox.backlog().await? >= self.inbox_high {
            return Ok(Polled::Full);
        }
        let now = self.clock.now();
        let cursor = self.inbox.cursor(CURSOR).await?;
        let offset = cursor
            .filter(|cursor| now.millis() - cursor.at.millis() <= OFFSET_GOOD_FOR_MS)
            .map(|cursor| cursor.value);
        let body = GetUpdates { offset, timeout: LONG_POLL_S, limit: BATCH, allowed_updates: decode::KINDS };
        let updates: Vec<Box<RawValue>> = self.rest.call_within(POLL_TIMEOUT, "getUpdates", &body).await?;
        let events = updates.iter().filter_map(|update| event(update.get()));
        let (ids, events): (Vec<i64>, Vec<NewEvent>) = events.unzip();
        let Some(last) = ids.into_iter().max() else {
            return Ok(Polled::Stored);
        };
        // The cursor's time is that of the last update, since that is what Telegram counts the idle week from.
        let cursor = Cursor { name: CURSOR.to_owned(), value: last + 1, at: self.clock.now() };
        self.inbox.store(events, Some(cursor)).await?;
        Ok(Polled::Stored)
    }
}

/// An update as a row of the inbox. What has no id could never be acknowledged, so it is left out.
pub(crate) fn event(body: &str) -> Option<(i64, NewEvent)> {
    let Some((id, lane)) = decode::envelope(body) else {
        tracing::error!(bytes = body.len(), "Telegram sent an update without an id");
        return None;
    };
    Some((id, NewEvent { id: EventId::new(Platform::Telegram, id), lane, body: body.to_owned() }))
}

/// What a poll came to.
enum Polled {
    /// Everything there was is in the inbox.
    Stored,
    /// The inbox has to shrink first.
    Full,
}

#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error(transparent)]
    Call(#[from] CallError),
    #[error("the inbox can't be used: {0}")]
    Inbox(#[from] bot_core::error::Fault),
}
