//! Everything the stand-in remembers, behind one lock.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};
use tokio::sync::{broadcast, watch};

use super::{
    chat::{ChatRef, Person},
    flood::Flood,
    history::History,
    methods::{callback::Callback, file::Kept, profile::Profile},
    options::Options,
    refusal::Refusal,
    updates::Updates,
    webhook::Webhook,
};

/// The bot, the people, what they said and what is on its way.
#[derive(Debug)]
pub(super) struct World {
    pub(super) options: Options,
    /// Now, in milliseconds since the Unix epoch; set whenever the lock is taken.
    pub(super) now_ms: i64,
    pub(super) people: BTreeMap<i64, Person>,
    /// Groups that an injected update spoke of.
    pub(super) groups: BTreeMap<i64, Value>,
    pub(super) history: History,
    pub(super) updates: Updates,
    pub(super) flood: Flood,
    pub(super) callbacks: BTreeMap<String, Callback>,
    pub(super) profile: Profile,
    pub(super) files: HashMap<String, Kept>,
    pub(super) webhook: Option<Webhook>,
    /// Counts what a poller or a webhook should look at anew.
    arrivals: watch::Sender<u64>,
    events: broadcast::Sender<Value>,
    last_number: i64,
}

impl World {
    /// An empty world with its bot.
    pub(super) fn new(options: Options, now_ms: i64) -> Self {
        Self {
            now_ms,
            people: BTreeMap::new(),
            groups: BTreeMap::new(),
            history: History::default(),
            updates: Updates::new(options.update_ms, now_ms),
            flood: Flood::new(&options),
            callbacks: BTreeMap::new(),
            profile: Profile::default(),
            files: HashMap::new(),
            webhook: None,
            arrivals: watch::Sender::new(0),
            events: broadcast::Sender::new(1024),
            last_number: 0,
            options,
        }
    }

    /// The bot's `User` object.
    pub(super) fn bot(&self) -> Value {
        let name = self.profile.name(None).unwrap_or(&self.options.first_name);
        json!({
            "id": self.options.bot_id(), "is_bot": true, "first_name": name, "username": self.options.username,
        })
    }

    /// A number that was not given out before.
    pub(super) fn next_number(&mut self) -> i64 {
        self.last_number += 1;
        self.last_number
    }

    /// Now, in whole seconds.
    pub(super) fn now_s(&self) -> i64 {
        self.now_ms.div_euclid(1000)
    }

    /// A person by id.
    pub(super) fn person(&self, id: i64) -> Option<&Person> {
        self.people.get(&id)
    }

    /// The `Chat` object of a chat the bot knows.
    pub(super) fn chat(&self, chat: &ChatRef) -> Result<(i64, Value), Refusal> {
        let found = match chat {
            ChatRef::Id(id) => {
                let private = self.people.get(id).map(Person::chat);
                private.or_else(|| self.groups.get(id).cloned()).map(|object| (*id, object))
            }
            ChatRef::Username(name) => {
                let named = |group: &&Value| group["username"].as_str() == Some(name.trim_start_matches('@'));
                let group = self.groups.values().find(named);
                group.and_then(|group| Some((group["id"].as_i64()?, group.clone())))
            }
        };
        found.ok_or_else(|| Refusal::bad("chat not found"))
    }

    /// The chat, if a message to it would be taken.
    pub(super) fn open_chat(&self, chat: &ChatRef) -> Result<(i64, Value), Refusal> {
        let (id, object) = self.chat(chat)?;
        self.people.get(&id).map_or(Ok(()), Person::takes_messages)?;
        Ok((id, object))
    }

    /// Queues an update for the bot and wakes whoever fetches or delivers it.
    pub(super) fn tell_bot(&mut self, kind: &str, content: Value) -> Option<i64> {
        let id = self.updates.push(kind, content, self.now_ms);
        self.wake();
        id
    }

    /// Queues a raw update; groups it speaks of become known.
    pub(super) fn inject(&mut self, update: Value) -> i64 {
        for (_, content) in update.as_object().into_iter().flatten() {
            for chat in [&content["chat"], &content["message"]["chat"]] {
                if let Some(id) = chat["id"].as_i64().filter(|_| chat["type"] != "private") {
                    self.groups.insert(id, chat.clone());
                }
            }
        }
        let id = self.updates.inject(update, self.now_ms);
        self.wake();
        id
    }

    /// Makes pollers and the webhook look again.
    pub(super) fn wake(&self) {
        self.arrivals.send_modify(|count| *count += 1);
    }

    /// Changes whenever there is something to look at.
    pub(super) fn watch(&self) -> watch::Receiver<u64> {
        self.arrivals.subscribe()
    }

    /// Tells everyone who watches what became visible.
    pub(super) fn show(&self, event: Value) {
        // nobody watching is fine
        drop(self.events.send(event));
    }

    /// Everything that becomes visible from now on.
    pub(super) fn subscribe(&self) -> broadcast::Receiver<Value> {
        self.events.subscribe()
    }
}
