//! What a person sees.

use std::time::Duration;

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::discord::{
    Discord,
    world::{Entry, Home, Interaction, Message, State, TOKEN_MS, World},
};

impl Discord {
    /// Everything around the messages: `{user, bot, guild, channels, commands, modals, users, gateway_connected, files_at}`.
    ///
    /// Files whose address starts with `files_at` are served by the sim's router too, at `attachments`.
    pub fn state(&self, user: Option<u64>) -> anyhow::Result<Value> {
        let connected = self.sessions().is_connected();
        let world = self.world();
        let person = user.map(|user| world.people.get(&user).context("no such user")).transpose()?;
        let visible = world.channels.values().filter(|channel| match (channel.home, user) {
            (_, Some(user)) => world.may_see(user, channel),
            (home, None) => home == Home::Guild,
        });
        let channels: Vec<Value> = visible
            .map(|channel| {
                let kind = if channel.home == Home::Guild { "guild" } else { "dm" };
                json!({"id": channel.id.to_string(), "name": channel.name, "kind": kind})
            })
            .collect();
        let modals: Vec<Value> = world
            .modals
            .values()
            .filter(|modal| Some(modal.user) == user)
            .map(|modal| json!({"id": modal.id.to_string(), "raw": modal.raw}))
            .collect();
        Ok(json!({
            "user": person.map(crate::discord::world::Person::user),
            "bot": world.bot.user(),
            "guild": {"id": world.guild.id.to_string(), "name": world.guild.name},
            "channels": channels,
            "commands": world.commands.values().map(|(_, command)| command).collect::<Vec<_>>(),
            "modals": modals,
            "users": world.people.values().map(crate::discord::world::Person::user).collect::<Vec<_>>(),
            "gateway_connected": connected,
            "files_at": self.files_at(),
        }))
    }

    /// What stands in a channel for that person, oldest first: message objects, and notices of the client's own.
    pub fn messages(&self, user: u64, channel: u64) -> anyhow::Result<Vec<Value>> {
        let now_ms = self.now_ms();
        let world = self.world();
        let channel = world.channels.get(&channel).context("no such channel")?;
        ensure!(world.may_see(user, channel), "that person does not see the channel");
        let entries = channel.entries.iter().filter_map(|(id, entry)| match entry {
            Entry::Message(message) if !message.is_for(user) => None,
            Entry::Message(message) if given_up(&world, message, now_ms) => {
                Some(json!({"id": id.to_string(), "notice": "The application did not respond"}))
            }
            Entry::Message(message) => Some(message.raw.clone()),
            Entry::Notice { user: only, interaction, text } => (*only == user).then(
                || json!({"id": id.to_string(), "notice": text, "interaction": interaction.to_string()}),
            ),
        });
        Ok(entries.collect())
    }

    /// How an interaction stands: `{id, state, answered_after_ms, messages, modal?, choices?}`.
    pub fn interaction(&self, id: u64) -> Option<Value> {
        let world = self.world();
        let interaction = world.interactions.get(&id)?;
        let channel = world.channels.get(&interaction.channel);
        let messages = interaction.messages.iter().filter_map(|id| channel?.message(*id));
        let mut seen = json!({
            "id": id.to_string(),
            "state": word(interaction),
            "answered_after_ms": interaction.answered_ms.map(|at| at - interaction.created_ms),
            "messages": messages.map(|message| &message.raw).collect::<Vec<_>>(),
        });
        if let Some(modal) = interaction.modal {
            let raw = world.modals.get(&modal).map(|modal| &modal.raw);
            seen["modal"] = json!({"id": modal.to_string(), "raw": raw});
        }
        if let Some(choices) = &interaction.choices {
            seen["choices"] = choices.clone();
        }
        Some(seen)
    }

    /// Waits until an interaction is answered or failed; nothing if that takes longer than `within`.
    pub async fn settled(&self, id: u64, within: Duration) -> Option<Value> {
        let wait = async {
            loop {
                let changed = self.0.changed.notified();
                let state = self.world().interactions.get(&id)?.state;
                if matches!(state, State::Answered | State::Failed) {
                    return self.interaction(id);
                }
                changed.await;
            }
        };
        tokio::time::timeout(within, wait).await.ok().flatten()
    }
}

/// A deferred answer that never came before its token died.
fn given_up(world: &World, message: &Message, now_ms: i64) -> bool {
    let interaction = message.interaction.and_then(|id| world.interactions.get(&id));
    message.is_loading() && interaction.is_none_or(|it| now_ms - it.created_ms > TOKEN_MS)
}

const fn word(interaction: &Interaction) -> &'static str {
    match interaction.state {
        State::Pending => "pending",
        State::Acknowledged => "acknowledged",
        State::Answered => "answered",
        State::Failed => "failed",
    }
}
