//! Who a bot can talk to: people in private chats, and groups it has heard of.

use serde_json::{Value, json};

use super::refusal::Refusal;

/// A chat as a caller names it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ChatRef {
    /// By its number; a private chat has its person's.
    Id(i64),
    /// By `@username`; bots can't name people that way.
    Username(String),
}

impl ChatRef {
    /// Reads a `chat_id`.
    pub(super) fn read(value: Option<&Value>) -> Result<Self, Refusal> {
        let empty = || Refusal::bad("chat_id is empty");
        match value.ok_or_else(empty)? {
            Value::String(name) if name.is_empty() => Err(empty()),
            Value::String(name) => Ok(Self::Username(name.clone())),
            number => number.as_i64().map(Self::Id).ok_or_else(empty),
        }
    }
}

/// A person with a Telegram account.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) id: i64,
    pub(super) first_name: String,
    pub(super) username: Option<String>,
    pub(super) language_code: Option<String>,
    /// Whether they have ever opened the chat with the bot.
    pub(super) started: bool,
    /// Whether they have blocked the bot.
    pub(super) blocked: bool,
    /// Whether the account is gone.
    pub(super) deactivated: bool,
}

impl Person {
    /// The `User` object.
    pub(super) fn user(&self) -> Value {
        let mut user = json!({ "id": self.id, "is_bot": false, "first_name": self.first_name });
        if let Some(username) = &self.username {
            user["username"] = json!(username);
        }
        if let Some(language) = &self.language_code {
            user["language_code"] = json!(language);
        }
        user
    }

    /// The `Chat` object of the private chat with them.
    pub(super) fn chat(&self) -> Value {
        let mut chat = json!({ "id": self.id, "type": "private", "first_name": self.first_name });
        if let Some(username) = &self.username {
            chat["username"] = json!(username);
        }
        chat
    }

    /// Whether a message of the bot's would reach them.
    pub(super) fn takes_messages(&self) -> Result<(), Refusal> {
        if self.deactivated {
            return Err(Refusal::forbidden("user is deactivated"));
        }
        if self.blocked {
            return Err(Refusal::forbidden("bot was blocked by the user"));
        }
        if !self.started {
            return Err(Refusal::forbidden("bot can't initiate conversation with a user"));
        }
        Ok(())
    }
}

/// What `getChat` adds to a `Chat`.
pub(super) fn full(mut chat: Value) -> Value {
    chat["accent_color_id"] = json!(0);
    chat["max_reaction_count"] = json!(11);
    chat["accepted_gift_types"] = json!({
        "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false, "premium_subscription": false,
        "gifts_from_channels": false,
    });
    chat
}
