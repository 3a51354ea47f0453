//! Sends what nobody asked for just now: the core's notices.

use std::sync::Arc;
use std::time::Duration;

use bot_core::delivery::messenger::{Found, Gone, Messenger, Outcome, Outgoing};
use bot_core::domain::identity::Platform;
use bot_core::domain::time::Timestamp;
use bot_core::flows::notice;
use bot_core::ui::view::Block;
use futures::FutureExt as _;
use futures::future::BoxFuture;

use crate::render::{self, Rendered};
use crate::rest::{CallError, Rest};

/// Telegram's side of the outbox.
#[derive(Debug)]
pub(crate) struct TelegramMessenger {
    rest: Arc<Rest>,
}

impl TelegramMessenger {
    pub(crate) fn new(rest: Arc<Rest>) -> Self {
        Self { rest }
    }

    async fn deliver(&self, message: &Outgoing) -> Outcome {
        let Ok(chat) = message.chat.address.parse::<i64>() else {
            return Outcome::Gone { why: Gone::NoSuchChat };
        };
        let mut view = message.view.clone();
        if message.attempt > 1 {
            view = view.block(Block::Note(notice::repeated()));
        }
        let card = render::view(&view);
        match self.parts(chat, &card, message.silent).await {
            // A group that grew into a supergroup has a new address, and Telegram says which.
            Err(CallError::Moved(chat)) => outcome(self.parts(chat, &card, message.silent).await),
            result => outcome(result),
        }
    }

    /// Sends every part and gives back the id of the last.
    async fn parts(&self, chat: i64, card: &Rendered, silent: bool) -> Result<i64, CallError> {
        let mut last = None;
        for (position, part) in card.parts.iter().enumerate() {
            let keyboard = (position + 1 == card.parts.len()).then_some(&card.keyboard);
            let sent = self.rest.notify(chat, part, keyboard, silent).await;
            last = Some(sent.map_err(|error| match last {
                None => error,
                // The first parts stand in the chat: to say "not sent" would send them again.
                Some(_) => CallError::Unknown(format!("part {position} failed: {error}")),
            })?);
        }
        last.ok_or_else(|| CallError::NotSent("the card is empty".to_owned()))
    }
}

impl Messenger for TelegramMessenger {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn send<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Outcome> {
        self.deliver(message).boxed()
    }

    /// A bot can't read what stands in a chat.
    fn find<'a>(&'a self, _message: &'a Outgoing, _since: Timestamp) -> BoxFuture<'a, Found> {
        std::future::ready(Found::CannotTell).boxed()
    }

    /// Telegram knows no key that would make a repeat harmless.
    fn repeat_window(&self) -> Option<Duration> {
        None
    }
}

fn outcome(result: Result<i64, CallError>) -> Outcome {
    let error = match result {
        Ok(message) => return Outcome::Sent { message: message.to_string() },
        Err(error) => error,
    };
    let why = error.to_string();
    match error {
        CallError::TooMany { retry_after } => Outcome::NotSent { why, retry_after: Some(retry_after) },
        CallError::Forbidden(_) => Outcome::Gone { why: Gone::Blocked },
        CallError::NoSuchChat(_) => Outcome::Gone { why: Gone::NoSuchChat },
        CallError::Unknown(_) => Outcome::Unknown { why },
        _ => Outcome::NotSent { why, retry_after: None },
    }
}
