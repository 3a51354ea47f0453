//! The messages of all chats.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// A message and what its `Message` object does not say.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    /// The `Message` object, with its inline keyboard.
    pub(super) message: Value,
    /// The reply keyboard (or its removal) that came with it; the platform shows it, but not to the bot.
    pub(super) keyboard: Option<Value>,
    /// Whether the bot wrote it.
    pub(super) by_bot: bool,
    /// Everything its buttons ever sent: a press may cross with the edit that takes the button away.
    pub(super) button_data: BTreeSet<String>,
}

impl Stored {
    /// A message without a reply keyboard.
    pub(super) fn new(message: Value, by_bot: bool) -> Self {
        let mut stored = Self { message, keyboard: None, by_bot, button_data: BTreeSet::new() };
        stored.learn_buttons();
        stored
    }

    /// Remembers what the buttons it has now send.
    pub(super) fn learn_buttons(&mut self) {
        let rows = self.message["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten();
        let buttons = rows.filter_map(Value::as_array).flatten();
        let data = buttons.filter_map(|button| button["callback_data"].as_str());
        self.button_data.extend(data.map(str::to_owned));
    }

    /// The message as its reader sees it: with any keyboard.
    pub(super) fn seen(&self) -> Value {
        let mut message = self.message.clone();
        if let Some(keyboard) = &self.keyboard {
            message["reply_markup"] = keyboard.clone();
        }
        message
    }
}

/// All messages by chat and id.
#[derive(Debug, Default)]
pub(super) struct History {
    chats: BTreeMap<i64, BTreeMap<i64, Stored>>,
    last_id: i64,
}

impl History {
    /// The id of the message that comes next; one row for all private chats, as the platform counts for a bot.
    pub(super) fn next_id(&mut self) -> i64 {
        self.last_id += 1;
        self.last_id
    }

    /// Puts a message into its chat.
    pub(super) fn insert(&mut self, chat: i64, id: i64, stored: Stored) {
        self.chats.entry(chat).or_default().insert(id, stored);
    }

    /// A message, `None` if it never was or is deleted.
    pub(super) fn find(&self, chat: i64, id: i64) -> Option<&Stored> {
        self.chats.get(&chat)?.get(&id)
    }

    /// A message to change.
    pub(super) fn find_mut(&mut self, chat: i64, id: i64) -> Option<&mut Stored> {
        self.chats.get_mut(&chat)?.get_mut(&id)
    }

    /// Takes a message away.
    pub(super) fn remove(&mut self, chat: i64, id: i64) -> Option<Stored> {
        self.chats.get_mut(&chat)?.remove(&id)
    }

    /// A chat's messages in order, as its reader sees them.
    pub(super) fn list(&self, chat: i64) -> Vec<Value> {
        self.chats.get(&chat).into_iter().flat_map(BTreeMap::values).map(Stored::seen).collect()
    }
}
