//! Channels and the messages in them.

use serde_json::{Value, json};

use super::{Answer, Request};
use crate::discord::{
    check::message::{self, Setting},
    gateway::Audience,
    refusal::Refusal,
    world::{Born, Entry, Home, Id, id_of},
};

/// Messages in servers, messages in DMs: the intents that hear of them.
const GUILD_MESSAGES: u64 = 1 << 9;
const DIRECT_MESSAGES: u64 = 1 << 12;

impl Request<'_> {
    fn channel_id(&self) -> Result<Id, Refusal> {
        let id = self.id("channel_id");
        let known = self.discord.world().channels.contains_key(&id);
        if known { Ok(id) } else { Err(Refusal::UNKNOWN_CHANNEL) }
    }

    /// A message the bot can reach by its channel: an ephemeral one it can't.
    fn message_raw(&self, channel: Id, id: Id) -> Result<Value, Refusal> {
        let world = self.discord.world();
        let message = world.channels.get(&channel).and_then(|channel| channel.message(id));
        let public = message.filter(|message| message.only_for.is_none());
        public.map(|message| message.raw.clone()).ok_or(Refusal::UNKNOWN_MESSAGE)
    }

    pub(super) fn channel(self) -> Answer {
        let id = self.channel_id()?;
        let world = self.discord.world();
        let channel = world.channels.get(&id).ok_or(Refusal::UNKNOWN_CHANNEL)?;
        Ok(Some(world.channel_object(channel)))
    }

    pub(super) fn list_messages(self) -> Answer {
        let id = self.channel_id()?;
        let limit = self.query("limit").map_or(Ok(50), str::parse::<usize>);
        let limit = limit.ok().filter(|limit| (1..=100).contains(limit)).ok_or_else(|| {
            Refusal::field(&["limit"], "NUMBER_TYPE_MAX", "int value should be less than or equal to 100.")
        })?;
        let bound = |name: &str| self.query(name).and_then(|text| text.parse::<Id>().ok());
        let (before, after) = (bound("before"), bound("after"));
        let world = self.discord.world();
        let channel = world.channels.get(&id).ok_or(Refusal::UNKNOWN_CHANNEL)?;
        let found = channel.entries.iter().rev().filter_map(|(id, entry)| match entry {
            Entry::Message(message) if message.only_for.is_none() => Some((*id, message.raw.clone())),
            _ => None,
        });
        let found =
            found.filter(|(id, _)| before.is_none_or(|at| *id < at) && after.is_none_or(|at| *id > at));
        Ok(Some(found.take(limit).map(|(_, raw)| raw).collect()))
    }

    pub(super) fn get_message(self) -> Answer {
        let channel = self.channel_id()?;
        self.message_raw(channel, self.id("message_id")).map(Some)
    }

    pub(super) fn create_message(mut self) -> Answer {
        let channel = self.channel_id()?;
        let now_ms = self.discord.now_ms();
        let home = self.discord.world().channels.get(&channel).map(|channel| channel.home);
        if let Some(Home::Dm(user)) = home {
            self.discord.world().may_write_to(user)?;
        }
        let body = std::mem::take(&mut self.sent.body);
        let nonce = Some(&body["nonce"]).filter(|nonce| !nonce.is_null() && body["enforce_nonce"] == true);
        if let Some(nonce) = nonce {
            let known = self.discord.world().by_nonce(channel, nonce, now_ms);
            if let Some(Ok(raw)) = known.map(|id| self.message_raw(channel, id)) {
                return Ok(Some(raw));
            }
        }
        let files = self.sent.file_names(&Value::Null);
        message::check(&body, &Setting { before: None, files: &files, base: &[] })?;
        self.check_reply(channel, &body)?;
        let files = std::mem::take(&mut self.sent.files);
        let id = {
            let mut world = self.discord.world();
            let place = (now_ms, self.discord.files_at());
            let id = world.create_message(channel, &body, files, Born::default(), (place.0, &place.1));
            if let Some(nonce) = nonce {
                world.keep_nonce(channel, nonce, id, now_ms);
            }
            id
        };
        self.discord.tell_message("message", channel, id);
        self.tell_gateway("MESSAGE_CREATE", channel, id);
        self.message_raw(channel, id).map(Some)
    }

    fn check_reply(&self, channel: Id, body: &Value) -> Result<(), Refusal> {
        let reference = &body["message_reference"];
        match id_of(&reference["message_id"]) {
            Some(id) if reference["fail_if_not_exists"] != false => {
                self.message_raw(channel, id).map(|_| ()).map_err(|_| {
                    Refusal::field(&["message_reference"], "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
                })
            }
            _ => Ok(()),
        }
    }

    pub(super) fn update_message(mut self) -> Answer {
        let channel = self.channel_id()?;
        let id = self.id("message_id");
        let before = self.message_raw(channel, id)?;
        let files = self.sent.file_names(&before);
        message::check(&self.sent.body, &Setting { before: Some(&before), files: &files, base: &[] })?;
        let files = std::mem::take(&mut self.sent.files);
        let place = (self.discord.now_ms(), self.discord.files_at());
        self.discord.world().edit_message(channel, id, &self.sent.body, files, (place.0, &place.1));
        self.discord.tell_message("edited", channel, id);
        self.tell_gateway("MESSAGE_UPDATE", channel, id);
        self.message_raw(channel, id).map(Some)
    }

    pub(super) fn delete_message(self) -> Answer {
        let channel = self.channel_id()?;
        let id = self.id("message_id");
        self.message_raw(channel, id)?;
        self.discord.world().delete_message(channel, id);
        self.discord.tell_deleted(channel, id);
        Ok(None)
    }

    pub(super) fn type_something(self) -> Answer {
        let channel = self.channel_id()?;
        self.discord.tell(json!({"kind": "typing", "channel": channel.to_string()}));
        Ok(None)
    }

    fn tell_gateway(&self, name: &str, channel: Id, id: Id) {
        let Ok(mut raw) = self.message_raw(channel, id) else { return };
        let guild = self.discord.world().guild_of(channel);
        if let Some(guild) = guild {
            raw["guild_id"] = json!(guild.to_string());
        }
        let intent = if guild.is_some() { GUILD_MESSAGES } else { DIRECT_MESSAGES };
        let now_ms = self.discord.now_ms();
        self.discord.sessions().publish(name, &raw, Audience { intent, guild }, now_ms);
    }
}
