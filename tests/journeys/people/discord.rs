//! Somebody on Discord.

use anyhow::Context as _;
use serde_json::{Map, Value, json};

use super::{Done, Screen};
use crate::house::{Sim, eventually};

/// Where somebody talks to the bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    /// In the server's channel.
    Server,
    /// In their direct messages, opened by themselves.
    Direct,
}

/// A member of the server, who reads its channel and their direct messages.
#[derive(Clone, Debug)]
pub(crate) struct OnDiscord {
    sim: Sim,
    user: String,
    channel: String,
}

impl OnDiscord {
    pub(super) async fn join(sim: &Sim, name: &str, room: Room) -> anyhow::Result<Self> {
        let username = name.to_lowercase().replace([' ', '.'], "");
        let user = sim.post("/users", json!({"username": username, "global_name": name})).await?;
        let user = user["id"].as_str().context("an id")?.to_owned();
        if room == Room::Direct {
            let opened = sim.post("/dms/open", json!({"user": user})).await?;
            let channel = opened["channel"].as_str().context("a channel")?.to_owned();
            return Ok(Self { sim: sim.clone(), user, channel });
        }
        let state = sim.get(&format!("/state?user={user}")).await?;
        let channels = state["channels"].as_array().context("channels")?;
        let channel =
            channels.iter().find(|channel| channel["kind"] == "guild").context("a server channel")?;
        let channel = channel["id"].as_str().context("its id")?.to_owned();
        Ok(Self { sim: sim.clone(), user, channel })
    }

    pub(super) fn user(&self) -> &str {
        &self.user
    }

    pub(super) async fn screens(&self) -> anyhow::Result<Vec<Screen>> {
        let mut screens = Vec::new();
        for channel in self.state().await?["channels"].as_array().context("channels")? {
            let id = channel["id"].as_str().context("a channel's id")?;
            let messages = self.sim.get(&format!("/channels/{id}/messages?user={}", self.user)).await?;
            let messages = messages.as_array().context("messages")?;
            screens.extend(messages.iter().filter_map(Screen::of_discord));
        }
        // ids grow with time, whatever the channel
        screens.sort_by_key(|screen| screen.id.parse::<u64>().unwrap_or_default());
        Ok(screens)
    }

    pub(super) async fn run(&self, command: &str) -> anyhow::Result<Done> {
        let body = json!({"user": self.user, "channel": self.channel, "command": command});
        self.done("/run", body).await
    }

    pub(super) async fn press(&self, message: &str, custom_id: &str) -> anyhow::Result<Done> {
        let body = json!({"user": self.user, "message": message, "custom_id": custom_id});
        self.done("/press", body).await
    }

    /// Sends off the modal that opens.
    pub(super) async fn submit(&self, fields: &[(&str, &str)]) -> anyhow::Result<Done> {
        let modal = eventually("a modal opens", async || {
            Ok(self.state().await?["modals"].as_array().and_then(|modals| modals.last().cloned()))
        })
        .await?;
        let mut inputs = Vec::new();
        collect_inputs(&modal["raw"]["components"], None, &mut inputs);
        let mut values = Map::new();
        for (label, value) in fields {
            let (_, key) = inputs
                .iter()
                .find(|(words, _)| words.starts_with(label))
                .with_context(|| format!("no field {label:?} in {inputs:?}"))?;
            values.insert(key.clone(), json!(value));
        }
        let body = json!({"user": self.user, "modal": modal["id"], "fields": values});
        self.done("/submit", body).await
    }

    async fn state(&self) -> anyhow::Result<Value> {
        self.sim.get(&format!("/state?user={}", self.user)).await
    }

    /// Does it and waits until the bot has taken it, or hasn't.
    async fn done(&self, verb: &str, body: Value) -> anyhow::Result<Done> {
        let started = self.sim.post(verb, body).await?;
        let id = started["interaction"].as_str().context("an interaction")?;
        eventually("an interaction is taken or fails", async || {
            let seen = self.sim.get(&format!("/interactions/{id}")).await?;
            Ok(match seen["state"].as_str() {
                Some("acknowledged" | "answered") => Some(Done::Taken),
                Some("failed") => Some(Done::NoResponse),
                _ => None,
            })
        })
        .await
    }
}

/// Labels and ids of a modal's fields, whichever way they are nested.
fn collect_inputs(components: &Value, label: Option<&str>, inputs: &mut Vec<(String, String)>) {
    for component in components.as_array().into_iter().flatten() {
        let label = component["label"].as_str().or(label);
        if let (Some(4), Some(label), Some(key)) =
            (component["type"].as_i64(), label, component["custom_id"].as_str())
        {
            inputs.push((label.to_owned(), key.to_owned()));
        }
        collect_inputs(&component["components"], label, inputs);
        if component["component"].is_object() {
            collect_inputs(&Value::Array(vec![component["component"].clone()]), label, inputs);
        }
    }
}
