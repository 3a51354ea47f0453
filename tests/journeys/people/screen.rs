//! A message as somebody reads it: its words and its buttons.

use std::fmt::Write as _;

use serde_json::Value;

/// A message of the bot's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Screen {
    pub(crate) id: String,
    /// Its words, without marks of emphasis.
    pub(crate) text: String,
    /// Labels and what pressing them sends.
    pub(crate) buttons: Vec<(String, String)>,
}

impl Screen {
    /// A message object of Discord's.
    pub(super) fn of_discord(message: &Value) -> Option<Self> {
        let id = message["id"].as_str()?.to_owned();
        let mut screen = Self { id, text: String::new(), buttons: Vec::new() };
        for field in ["content", "notice"] {
            screen.write(message[field].as_str());
        }
        screen.read_components(&message["components"]);
        Some(screen)
    }

    /// A message object of Telegram's.
    pub(super) fn of_telegram(message: &Value) -> Option<Self> {
        let id = message["message_id"].as_i64()?.to_string();
        let mut screen = Self { id, text: String::new(), buttons: Vec::new() };
        screen.write(message["text"].as_str());
        let rows = message["reply_markup"]["inline_keyboard"].as_array();
        for button in rows.into_iter().flatten().filter_map(Value::as_array).flatten() {
            if let (Some(label), Some(data)) = (button["text"].as_str(), button["callback_data"].as_str()) {
                screen.buttons.push((label.to_owned(), data.to_owned()));
            }
        }
        Some(screen)
    }

    /// What the first button with `label` in its words sends.
    pub(crate) fn button(&self, label: &str) -> Option<String> {
        self.buttons.iter().find(|(words, _)| words.contains(label)).map(|(_, key)| key.clone())
    }

    fn read_components(&mut self, components: &Value) {
        for component in components.as_array().into_iter().flatten() {
            self.write(component["content"].as_str());
            if let (Some(label), Some(key)) = (component["label"].as_str(), component["custom_id"].as_str()) {
                self.buttons.push((label.to_owned(), key.to_owned()));
            }
            self.read_components(&component["components"]);
            if component["accessory"].is_object() {
                self.read_components(&Value::Array(vec![component["accessory"].clone()]));
            }
        }
    }

    fn write(&mut self, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.text.extend(text.chars().filter(|letter| !"*\\`#".contains(*letter)));
            self.text.push('\n');
        }
    }
}

/// All of it, to be read.
pub(super) fn told(screens: &[Screen]) -> String {
    let mut told = String::new();
    for Screen { id, text, buttons } in screens {
        let labels: Vec<_> = buttons.iter().map(|(label, _)| format!("[{label}]")).collect();
        writeln!(told, "--- {id}\n{text}{}", labels.join(" ")).expect("writing to a string works");
    }
    told
}
