//! The state of the stand-in: people, channels, messages, commands, interactions.

mod commands;
mod component;
mod interaction;
mod message;
mod people;
mod rooms;
mod snowflake;

use std::collections::{BTreeMap, HashMap, VecDeque};

use serde_json::Value;

use self::snowflake::Snowflakes;
pub(super) use self::{
    commands::{Scope, shown},
    interaction::{Interaction, Modal, State, TOKEN_MS},
    message::{Born, File, Message, Nonce},
    people::Person,
    rooms::{Channel, Entry, Guild, Home},
    snowflake::{Id, id_of, iso},
};
use super::options::Options;

/// How long a first answer may take, in milliseconds.
pub(super) const ANSWER_MS: i64 = 3_000;

/// Everything the stand-in knows.
#[derive(Debug)]
pub(super) struct World {
    ids: Snowflakes,
    pub(super) bot: Person,
    pub(super) guild: Guild,
    pub(super) people: BTreeMap<Id, Person>,
    pub(super) channels: BTreeMap<Id, Channel>,
    pub(super) commands: BTreeMap<Id, (Scope, Value)>,
    pub(super) interactions: HashMap<Id, Interaction>,
    tokens: HashMap<String, Id>,
    pub(super) modals: BTreeMap<Id, Modal>,
    pub(super) files: BTreeMap<Id, File>,
    nonces: VecDeque<Nonce>,
    dm_opens: VecDeque<i64>,
}

impl World {
    /// One server with the channels of `options`, the bot in it, nobody else.
    pub(super) fn new(options: &Options, now_ms: i64) -> Self {
        let mut ids = Snowflakes::default();
        let mut bot = Person::new(ids.next(now_ms), &options.bot_name, &options.bot_name);
        bot.bot = true;
        let guild = Guild { id: ids.next(now_ms), name: options.guild_name.clone(), since_ms: now_ms };
        let channels = options.channels.iter().map(|name| {
            let id = ids.next(now_ms);
            (id, Channel::in_guild(id, name))
        });
        Self {
            channels: channels.collect(),
            ids,
            bot,
            guild,
            people: BTreeMap::new(),
            commands: BTreeMap::new(),
            interactions: HashMap::new(),
            tokens: HashMap::new(),
            modals: BTreeMap::new(),
            files: BTreeMap::new(),
            nonces: VecDeque::new(),
            dm_opens: VecDeque::new(),
        }
    }

    /// A new id, greater than all before.
    pub(super) fn next_id(&mut self, now_ms: i64) -> Id {
        self.ids.next(now_ms)
    }
}
