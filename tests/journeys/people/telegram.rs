//! Somebody on Telegram.

use anyhow::Context as _;
use serde_json::json;

use super::{Done, Screen, screen};
use crate::house::{Sim, eventually};

/// Somebody in their private chat with the bot.
#[derive(Clone, Debug)]
pub(crate) struct OnTelegram {
    sim: Sim,
    user: i64,
}

impl OnTelegram {
    pub(super) async fn join(sim: &Sim, name: &str) -> anyhow::Result<Self> {
        let username = name.to_lowercase().replace([' ', '.'], "_");
        let body = json!({"first_name": name, "username": username, "language_code": "en"});
        let user = sim.post("/users", body).await?["id"].as_i64().context("an id")?;
        Ok(Self { sim: sim.clone(), user })
    }

    pub(super) const fn user(&self) -> i64 {
        self.user
    }

    pub(super) async fn screens(&self) -> anyhow::Result<Vec<Screen>> {
        let messages = self.sim.get(&format!("/chats/{}/messages", self.user)).await?;
        let messages = messages.as_array().context("messages")?;
        Ok(messages
            .iter()
            .filter(|message| message["from"]["is_bot"] == true)
            .filter_map(Screen::of_telegram)
            .collect())
    }

    /// Sends a text. Updates wait for the bot, so it is taken in any case.
    pub(super) async fn send(&self, text: &str) -> anyhow::Result<Done> {
        self.sim.post("/send", json!({"user": self.user, "text": text})).await?;
        Ok(Done::Taken)
    }

    pub(super) async fn press(&self, message: &str, data: &str) -> anyhow::Result<Done> {
        let message: i64 = message.parse()?;
        self.sim.post("/press", json!({"user": self.user, "message_id": message, "data": data})).await?;
        Ok(Done::Taken)
    }

    /// Answers one prompt after the other, each once it is asked.
    pub(super) async fn answer_prompts(&self, fields: &[(&str, &str)]) -> anyhow::Result<Done> {
        for (label, value) in fields {
            eventually(&format!("{label:?} is asked"), async || {
                let screens = self.screens().await?;
                // a repeat of an older card may stand below it
                let asked = screens.iter().rev().take(2).any(|screen| screen.text.contains(label));
                anyhow::ensure!(asked, "seen:\n{}", screen::told(&screens));
                Ok(Some(()))
            })
            .await?;
            self.send(value).await?;
        }
        Ok(Done::Taken)
    }
}
