//! What is written about a try, guarded by the fence of its claim.

use std::time::Duration;

use super::addresses;
use super::attempt::{after, class, older_than, unknowns};
use super::backoff::{self, MAX_ATTEMPTS, SENDING_SPAN_MS};
use super::dispatcher::Dispatcher;
use super::messenger::Gone;
use crate::domain::id::ChatId;
use crate::domain::identity::Platform;
use crate::domain::time::Timestamp;
use crate::error::{Error, Fault, Never};
use crate::storage::outbox::{OUTBOX, OutboxRow};
use crate::storage::queue::Later;
use crate::storage::{Tx, bundles, chats, lanes, outbox};

/// The state of a row whose next try is to come.
const WAITING: &str = "waiting";

/// How a try ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It stands in the chat.
    Sent { message: String },
    /// It was certainly not sent.
    NotSent { why: String, retry_after: Option<Duration> },
    /// It didn't come to sending.
    NotTried { why: String, retry_after: Option<Duration> },
    /// Nobody can tell, and it is tried again.
    Unknown { why: String },
    /// Nobody can tell, and it is left at that.
    Uncertain { why: String },
    /// This chat can't be written to any more.
    Gone { chat: ChatId, why: Gone },
    /// There is no chat on this platform, but on another.
    Rerouted { to: Platform },
    /// There is no chat at all.
    Unreachable { why: String },
    /// Not yet.
    Held { until: Timestamp },
    /// Together with others.
    Together { at: Timestamp },
    /// Not at all.
    Dropped { why: String },
    /// It kills whoever tries.
    GivenUp { why: String },
    /// Another process sends, or has this row.
    Overtaken,
}

impl End {
    /// Its name in metrics.
    pub(super) const fn label(&self) -> &'static str {
        match self {
            Self::Sent { .. } => "sent",
            Self::NotSent { .. } => "not_sent",
            Self::NotTried { .. } => "not_tried",
            Self::Unknown { .. } => "unknown",
            Self::Uncertain { .. } => "uncertain",
            Self::Gone { .. } => "gone",
            Self::Rerouted { .. } => "rerouted",
            Self::Unreachable { .. } => "unreachable",
            Self::Held { .. } => "held",
            Self::Together { .. } => "together",
            Self::Dropped { .. } => "dropped",
            Self::GivenUp { .. } => "dead",
            Self::Overtaken => "overtaken",
        }
    }

    /// Says what an operator may have to know.
    pub(super) fn log(&self, row: &OutboxRow) {
        let (notice, attempt) = (&row.leased.id, row.leased.attempt);
        match self {
            Self::NotSent { why, .. } | Self::NotTried { why, .. } | Self::Unknown { why } => {
                tracing::warn!(
                    notice,
                    attempt,
                    why,
                    outcome = self.label(),
                    "a notice waits for its next try"
                );
            }
            Self::Uncertain { why } | Self::GivenUp { why } => {
                tracing::error!(notice, attempt, why, outcome = self.label(), "a notice is given up");
            }
            Self::Gone { why, .. } => tracing::info!(notice, ?why, "a chat can't be written to any more"),
            Self::Unreachable { why } => tracing::info!(notice, why, "nowhere to send it for now"),
            Self::Dropped { why } => tracing::debug!(notice, why, "a notice is not sent"),
            Self::Sent { .. }
            | Self::Held { .. }
            | Self::Together { .. }
            | Self::Rerouted { .. }
            | Self::Overtaken => (),
        }
    }
}

impl Dispatcher {
    /// Writes how a try ended. `false`: another process has the row, and nothing was written.
    pub(super) async fn record(&self, row: &OutboxRow, end: &End) -> Result<bool, Fault> {
        let now = self.desk.now();
        let written = self
            .desk
            .record(|tx| {
                Box::pin(async move { Ok::<_, Error<Never>>(self.write_end(&tx, row, end, now).await?) })
            })
            .await?;
        if matches!(end, End::Gone { .. } | End::Rerouted { .. }) {
            self.desk.wakes.outbox.ring();
        }
        Ok(written)
    }

    async fn write_end(&self, tx: &Tx, row: &OutboxRow, end: &End, now: Timestamp) -> Result<bool, Fault> {
        let finish = |state, why| OUTBOX.finish(tx, &row.leased, state, now, why);
        match end {
            End::Sent { message } => outbox::record_sent(tx, &row.leased, message, now).await,
            End::NotSent { why, retry_after } => {
                self.not_sent(tx, row, Some(WAITING), why, *retry_after, now).await
            }
            // No byte left in this try: the row stays in the state in which an earlier one left it.
            End::NotTried { why, retry_after } => self.not_sent(tx, row, None, why, *retry_after, now).await,
            End::Unknown { why } => {
                if spent(row, now) {
                    return uncertain(tx, row, why, now).await;
                }
                let again = now.plus_millis(self.backoff_ms(row));
                // Counted on top of what `begin` wrote.
                Ok(outbox::count_unknown(tx, &row.leased).await?
                    && wait(tx, row, later(Some(WAITING), again, Some(why), true)).await?)
            }
            End::Uncertain { why } => uncertain(tx, row, why, now).await,
            End::Gone { chat, why } => fall_back(tx, row, *chat, *why, now).await,
            End::Rerouted { to } => Ok(outbox::reroute(tx, &row.leased, to.key()).await?
                && wait(tx, row, later(Some(WAITING), now, None, false)).await?),
            End::Unreachable { why } => finish("unreachable", Some(why)).await,
            End::Held { until } => wait(tx, row, later(None, *until, None, false)).await,
            End::Together { at } => bundles::put_aside(tx, &row.leased, *at, now).await,
            End::Dropped { why } => finish("dropped", Some(why)).await,
            End::GivenUp { why } => finish("dead", Some(why)).await,
            // Not sent by us. Where the row itself is still ours, whoever sends now may have it at once.
            End::Overtaken => wait(tx, row, later(None, now, None, false)).await,
        }
    }

    async fn not_sent(
        &self,
        tx: &Tx,
        row: &OutboxRow,
        state: Option<&str>,
        why: &str,
        retry_after: Option<Duration>,
        now: Timestamp,
    ) -> Result<bool, Fault> {
        if let Some(wait_for) = retry_after {
            let until = after(now, wait_for);
            // Being told to wait is no failure.
            let ours = wait(tx, row, later(state, until, Some(why), false)).await?;
            if ours {
                lanes::pause(tx, &row.leased.lane, until).await?;
            }
            return Ok(ours);
        }
        if spent(row, now) {
            let state = if unknowns(row) > 0 { "uncertain" } else { "dead" };
            return OUTBOX.finish(tx, &row.leased, state, now, Some(why)).await;
        }
        wait(tx, row, later(state, now.plus_millis(self.backoff_ms(row)), Some(why), true)).await
    }

    fn backoff_ms(&self, row: &OutboxRow) -> i64 {
        super::desk::millis(backoff::delay(row.leased.attempt, &*self.desk.ids))
    }
}

/// Whether the row has had all its tries: twelve, over at least a day since the first byte.
fn spent(row: &OutboxRow, now: Timestamp) -> bool {
    row.leased.attempt >= MAX_ATTEMPTS && older_than(row, now, SENDING_SPAN_MS)
}

/// Leaves the row. Should an operator have it sent again, its reader is told that it may be a repeat.
async fn uncertain(tx: &Tx, row: &OutboxRow, why: &str, now: Timestamp) -> Result<bool, Fault> {
    Ok(outbox::count_unknown(tx, &row.leased).await?
        && OUTBOX.finish(tx, &row.leased, "uncertain", now, Some(why)).await?)
}

/// Puts the row back for a later try.
async fn wait(tx: &Tx, row: &OutboxRow, later: Later<'_>) -> Result<bool, Fault> {
    OUTBOX.later(tx, &row.leased, later).await
}

const fn later<'a>(state: Option<&'a str>, at: Timestamp, error: Option<&'a str>, counts: bool) -> Later<'a> {
    Later { state, at, error, counts }
}

/// The chat is closed: the notice goes to the person's other chat, or waits until one opens.
async fn fall_back(tx: &Tx, row: &OutboxRow, chat: ChatId, why: Gone, now: Timestamp) -> Result<bool, Fault> {
    let reachable = addresses::list(tx, row.recipient, class(row)).await?;
    let other = reachable.iter().find(|known| known.id != chat);
    let why = format!("{why:?}");
    let ours = match other {
        Some(other) => {
            outbox::reroute(tx, &row.leased, other.chat.platform.key()).await?
                && wait(tx, row, later(Some(WAITING), now, Some(&why), true)).await?
        }
        None => OUTBOX.finish(tx, &row.leased, "unreachable", now, Some(&why)).await?,
    };
    if ours {
        chats::mark_unreachable(tx, chat).await?;
    }
    Ok(ours)
}
