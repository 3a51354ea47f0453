//! The calls that members see: send, edit, take the keyboard, answer a press.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Rest;
use super::error::CallError;
use crate::limits::Urgency;
use crate::render::keyboard::Keyboard;

/// How long a message may wait for its turn before the caller is told to come back later.
const PATIENCE: Duration = Duration::from_secs(5);
/// The same for what nobody waits for.
const LITTLE_PATIENCE: Duration = Duration::from_millis(300);
/// The longest text of a press's answer, in UTF-16 units.
const TOAST_MAX: usize = 200;

/// Where a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The chat.
    pub(crate) chat: i64,
    /// The topic of a forum.
    pub(crate) topic: Option<i64>,
    /// The message it answers, where others read along.
    pub(crate) answers: Option<i64>,
}

impl Spot {
    /// The chat itself.
    pub(crate) fn chat(chat: i64) -> Self {
        Self { chat, topic: None, answers: None }
    }
}

#[derive(Serialize)]
struct SendMessage<'a> {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    text: &'a str,
    parse_mode: &'static str,
    link_preview_options: LinkPreview,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disable_notification: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_parameters: Option<Answers>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<&'a Keyboard>,
}

#[derive(Serialize)]
struct EditMessageText<'a> {
    chat_id: i64,
    message_id: i64,
    text: &'a str,
    parse_mode: &'static str,
    link_preview_options: LinkPreview,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<&'a Keyboard>,
}

#[derive(Serialize)]
struct EditMessageReplyMarkup<'a> {
    chat_id: i64,
    message_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<&'a Keyboard>,
}

#[derive(Serialize)]
struct AnswerCallbackQuery<'a> {
    callback_query_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

#[derive(Serialize)]
struct Answers {
    message_id: i64,
    /// The message may have been deleted meanwhile.
    allow_sending_without_reply: bool,
}

#[derive(Serialize)]
struct LinkPreview {
    is_disabled: bool,
}

/// No member's link is fetched and shown large under our words.
const NO_PREVIEW: LinkPreview = LinkPreview { is_disabled: true };

/// All we need of the message Telegram gives back; what else stands in it may be newer than we are.
#[derive(Deserialize)]
struct Sent {
    message_id: i64,
}

impl Rest {
    /// Sends one message that answers somebody, and gives back its id.
    pub(crate) async fn send(
        &self,
        spot: Spot,
        html: &str,
        keyboard: Option<&Keyboard>,
    ) -> Result<i64, CallError> {
        self.message(spot, html, keyboard, Urgency::Answer, false).await
    }

    /// Sends one message that nobody asked for just now, and gives back its id.
    pub(crate) async fn notify(
        &self,
        chat: i64,
        html: &str,
        keyboard: Option<&Keyboard>,
        silent: bool,
    ) -> Result<i64, CallError> {
        self.message(Spot::chat(chat), html, keyboard, Urgency::Notice, silent).await
    }

    async fn message(
        &self,
        spot: Spot,
        html: &str,
        keyboard: Option<&Keyboard>,
        urgency: Urgency,
        silent: bool,
    ) -> Result<i64, CallError> {
        let answers =
            spot.answers.map(|message_id| Answers { message_id, allow_sending_without_reply: true });
        let body = SendMessage {
            chat_id: spot.chat,
            message_thread_id: spot.topic,
            text: html,
            parse_mode: "HTML",
            link_preview_options: NO_PREVIEW,
            disable_notification: silent,
            reply_parameters: answers,
            reply_markup: keyboard.filter(|keyboard| !keyboard.is_empty()),
        };
        self.to_chat::<Sent>(spot.chat, urgency, "sendMessage", &body).await.map(|sent| sent.message_id)
    }

    /// Makes `message` show `html` and `keyboard`. That it does already is success.
    pub(crate) async fn edit(
        &self,
        chat: i64,
        message: i64,
        html: &str,
        keyboard: &Keyboard,
    ) -> Result<(), CallError> {
        let body = EditMessageText {
            chat_id: chat,
            message_id: message,
            text: html,
            parse_mode: "HTML",
            link_preview_options: NO_PREVIEW,
            reply_markup: Some(keyboard).filter(|keyboard| !keyboard.is_empty()),
        };
        self.edited("editMessageText", chat, Urgency::Answer, &body).await
    }

    /// Puts another keyboard under `message`.
    pub(crate) async fn rekey(&self, chat: i64, message: i64, keyboard: &Keyboard) -> Result<(), CallError> {
        let body =
            EditMessageReplyMarkup { chat_id: chat, message_id: message, reply_markup: Some(keyboard) };
        self.edited("editMessageReplyMarkup", chat, Urgency::Answer, &body).await
    }

    /// Takes the keyboard off `message`, if there is room for it soon.
    pub(crate) async fn strip(&self, chat: i64, message: i64) -> Result<(), CallError> {
        let body = EditMessageReplyMarkup { chat_id: chat, message_id: message, reply_markup: None };
        self.edited("editMessageReplyMarkup", chat, Urgency::Tidying, &body).await
    }

    /// Answers a press, with words that show for a moment. That it is too late for it is no failure: the person has
    /// long stopped waiting.
    pub(crate) async fn answer_press(&self, press: &str, words: Option<&str>) -> Result<(), CallError> {
        let text = words.map(|words| cut(words, TOAST_MAX));
        let body = AnswerCallbackQuery { callback_query_id: press, text };
        match self.call::<bool>("answerCallbackQuery", &body).await {
            Ok(_) | Err(CallError::PressTooOld) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn edited(
        &self,
        method: &'static str,
        chat: i64,
        urgency: Urgency,
        body: &(impl Serialize + Sync),
    ) -> Result<(), CallError> {
        match self.to_chat::<serde::de::IgnoredAny>(chat, urgency, method, body).await {
            Ok(_) | Err(CallError::NotModified) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn to_chat<R>(
        &self,
        chat: i64,
        urgency: Urgency,
        method: &'static str,
        body: &(impl Serialize + Sync),
    ) -> Result<R, CallError>
    where
        R: serde::de::DeserializeOwned,
    {
        let patience = if urgency == Urgency::Tidying { LITTLE_PATIENCE } else { PATIENCE };
        self.limits
            .pass(chat, urgency, patience)
            .await
            .map_err(|retry_after| CallError::TooMany { retry_after })?;
        let outcome = self.call(method, body).await;
        if let Err(CallError::TooMany { retry_after }) = &outcome {
            self.limits.park(chat, *retry_after);
        }
        outcome
    }
}

/// `words` within `max` UTF-16 units.
fn cut(words: &str, max: usize) -> String {
    let mut units = 0;
    let fits = |character: &char| {
        units += character.len_utf16();
        units <= max
    };
    words.chars().take_while(fits).collect()
}
