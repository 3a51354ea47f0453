//! Somebody who sends what no honest client sends, and sees what comes back.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use serde_json::{Map, Value, json};

use crate::house::{Sim, World, within};

/// How soon anything at all has to be answered.
const SOON: Duration = Duration::from_mins(1);
/// How soon a card comes once a press is answered, unless it stands there already.
const CARD: Duration = Duration::from_secs(3);

/// A person with a chat of their own.
#[derive(Clone, Debug)]
pub(super) enum Intruder {
    Discord { sim: Sim, user: String, channel: String },
    Telegram { sim: Sim, user: i64 },
}

impl Intruder {
    /// Somebody new on Discord, by any name.
    pub(super) async fn on_discord(world: &World, username: &str, name: &str) -> anyhow::Result<Self> {
        let sim = world.discord_sim().clone();
        let user = sim.post("/users", json!({"username": username, "global_name": name})).await?;
        let user = user["id"].as_str().context("an id")?.to_owned();
        let opened = sim.post("/dms/open", json!({"user": user})).await?;
        let channel = opened["channel"].as_str().context("a channel")?.to_owned();
        Ok(Self::Discord { sim, user, channel })
    }

    /// Somebody new on Telegram, by any name.
    pub(super) async fn on_telegram(world: &World, username: &str, name: &str) -> anyhow::Result<Self> {
        let sim = world.telegram_sim().clone();
        let body = json!({"first_name": name, "username": username, "language_code": "en"});
        let user = sim.post("/users", body).await?["id"].as_i64().context("an id")?;
        Ok(Self::Telegram { sim, user })
    }

    /// Their id on the platform.
    pub(super) fn user(&self) -> String {
        match self {
            Self::Discord { user, .. } => user.clone(),
            Self::Telegram { user, .. } => user.to_string(),
        }
    }

    /// Runs a command by its path with one text argument; what they see then.
    pub(super) async fn run(&self, path: &str, argument: Option<(&str, &str)>) -> anyhow::Result<String> {
        match self {
            Self::Discord { .. } => {
                let options =
                    argument.map(|(name, value)| json!([{"type": 3, "name": name, "value": value}]));
                let mut words = path.split(' ').rev();
                let mut data = json!({"name": words.next(), "options": options.unwrap_or_else(|| json!([]))});
                for outer in words {
                    data["type"] = json!(1);
                    data = json!({"name": outer, "options": [data]});
                }
                data["type"] = json!(1);
                data["id"] = json!("1000000000000000001");
                self.forge(2, &data, None).await
            }
            Self::Telegram { .. } => {
                let argument = argument.map(|(_, value)| format!(" {value}")).unwrap_or_default();
                self.say(&format!("/{path}{argument}")).await
            }
        }
    }

    /// Presses what was never offered, on the newest message the bot wrote to them; what they see then.
    pub(super) async fn press(&self, key: &str, values: Option<&[&str]>) -> anyhow::Result<String> {
        match self {
            Self::Discord { .. } => {
                let card = self.newest().await?;
                let mut data = json!({"custom_id": key, "component_type": 2, "id": 1});
                if let Some(values) = values {
                    data["component_type"] = json!(3);
                    data["values"] = json!(values);
                }
                self.forge(3, &data, card["id"].as_str()).await
            }
            Self::Telegram { sim, user } => {
                let before = self.said().await?;
                let card = self.newest().await?;
                let body = json!({"user": user, "message_id": card["message_id"], "data": key});
                let query = sim.post("/forge", body).await?;
                let query = query["callback_query_id"].as_str().context("a press")?.to_owned();
                let answered = within(SOON, &format!("{key:?} is answered"), async || {
                    let answer = sim.get(&format!("/callbacks/{query}")).await?;
                    let since = answer["answered_after_ms"].as_u64();
                    Ok(since.map(|_| answer["text"].as_str().unwrap_or_default().to_owned()))
                })
                .await?;
                let fresh = within(CARD, "a card", async || {
                    let now = self.said().await?;
                    let fresh: Vec<String> = now.difference(&before).cloned().collect();
                    Ok((!fresh.is_empty() || !answered.is_empty()).then(|| fresh.join("\n")))
                });
                // what was asked for may be what stands there already
                let fresh = fresh.await.unwrap_or_else(|_| card["text"].to_string());
                Ok(format!("{answered}\n{fresh}"))
            }
        }
    }

    /// Sends a message to the bot; what they see then. Only on Telegram.
    pub(super) async fn say(&self, text: &str) -> anyhow::Result<String> {
        let Self::Telegram { sim, user } = self else { anyhow::bail!("there is nobody to say it to") };
        let sent = sim.post("/send", json!({"user": user, "text": text})).await?;
        let sent = sent["message_id"].as_i64().context("a message")?;
        within(SOON, &format!("{text:?} is answered"), async || {
            let messages = sim.get(&format!("/chats/{user}/messages")).await?;
            let answers = messages.as_array().context("messages")?.iter().filter(|message| {
                message["from"]["is_bot"] == true && message["message_id"].as_i64() > Some(sent)
            });
            let words: Vec<&str> = answers.filter_map(|message| message["text"].as_str()).collect();
            Ok((!words.is_empty()).then(|| words.join("\n")))
        })
        .await
    }

    /// Sends off a modal with any fields under any key; what they see then. Only on Discord.
    pub(super) async fn submit(&self, key: &str, fields: &[(String, String)]) -> anyhow::Result<String> {
        let row = |(name, value): &(String, String)| json!({"type": 1, "id": 1, "components": [{"type": 4, "id": 2, "custom_id": name, "value": value}]});
        let rows: Vec<Value> = fields.iter().map(row).collect();
        self.forge(5, &json!({"custom_id": key, "components": rows}), None).await
    }

    /// The form that a command opens: its key, and its fields' keys by label. Only on Discord.
    pub(super) async fn form(&self, command: &str) -> anyhow::Result<(String, Vec<(String, String)>)> {
        let Self::Discord { sim, user, channel } = self else { anyhow::bail!("forms are asked one by one") };
        let body = json!({"user": user, "channel": channel, "command": command});
        let started = sim.post("/run", body).await?;
        let id = started["interaction"].as_str().context("an interaction")?.to_owned();
        let modal = within(SOON, &format!("/{command} opens a form"), async || {
            let seen = sim.get(&format!("/interactions/{id}")).await?;
            Ok(seen["modal"]["raw"].is_object().then(|| seen["modal"]["raw"].clone()))
        })
        .await?;
        let inputs = modal["components"].as_array().into_iter().flatten().flat_map(|row| {
            row["components"].as_array().into_iter().flatten().filter_map(|input| {
                Some((input["label"].as_str()?.to_owned(), input["custom_id"].as_str()?.to_owned()))
            })
        });
        Ok((modal["custom_id"].as_str().context("a key")?.to_owned(), inputs.collect()))
    }

    /// Sends it and waits for words or a form.
    async fn forge(&self, kind: u8, data: &Value, message: Option<&str>) -> anyhow::Result<String> {
        let Self::Discord { sim, user, channel } = self else { anyhow::bail!("not on Telegram") };
        let body = json!({"user": user, "channel": channel, "message": message, "kind": kind, "data": data});
        let body = Value::Object(body.as_object().into_iter().flatten().fold(
            Map::new(),
            |mut map, (key, value)| {
                if !value.is_null() {
                    map.insert(key.clone(), value.clone());
                }
                map
            },
        ));
        let started = sim.post("/forge", body).await?;
        let id = started["interaction"].as_str().context("an interaction")?.to_owned();
        within(SOON, &format!("{data} is answered"), async || {
            let seen = sim.get(&format!("/interactions/{id}")).await?;
            ensure!(seen["state"] != "failed", "nobody responded to {data}");
            let mut words = String::new();
            read(&seen["messages"], &mut words);
            read(&seen["modal"]["raw"], &mut words);
            Ok((seen["state"] == "answered" && !words.trim().is_empty()).then_some(words))
        })
        .await
    }

    /// The newest message of the bot that they see.
    async fn newest(&self) -> anyhow::Result<Value> {
        let (path, sim) = match self {
            Self::Discord { sim, user, channel } => {
                (format!("/channels/{channel}/messages?user={user}"), sim)
            }
            Self::Telegram { sim, user } => (format!("/chats/{user}/messages"), sim),
        };
        let messages = sim.get(&path).await?;
        let bots = |message: &&Value| message["from"]["is_bot"] == true || message["author"]["bot"] == true;
        messages
            .as_array()
            .context("messages")?
            .iter()
            .rev()
            .find(bots)
            .cloned()
            .context("a message of the bot")
    }

    /// Everything the bot has said to them, each as it stands now. Only on Telegram.
    async fn said(&self) -> anyhow::Result<BTreeSet<String>> {
        let Self::Telegram { sim, user } = self else { anyhow::bail!("not on Discord") };
        let messages = sim.get(&format!("/chats/{user}/messages")).await?;
        let bots = messages.as_array().context("messages")?.iter().filter(|it| it["from"]["is_bot"] == true);
        Ok(bots.map(|it| format!("{} {} {}", it["message_id"], it["edit_date"], it["text"])).collect())
    }
}

/// All words in a message or a modal.
fn read(value: &Value, words: &mut String) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| read(value, words)),
        Value::Object(fields) => {
            for (key, value) in fields {
                match (key.as_str(), value) {
                    ("content" | "label" | "title", Value::String(text)) => {
                        words.push_str(text);
                        words.push('\n');
                    }
                    ("components" | "component" | "accessory", value) => read(value, words),
                    _ => (),
                }
            }
        }
        _ => (),
    }
}
