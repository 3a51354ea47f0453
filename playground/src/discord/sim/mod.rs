//! What people do, and what they see: the other side of the stand-in.

mod command;
mod component;
mod dispatch;
mod forge;
mod http;
mod modal;
mod view;

use anyhow::Context;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    Discord,
    world::{Home, Id, Person},
};

pub use self::command::Call;
use self::forge::Forgery;

/// A person to add.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct NewUser {
    /// Their unique name.
    pub username: String,
    /// The name others see; the unique one if there is none.
    #[serde(default)]
    pub global_name: Option<String>,
    /// Their client's language, as in `pt-BR`; `en-US` if there is none.
    #[serde(default)]
    pub locale: Option<String>,
    /// Whether they are outside the bot's server.
    #[serde(default)]
    pub outside: bool,
    /// Whether they installed the app for themselves.
    #[serde(default)]
    pub installed: bool,
    /// Whether they may do everything in the server.
    #[serde(default)]
    pub administrator: bool,
}

/// What can happen to the gateway.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Mishap {
    /// Every connection breaks off without a word.
    Drop,
    /// Every client is asked to reconnect (op 7).
    Reconnect,
    /// Every session ends and can't be resumed (op 9).
    InvalidSession,
}

impl Discord {
    /// Adds a person and returns their id.
    pub fn add_user(&self, new: NewUser) -> u64 {
        let mut world = self.world();
        let id = world.next_person_id();
        let mut person = Person::new(id, &new.username, new.global_name.as_ref().unwrap_or(&new.username));
        person.locale = new.locale.unwrap_or(person.locale);
        person.in_guild = !new.outside;
        person.installed = new.installed;
        if new.administrator {
            person.permissions |= 1 << 3 | 1 << 5;
        }
        let user = person.user();
        world.people.insert(id, person);
        drop(world);
        self.tell(json!({"kind": "user", "user": user}));
        id
    }

    /// A person closes their direct messages to the bot, or opens them again.
    pub fn set_dms_closed(&self, user: u64, closed: bool) -> anyhow::Result<()> {
        self.world().people.get_mut(&user).context("no such user")?.dms_closed = closed;
        Ok(())
    }

    /// A person opens the chat with the bot; returns the channel.
    pub fn open_dm(&self, user: u64) -> anyhow::Result<u64> {
        let channel = self.world().dm_of(user).context("no such user")?;
        self.tell(json!({"kind": "dm", "user": user.to_string(), "channel": channel.to_string()}));
        Ok(channel)
    }

    /// Something happens to the gateway.
    pub fn mishap(&self, mishap: Mishap) {
        let mut sessions = self.sessions();
        match mishap {
            Mishap::Drop => sessions.drop_all(),
            Mishap::Reconnect => sessions.ask_to_reconnect(),
            Mishap::InvalidSession => sessions.invalidate_all(),
        }
    }

    /// A channel of the server by name.
    pub fn channel(&self, name: &str) -> Option<u64> {
        self.world().guild_channels().find(|channel| channel.name == name).map(|channel| channel.id)
    }

    /// A file a message came with: content type and bytes.
    pub fn file(&self, id: u64) -> Option<(String, Vec<u8>)> {
        let world = self.world();
        let file = world.files.get(&id)?;
        Some((file.content_type.clone(), file.bytes.clone()))
    }

    /// `kind` is `message` for a new one, `edited` for one that changed.
    pub(super) fn tell_message(&self, kind: &str, channel: Id, id: Id) {
        let told = {
            let world = self.world();
            let place = world.channels.get(&channel);
            place.and_then(|place| place.message(id).map(|message| (place, message))).map(
                |(place, message)| {
                    let owner = match place.home {
                        Home::Guild => message.only_for,
                        Home::Dm(owner) => Some(owner),
                    };
                    json!({
                        "kind": kind,
                        "channel": channel.to_string(),
                        "user": owner.map(|user| user.to_string()),
                        "message": message.raw,
                    })
                },
            )
        };
        if let Some(event) = told {
            self.tell(event);
        }
    }

    pub(super) fn tell_deleted(&self, channel: Id, id: Id) {
        self.tell(json!({"kind": "deleted", "channel": channel.to_string(), "id": id.to_string()}));
    }

    pub(super) fn tell_interaction(&self, id: Id) {
        let state = self.interaction(id).map_or(Value::Null, |seen| seen["state"].clone());
        self.tell(json!({"kind": "interaction", "interaction": id.to_string(), "state": state}));
    }
}
