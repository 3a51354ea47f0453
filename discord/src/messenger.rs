//! What nobody asked for just now, into channels that are open already.

#[cfg(test)]
mod tests;

use std::time::Duration;

use bot_core::delivery::messenger::{Found, Gone, Messenger, Outcome, Outgoing};
use bot_core::domain::identity::Platform;
use bot_core::domain::time::Timestamp;
use futures::future::BoxFuture;
use serde_json::Value;

use crate::proof::Proof;
use crate::render::{Renderer, flagged};
use crate::rest::{Call, Failure, Rest, To};
use crate::wire::{SILENT, code};

/// How long Discord drops repeats of a nonce: "the past few minutes", of which we trust these seconds.
const REPEAT_WINDOW: Duration = Duration::from_secs(90);
/// Clocks may differ by this much when a message is looked for.
const SLACK_MS: i64 = 5_000;
/// Messages in a page of a channel's history, and pages read at most.
const PAGE: usize = 100;
const PAGES: usize = 5;
/// When Discord's ids begin, in milliseconds since the Unix epoch.
const EPOCH_MS: i64 = 1_420_070_400_000;

/// The messenger to Discord. It needs no gateway.
#[derive(Debug, Clone)]
pub(crate) struct ChannelMessenger {
    rest: Rest,
    renderer: Renderer,
}

impl ChannelMessenger {
    /// A messenger that sends through `rest`.
    pub(crate) fn new(rest: Rest, renderer: Renderer) -> Self {
        Self { rest, renderer }
    }

    async fn deliver(&self, message: &Outgoing) -> Outcome {
        let Ok(channel) = message.chat.address.parse() else {
            return Outcome::Gone { why: Gone::NoSuchChat };
        };
        let proof = Proof::of(&message.key);
        let body = |card: Value| {
            let card = if message.silent { flagged(card, SILENT) } else { card };
            Call::post(To::Messages { channel }, proof.on(card))
        };
        let card = body(self.renderer.card(&message.view));
        let failure = match self.rest.send(&card).await {
            Ok(sent) => return sent_as(&sent),
            Err(failure) => failure,
        };
        let outcome = outcome(&failure);
        if !matches!((&outcome, &failure), (Outcome::NotSent { .. }, Failure::Refused { status: 400, .. })) {
            return outcome;
        }
        tracing::error!(view = message.view.name, %failure, "Discord refused a card; its words are sent instead");
        match self.rest.send(&body(self.renderer.last_resort(&message.view))).await {
            Ok(sent) => sent_as(&sent),
            Err(failure) => self::outcome(&failure),
        }
    }

    async fn look(&self, message: &Outgoing, since: Timestamp) -> Found {
        let Ok(channel) = message.chat.address.parse() else { return Found::NotThere };
        let proof = Proof::of(&message.key);
        let mut after = first_id_at(since.plus_millis(-SLACK_MS));
        for _ in 0..PAGES {
            let page = Call::get(To::Messages { channel })
                .with("after", after.to_string())
                .with("limit", PAGE.to_string());
            let page = match self.rest.send(&page).await {
                Ok(page) => page.as_array().cloned().unwrap_or_default(),
                Err(failure) => return unseen(&failure),
            };
            if let Some(there) = page.iter().find(|listed| proof.is_on(listed)) {
                return match id_of(there) {
                    Some(id) => Found::There(id.to_string()),
                    None => Found::CannotTell,
                };
            }
            match page.iter().filter_map(id_of).max() {
                Some(newest) if page.len() == PAGE && newest > after => after = newest,
                _ => return Found::NotThere,
            }
        }
        Found::CannotTell
    }
}

impl Messenger for ChannelMessenger {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn send<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Outcome> {
        Box::pin(self.deliver(message))
    }

    fn find<'a>(&'a self, message: &'a Outgoing, since: Timestamp) -> BoxFuture<'a, Found> {
        Box::pin(self.look(message, since))
    }

    fn repeat_window(&self) -> Option<Duration> {
        Some(REPEAT_WINDOW)
    }
}

fn sent_as(message: &Value) -> Outcome {
    match message["id"].as_str() {
        Some(id) => Outcome::Sent { message: id.to_owned() },
        None => Outcome::Unknown { why: "Discord's answer names no message".to_owned() },
    }
}

/// What a failure says about a message's fate.
fn outcome(failure: &Failure) -> Outcome {
    let why = failure.to_string();
    match failure {
        Failure::Refused { code: code::CANNOT_MESSAGE | code::NO_MUTUAL_SERVER, .. } => {
            Outcome::Gone { why: Gone::DirectClosed }
        }
        Failure::Refused { code: code::UNKNOWN_CHANNEL | code::MISSING_ACCESS, .. } => {
            Outcome::Gone { why: Gone::NoSuchChat }
        }
        Failure::Refused { code: code::MISSING_PERMISSIONS, .. } => Outcome::Gone { why: Gone::Blocked },
        Failure::Refused { .. } => Outcome::NotSent { why, retry_after: None },
        Failure::NotSent { retry_after, .. } => Outcome::NotSent { why, retry_after: *retry_after },
        Failure::TooMany { retry_after } => Outcome::NotSent { why, retry_after: Some(*retry_after) },
        Failure::Fault { .. } | Failure::NoAnswer { .. } => Outcome::Unknown { why },
    }
}

fn unseen(failure: &Failure) -> Found {
    match failure {
        Failure::Refused { .. } => Found::CannotTell,
        Failure::TooMany { retry_after } => {
            Found::Later { why: failure.to_string(), retry_after: Some(*retry_after) }
        }
        _ => Found::Later { why: failure.to_string(), retry_after: None },
    }
}

fn id_of(message: &Value) -> Option<u64> {
    message["id"].as_str()?.parse().ok()
}

/// The first id Discord could have given at `at`.
fn first_id_at(at: Timestamp) -> u64 {
    u64::try_from(at.millis() - EPOCH_MS).unwrap_or_default() << 22
}
