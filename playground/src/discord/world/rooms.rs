//! The server and the channels, with what stands in them.

use std::{collections::BTreeMap, sync::LazyLock};

use serde_json::{Value, json};

use super::{Id, Message, World, iso, people::TO_DM};

/// Somebody who made the server and is never seen.
const OWNER: Id = 1;

/// What a server without any settings of its own says of itself.
static PLAIN_GUILD: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../tables/discord_guild.json")).expect("the table is readable")
});

/// The bot's server.
#[derive(Clone, Debug)]
pub(in crate::discord) struct Guild {
    pub(in crate::discord) id: Id,
    pub(in crate::discord) name: String,
    /// When it was made, and when everybody joined.
    pub(in crate::discord) since_ms: i64,
}

/// Where a channel is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::discord) enum Home {
    Guild,
    /// Between the bot and this person.
    Dm(Id),
}

/// A channel and its entries in order.
#[derive(Debug)]
pub(in crate::discord) struct Channel {
    pub(in crate::discord) id: Id,
    pub(in crate::discord) name: String,
    pub(in crate::discord) home: Home,
    pub(in crate::discord) entries: BTreeMap<Id, Entry>,
}

/// What a person sees in a channel.
#[derive(Debug)]
pub(in crate::discord) enum Entry {
    Message(Message),
    /// A line the client itself shows to one person.
    Notice {
        user: Id,
        interaction: Id,
        text: &'static str,
    },
}

impl Channel {
    pub(in crate::discord) fn in_guild(id: Id, name: &str) -> Self {
        Self { id, name: name.to_owned(), home: Home::Guild, entries: BTreeMap::new() }
    }

    /// A message that anybody but `only_for` others may see.
    pub(in crate::discord) fn message(&self, id: Id) -> Option<&Message> {
        match self.entries.get(&id)? {
            Entry::Message(message) => Some(message),
            Entry::Notice { .. } => None,
        }
    }

    pub(in crate::discord) fn message_mut(&mut self, id: Id) -> Option<&mut Message> {
        match self.entries.get_mut(&id)? {
            Entry::Message(message) => Some(message),
            Entry::Notice { .. } => None,
        }
    }

    pub(in crate::discord) const fn is_for(&self, user: Id) -> bool {
        match self.home {
            Home::Guild => true,
            Home::Dm(owner) => owner == user,
        }
    }
}

impl World {
    /// The channel object.
    pub(in crate::discord) fn channel_object(&self, channel: &Channel) -> Value {
        let last = channel.entries.keys().next_back().map(ToString::to_string);
        match channel.home {
            Home::Guild => json!({
                "id": channel.id.to_string(),
                "type": 0,
                "guild_id": self.guild.id.to_string(),
                "name": channel.name,
                "position": 0,
                "permission_overwrites": [],
                "topic": null,
                "nsfw": false,
                "rate_limit_per_user": 0,
                "parent_id": null,
                "flags": 0,
                "last_message_id": last,
            }),
            Home::Dm(user) => json!({
                "id": channel.id.to_string(),
                "type": 1,
                "flags": 0,
                "last_message_id": last,
                "recipients": self.person(user).map(super::Person::user).into_iter().collect::<Vec<_>>(),
            }),
        }
    }

    /// The guild object, with what GUILD_CREATE adds.
    pub(in crate::discord) fn guild_object(&self) -> Value {
        let guild = &self.guild;
        let everyone = json!({
            "id": guild.id.to_string(),
            "name": "@everyone",
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
            "hoist": false,
            "icon": null,
            "unicode_emoji": null,
            "position": 0,
            "permissions": super::people::PERMISSIONS.to_string(),
            "managed": false,
            "mentionable": false,
            "flags": 0,
        });
        let mut object = PLAIN_GUILD.clone();
        for (field, value) in [
            ("id", json!(guild.id.to_string())),
            ("name", json!(guild.name)),
            ("owner_id", json!(OWNER.to_string())),
            ("roles", json!([everyone])),
            ("joined_at", json!(iso(guild.since_ms))),
            ("member_count", json!(self.people.values().filter(|person| person.in_guild).count() + 1)),
            ("members", json!([self.bot.member(guild)])),
            ("channels", self.guild_channels().map(|channel| self.channel_object(channel)).collect()),
        ] {
            object[field] = value;
        }
        object
    }

    /// The channels of the server.
    pub(in crate::discord) fn guild_channels(&self) -> impl Iterator<Item = &Channel> {
        self.channels.values().filter(|channel| channel.home == Home::Guild)
    }

    /// The server's id, for what happens in one of its channels.
    pub(in crate::discord) fn guild_of(&self, channel: Id) -> Option<Id> {
        let home = self.channels.get(&channel)?.home;
        (home == Home::Guild).then_some(self.guild.id)
    }

    /// The channel between the bot and a person, made if it isn't there.
    pub(in crate::discord) fn dm_of(&mut self, user: Id) -> Option<Id> {
        if let Some(channel) = self.people.get(&user)?.dm {
            return Some(channel);
        }
        let id = user + TO_DM;
        let name = self.bot.global_name.clone();
        self.channels.insert(id, Channel { id, name, home: Home::Dm(user), entries: BTreeMap::new() });
        self.people.get_mut(&user)?.dm = Some(id);
        Some(id)
    }
}
