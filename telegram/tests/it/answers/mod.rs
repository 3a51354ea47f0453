//! Members write and press; the real app answers through the real adapter.

mod faults;
mod groups;
mod screens;

use serde_json::Value;

use crate::bench::{Bench, until};

impl Bench {
    /// What stands in the person's chat.
    fn chat(&self) -> Vec<Value> {
        self.platform.messages(self.person)
    }

    /// The bot's messages in the person's chat.
    fn shown(&self) -> Vec<Value> {
        self.chat().into_iter().filter(|message| message["from"]["is_bot"] == true).collect()
    }

    /// The bot's `count`th message, once it is there.
    async fn nth(&self, count: usize) -> Value {
        until("an answer", async || self.shown().len() >= count).await;
        self.shown().swap_remove(count - 1)
    }

    /// Presses the key labelled `label` of `message`. Gives back the press.
    fn press(&self, message: &Value, label: &str) -> String {
        let key = keys(message).into_iter().find(|key| key["text"] == label);
        let key = key.unwrap_or_else(|| panic!("no key {label} on {message}"));
        let data = key["callback_data"].as_str().expect("a key that acts");
        self.platform.press(self.person, id(message), data).expect("the key is there")
    }

    /// Waits until the press has had its answer.
    async fn released(&self, press: &str) {
        until("the press's answer", async || {
            self.platform.callback(press).is_ok_and(|answer| answer.answered_after_ms.is_some())
        })
        .await;
    }
}

fn id(message: &Value) -> i64 {
    message["message_id"].as_i64().expect("a message has an id")
}

fn text(message: &Value) -> &str {
    message["text"].as_str().unwrap_or_default()
}

/// Every key under a message.
fn keys(message: &Value) -> Vec<Value> {
    let rows = message["reply_markup"]["inline_keyboard"].as_array().cloned().unwrap_or_default();
    rows.into_iter().filter_map(|row| row.as_array().cloned()).flatten().collect()
}
