//! What is written to the bot, from the tables beside this file.

use serde::Deserialize;

/// Words, and what of them is kept as a title. Written by hand: the program's own rule isn't asked.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Words {
    text: String,
    /// How often the text stands there.
    times: Option<usize>,
    /// What is kept, where that isn't the text itself.
    kept: Option<String>,
    /// Whether they can't be a title.
    #[serde(default)]
    refused: bool,
}

impl Words {
    /// As they are typed.
    pub(super) fn typed(&self) -> String {
        self.text.repeat(self.times.unwrap_or(1))
    }

    /// The title they become; none where they can't be one.
    pub(super) fn title(&self) -> Option<&str> {
        (!self.refused).then(|| self.kept.as_deref().unwrap_or(&self.text))
    }

    /// Whether they are one line, and not longer than anybody would write in one.
    pub(super) fn is_a_line(&self) -> bool {
        let typed = self.typed();
        typed.chars().count() <= 160 && !typed.contains(['\n', '\r', '\u{85}', '\u{2028}'])
    }

    /// Whether a person can send them as a message on Telegram and have them taken for an answer.
    pub(super) fn is_a_message(&self) -> bool {
        let typed = self.typed();
        !typed.trim().is_empty() && typed.encode_utf16().count() <= 4_096 && !typed.starts_with('/')
    }
}

/// Every row of `words.json`.
pub(super) fn words() -> anyhow::Result<Vec<Words>> {
    Ok(serde_json::from_str(include_str!("words.json"))?)
}

/// Amounts of which none is a budget.
pub(super) fn prices() -> anyhow::Result<Vec<String>> {
    Ok(serde_json::from_str(include_str!("prices.json"))?)
}
