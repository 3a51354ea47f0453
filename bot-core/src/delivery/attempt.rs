//! One try to send a notice: where to, with which words, and what came of it.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt as _;

use super::addresses;
use super::ambiguity::{self, Next};
use super::backoff::MAX_ATTEMPTS;
use super::checkpoint::SENT_NOT_RECORDED;
use super::class::Class;
use super::composer::{Composed, Words};
use super::desk::millis;
use super::dispatcher::Dispatcher;
use super::messenger::{Found, Outcome, Outgoing};
use super::record::End;
use crate::domain::time::Timestamp;
use crate::error::{Error, Fault, Never};
use crate::storage::chats::AccountChat;
use crate::storage::outbox::{Attempt, OutboxRow};
use crate::storage::{chats, leases, outbox};

/// A platform that takes longer to answer is taken to have left us without one.
const PATIENCE: Duration = Duration::from_mins(1);
/// How far before the first try a search begins: the platform's clock isn't ours.
const BEFORE_FIRST_MS: i64 = 5_000;

/// A message that can go out now.
struct Ready {
    chat: AccountChat,
    words: Vec<u8>,
    message: Outgoing,
}

impl Dispatcher {
    /// Tries once.
    pub(super) async fn attempt(&self, row: &OutboxRow) -> End {
        // A process that dies over a row again and again never gets to say that the row failed.
        let died_over_it = row.leased.state == SENDING || row.first_attempt_at.is_none();
        if row.leased.attempt > 2 * MAX_ATTEMPTS && died_over_it {
            return End::GivenUp { why: "every try ended without an outcome".to_owned() };
        }
        match AssertUnwindSafe(self.prepare(row)).catch_unwind().await {
            Ok(Ok(Ok(ready))) => self.resolve_and_send(row, ready).await,
            Ok(Ok(Err(end))) => end,
            Ok(Err(fault)) => End::NotTried { why: fault.to_string(), retry_after: None },
            Err(_) => End::NotTried { why: "composing panicked".to_owned(), retry_after: None },
        }
    }

    /// Finds the chat and the words; or how the try ends without them.
    async fn prepare(&self, row: &OutboxRow) -> Result<Result<Ready, End>, Fault> {
        let chat = match self.chat(row).await? {
            Ok(chat) => chat,
            Err(end) => return Ok(Err(end)),
        };
        let (words, bytes): (Words, Vec<u8>) = if let Some(bytes) = &row.composed {
            (serde_json::from_slice(bytes)?, bytes.clone())
        } else {
            match self.composer.compose(row.recipient, &row.kind, &row.subject, &row.facts).await? {
                Composed::Say { view, silent } => {
                    let words = Words { view, silent };
                    let bytes = serde_json::to_vec(&words)?;
                    (words, bytes)
                }
                Composed::Together { at } => return Ok(Err(End::Together { at })),
                Composed::Hold { until } => return Ok(Err(End::Held { until })),
                Composed::Drop { why } => return Ok(Err(End::Dropped { why })),
            }
        };
        let message = Outgoing {
            key: row.op_key.clone(),
            chat: chat.chat.clone(),
            view: words.view,
            silent: words.silent,
            attempt: unknowns(row) + 1,
        };
        Ok(Ok(Ready { chat, words: bytes, message }))
    }

    /// Where this try goes: where an earlier one may have arrived, else the chat opened last on this platform.
    async fn chat(&self, row: &OutboxRow) -> Result<Result<AccountChat, End>, Fault> {
        let tx = self.desk.storage.read().await?;
        if unknowns(row) > 0
            && let Some(id) = row.chat
            && let Some(chat) = chats::find(&tx, id).await?
        {
            return Ok(Ok(chat));
        }
        let mut reachable = addresses::list(&tx, row.recipient, class(row)).await?;
        if let Some(here) = reachable.iter().position(|known| known.chat.platform == self.platform()) {
            return Ok(Ok(reachable.swap_remove(here)));
        }
        Ok(Err(match reachable.first() {
            Some(elsewhere) => End::Rerouted { to: elsewhere.chat.platform },
            None => End::Unreachable { why: "no chat is open".to_owned() },
        }))
    }

    /// Clears up what earlier tries left unknown, then sends if that is still to be done.
    async fn resolve_and_send(&self, row: &OutboxRow, ready: Ready) -> End {
        let first = row.first_attempt_at.unwrap_or_else(|| self.desk.now());
        let since_first = self.desk.now().millis() - first.millis();
        match self.next(row, since_first) {
            None | Some(Next::Repeat) => self.send(row, ready).await,
            Some(Next::Settle(why)) => End::Uncertain { why: why.to_owned() },
            Some(Next::Look) => {
                let since = first.plus_millis(-BEFORE_FIRST_MS);
                match self.look(&ready.message, since).await {
                    Found::There(message) => End::Sent { message },
                    Found::NotThere => self.send(row, ready).await,
                    Found::CannotTell => End::Uncertain { why: "the chat's history doesn't tell".to_owned() },
                    Found::Later { why, retry_after } => End::NotTried { why, retry_after },
                }
            }
        }
    }

    /// What to do about earlier tries; nothing where there are none, or an earlier decision was to send again.
    fn next(&self, row: &OutboxRow, since_first: i64) -> Option<Next> {
        let window = self.messenger.repeat_window();
        let decided = window.is_none() && row.leased.state != SENDING;
        if unknowns(row) == 0 || decided {
            return None;
        }
        Some(ambiguity::next(class(row), window, since_first, unknowns(row)))
    }

    async fn look(&self, message: &Outgoing, since: Timestamp) -> Found {
        let found = AssertUnwindSafe(tokio::time::timeout(PATIENCE, self.messenger.find(message, since)));
        match found.catch_unwind().await {
            Ok(Ok(found)) => found,
            Ok(Err(_)) => Found::Later { why: "no answer while looking".to_owned(), retry_after: None },
            Err(_) => Found::Later { why: "looking panicked".to_owned(), retry_after: None },
        }
    }

    async fn send(&self, row: &OutboxRow, ready: Ready) -> End {
        match self.begin(row, &ready).await {
            Ok(true) => (),
            Ok(false) => return End::Overtaken,
            Err(fault) => return End::NotTried { why: fault.to_string(), retry_after: None },
        }
        // Nothing may stand between that check and the first byte.
        let sent = AssertUnwindSafe(tokio::time::timeout(PATIENCE, self.messenger.send(&ready.message)));
        let outcome = match sent.catch_unwind().await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Outcome::Unknown { why: "no answer in time".to_owned() },
            Err(_) => Outcome::Unknown { why: "sending panicked".to_owned() },
        };
        self.desk.reached(SENT_NOT_RECORDED);
        match outcome {
            Outcome::Sent { message } => End::Sent { message },
            Outcome::NotSent { why, retry_after } => End::NotSent { why, retry_after },
            Outcome::Gone { why } => End::Gone { chat: ready.chat.id, why },
            Outcome::Unknown { why } => self.unknown(row, why),
        }
    }

    /// What an unknown outcome means: try again, or leave it.
    fn unknown(&self, row: &OutboxRow, why: String) -> End {
        let (now, unknowns) = (self.desk.now(), unknowns(row) + 1);
        let since_first = row.first_attempt_at.map_or(0, |first| now.millis() - first.millis());
        match ambiguity::next(class(row), self.messenger.repeat_window(), since_first, unknowns) {
            Next::Repeat | Next::Look => End::Unknown { why },
            Next::Settle(settled) => End::Uncertain { why: format!("{why}; {settled}") },
        }
    }

    /// Writes that a try is under way, if this process may still send and still holds the row.
    async fn begin(&self, row: &OutboxRow, ready: &Ready) -> Result<bool, Fault> {
        let (name, fence) = self.sender();
        let attempt = Attempt {
            chat: ready.chat.id,
            composed: &ready.words,
            unknowns: unknowns(row),
            now: self.desk.now(),
            until: self.desk.lease_end(),
        };
        let attempt = &attempt;
        self.desk
            .storage
            .claim(|tx| {
                Box::pin(async move {
                    let sole = leases::holds(&tx, name, self.desk.owner.name(), fence).await?;
                    Ok::<_, Error<Never>>(sole && outbox::begin(&tx, &row.leased, attempt).await?)
                })
            })
            .await
            .map_err(Fault::from)
    }
}

/// The state of a row whose try is under way.
pub(super) const SENDING: &str = "sending";

/// How many tries may have arrived. A row claimed while it was being sent is one whose process died in between.
pub(super) fn unknowns(row: &OutboxRow) -> u32 {
    row.unknowns + u32::from(row.leased.state == SENDING)
}

pub(super) fn class(row: &OutboxRow) -> Class {
    // A class from a newer program: the careful reading is that a repeat does harm.
    Class::from_number(row.class).unwrap_or(Class::Match)
}

/// Whether no byte has left yet, or the first one did so at least `span_ms` ago.
pub(super) fn older_than(row: &OutboxRow, now: Timestamp, span_ms: i64) -> bool {
    row.first_attempt_at.is_none_or(|first| now.millis() - first.millis() >= span_ms)
}

/// The earliest next try where the platform named a wait.
pub(super) fn after(now: Timestamp, wait: Duration) -> Timestamp {
    now.plus_millis(millis(wait))
}
