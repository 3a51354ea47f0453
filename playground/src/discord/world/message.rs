//! Messages: made, edited, deleted, and found again by nonce.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{Channel, Entry, Home, Id, World, component, id_of, iso};
use crate::discord::check::{
    mention,
    message::{flag, flags},
};

/// For how long a nonce finds the message it was sent with, in milliseconds.
const NONCE_MS: i64 = 300_000;

/// A message as it stands.
#[derive(Debug)]
pub(in crate::discord) struct Message {
    /// The message object; the REST API, the gateway and the page show it unchanged.
    pub(in crate::discord) raw: Value,
    /// The one person who sees it, if it is ephemeral.
    pub(in crate::discord) only_for: Option<Id>,
    /// The interaction it answers.
    pub(in crate::discord) interaction: Option<Id>,
}

/// Where a message comes from.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::discord) struct Born {
    pub(in crate::discord) interaction: Option<Id>,
    /// Whom an ephemeral message is for.
    pub(in crate::discord) only_for: Option<Id>,
    /// Still to be filled: "thinking...".
    pub(in crate::discord) loading: bool,
}

/// A file that came with a message.
#[derive(Clone, Debug)]
pub(in crate::discord) struct File {
    pub(in crate::discord) name: String,
    pub(in crate::discord) content_type: String,
    pub(in crate::discord) bytes: Vec<u8>,
}

/// A nonce that was used a moment ago.
#[derive(Debug)]
pub(in crate::discord) struct Nonce {
    at_ms: i64,
    channel: Id,
    text: String,
    message: Id,
}

impl Message {
    /// Whether that person sees it.
    pub(in crate::discord) fn is_for(&self, user: Id) -> bool {
        self.only_for.is_none_or(|only| only == user)
    }

    pub(in crate::discord) fn flags(&self) -> u64 {
        flags(&self.raw)
    }

    pub(in crate::discord) fn is_loading(&self) -> bool {
        self.flags() & flag::LOADING != 0
    }
}

impl File {
    /// The attachment object; `at` is the address files are served under.
    pub(in crate::discord) fn object(&self, id: Id, at: &str) -> Value {
        let url = format!("{at}/{id}/{}", self.name);
        json!({
            "id": id.to_string(),
            "filename": self.name,
            "content_type": self.content_type,
            "size": self.bytes.len(),
            "url": url,
            "proxy_url": url,
        })
    }
}

impl World {
    /// Keeps a file, to be served under the id it gets.
    pub(in crate::discord) fn store_file(&mut self, file: File, now_ms: i64) -> Id {
        let id = self.next_id(now_ms);
        self.files.insert(id, file);
        id
    }

    /// Puts a message of the bot's into a channel. `files_at` is the address files are served under.
    pub(in crate::discord) fn create_message(
        &mut self,
        channel: Id,
        body: &Value,
        files: Vec<File>,
        born: Born,
        (now_ms, files_at): (i64, &str),
    ) -> Id {
        let id = self.next_id(now_ms);
        let mut bits = flags(body) & flag::SETTABLE;
        if born.only_for.is_some() {
            bits |= flag::EPHEMERAL;
        }
        if born.loading {
            bits |= flag::LOADING;
        }
        let metadata =
            born.interaction.and_then(|id| self.interactions.get(&id)).map(|it| it.metadata.clone());
        let slash = metadata.as_ref().is_some_and(|metadata| metadata["type"] == 2);
        let mut raw = json!({
            "id": id.to_string(),
            "type": if slash { 20 } else { 0 },
            "channel_id": channel.to_string(),
            "author": self.bot.user(),
            "application_id": self.bot.id.to_string(),
            "content": "",
            "timestamp": iso(now_ms),
            "edited_timestamp": null,
            "tts": body["tts"] == true,
            "mention_everyone": false,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "pinned": false,
            "flags": bits,
        });
        if let Some(metadata) = metadata {
            raw["webhook_id"] = json!(self.bot.id.to_string());
            raw["interaction_metadata"] = metadata;
        }
        if !body["nonce"].is_null() {
            raw["nonce"] = body["nonce"].clone();
        }
        if let Some(replied) = body["message_reference"]["message_id"].as_str() {
            raw["type"] = json!(19);
            raw["message_reference"] =
                json!({"type": 0, "channel_id": channel.to_string(), "message_id": replied});
        }
        self.write(&mut raw, body, files, (now_ms, files_at));
        let message = Message { raw, only_for: born.only_for, interaction: born.interaction };
        if let Some(place) = self.channels.get_mut(&channel) {
            place.entries.insert(id, Entry::Message(message));
        }
        id
    }

    /// Changes what `body` names and nothing else. The V2 flag stays once it is set.
    pub(in crate::discord) fn edit_message(
        &mut self,
        channel: Id,
        id: Id,
        body: &Value,
        files: Vec<File>,
        (now_ms, files_at): (i64, &str),
    ) {
        let Some(message) = self.channels.get(&channel).and_then(|place| place.message(id)) else { return };
        let (mut raw, was_loading) = (message.raw.clone(), message.is_loading());
        let mut bits = message.flags() & !flag::LOADING;
        if !body["flags"].is_null() {
            bits = (bits & !flag::NO_EMBEDS) | (flags(body) & (flag::NO_EMBEDS | flag::V2));
        }
        raw["flags"] = json!(bits);
        if was_loading {
            raw["timestamp"] = json!(iso(now_ms));
        } else {
            raw["edited_timestamp"] = json!(iso(now_ms));
        }
        self.write(&mut raw, body, files, (now_ms, files_at));
        if let Some(message) = self.channels.get_mut(&channel).and_then(|place| place.message_mut(id)) {
            message.raw = raw;
        }
    }

    fn write(&mut self, raw: &mut Value, body: &Value, files: Vec<File>, (now_ms, files_at): (i64, &str)) {
        for field in ["content", "embeds", "components"] {
            if let Some(value) = body.get(field) {
                let empty = if field == "content" { json!("") } else { json!([]) };
                raw[field] = if value.is_null() { empty } else { value.clone() };
            }
        }
        self.attach(raw, body, files, (now_ms, files_at));
        for embed in raw["embeds"].as_array_mut().into_iter().flatten() {
            embed["type"] = json!("rich");
        }
        let attachments = raw["attachments"].as_array().cloned().unwrap_or_default();
        let media_from = self.next_id(now_ms);
        if let Some(components) = raw["components"].as_array_mut() {
            component::complete(components, &attachments, media_from);
        }
        self.notify(raw, &body["allowed_mentions"]);
    }

    /// Keeps the files `body` lists (all, if it lists none) and adds those that came along.
    fn attach(&mut self, raw: &mut Value, body: &Value, files: Vec<File>, (now_ms, at): (i64, &str)) {
        let mut kept: Vec<Value> = raw["attachments"].as_array().cloned().unwrap_or_default();
        if let Some(listed) = body["attachments"].as_array() {
            let ids: HashSet<Id> = listed.iter().filter_map(|file| id_of(&file["id"])).collect();
            kept.retain(|file| id_of(&file["id"]).is_some_and(|id| ids.contains(&id)));
        }
        for file in files {
            let id = self.store_file(file, now_ms);
            kept.extend(self.files.get(&id).map(|file| file.object(id, at)));
        }
        raw["attachments"] = Value::Array(kept);
    }

    fn notify(&self, raw: &mut Value, allowed: &Value) {
        let mut text = raw["content"].as_str().unwrap_or_default().to_owned();
        for component in raw["components"].as_array().into_iter().flatten() {
            gather_text(component, &mut text);
        }
        let mentioned = self.people.values().filter(|person| {
            let (plain, nick) = (format!("<@{}>", person.id), format!("<@!{}>", person.id));
            (text.contains(&plain) || text.contains(&nick)) && mention::notifies(allowed, person.id)
        });
        raw["mentions"] = mentioned.map(super::Person::user).collect();
        let everyone = text.contains("@everyone") || text.contains("@here");
        raw["mention_everyone"] = json!(everyone && mention::notifies_everyone(allowed));
    }

    /// The message a nonce was used for in this channel in the last minutes.
    pub(in crate::discord) fn by_nonce(&mut self, channel: Id, nonce: &Value, now_ms: i64) -> Option<Id> {
        self.nonces.retain(|used| now_ms - used.at_ms < NONCE_MS);
        let text = nonce.to_string();
        let used = self.nonces.iter().find(|used| used.channel == channel && used.text == text)?;
        Some(used.message)
    }

    /// Remembers what a nonce was used for.
    pub(in crate::discord) fn keep_nonce(&mut self, channel: Id, nonce: &Value, message: Id, at_ms: i64) {
        self.nonces.push_back(Nonce { at_ms, channel, text: nonce.to_string(), message });
    }

    /// Takes a message away; says whether it was there.
    pub(in crate::discord) fn delete_message(&mut self, channel: Id, id: Id) -> bool {
        let Some(place) = self.channels.get_mut(&channel) else { return false };
        place.message(id).is_some() && place.entries.remove(&id).is_some()
    }

    /// A message and the channel it is in.
    pub(in crate::discord) fn find_message(&self, id: Id) -> Option<(&Channel, &Message)> {
        self.channels.values().find_map(|channel| Some((channel, channel.message(id)?)))
    }

    /// Whether that person can see a message of that channel.
    pub(in crate::discord) fn may_see(&self, user: Id, channel: &Channel) -> bool {
        match channel.home {
            Home::Guild => self.people.get(&user).is_some_and(|person| person.in_guild),
            Home::Dm(owner) => owner == user,
        }
    }
}

fn gather_text(component: &Value, text: &mut String) {
    if let Some(content) = component["content"].as_str() {
        text.push('\n');
        text.push_str(content);
    }
    for (_, child) in crate::discord::check::component::children(component) {
        gather_text(child, text);
    }
}
