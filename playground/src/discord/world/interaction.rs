//! Interactions and open modals.

use serde_json::{Value, json};

use super::{ANSWER_MS, Home, Id, World};

/// How long an interaction's token lives, in milliseconds.
pub(in crate::discord) const TOKEN_MS: i64 = 900_000;
/// Interactions kept before those whose token is dead are forgotten.
const KEPT: usize = 50_000;

/// What happened to an interaction so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::discord) enum State {
    Pending,
    /// Deferred: it says "thinking...", or nothing at all.
    Acknowledged,
    Answered,
    /// Nobody answered within three seconds.
    Failed,
}

/// Somebody ran a command, pressed, submitted or typed.
#[derive(Debug)]
pub(in crate::discord) struct Interaction {
    pub(in crate::discord) id: Id,
    pub(in crate::discord) token: String,
    /// 2 command, 3 component, 4 autocomplete, 5 modal.
    pub(in crate::discord) kind: u8,
    pub(in crate::discord) user: Id,
    pub(in crate::discord) channel: Id,
    pub(in crate::discord) created_ms: i64,
    /// The message whose component was used, also by way of a modal.
    pub(in crate::discord) source: Option<Id>,
    pub(in crate::discord) state: State,
    pub(in crate::discord) answered_ms: Option<i64>,
    /// What `@original` is.
    pub(in crate::discord) original: Option<Id>,
    /// Every message it made or changed.
    pub(in crate::discord) messages: Vec<Id>,
    pub(in crate::discord) modal: Option<Id>,
    pub(in crate::discord) choices: Option<Value>,
    pub(in crate::discord) followups: u32,
    /// What messages born of it say about it.
    pub(in crate::discord) metadata: Value,
}

/// A modal somebody has open.
#[derive(Debug)]
pub(in crate::discord) struct Modal {
    pub(in crate::discord) id: Id,
    pub(in crate::discord) user: Id,
    pub(in crate::discord) channel: Id,
    /// The message whose component opened it.
    pub(in crate::discord) source: Option<Id>,
    /// The interaction it answered.
    pub(in crate::discord) opener: Id,
    pub(in crate::discord) raw: Value,
}

impl Interaction {
    /// Whether a first answer still counts.
    pub(in crate::discord) const fn in_time(&self, now_ms: i64) -> bool {
        now_ms - self.created_ms <= ANSWER_MS
    }

    /// Whether its token still works.
    pub(in crate::discord) const fn is_alive(&self, now_ms: i64) -> bool {
        now_ms - self.created_ms <= TOKEN_MS
    }

    /// Writes down the first answer.
    pub(in crate::discord) fn answer(&mut self, state: State, now_ms: i64) {
        self.state = state;
        self.answered_ms.get_or_insert(now_ms);
    }

    /// Writes down a message it made or changed.
    pub(in crate::discord) fn touch(&mut self, message: Id) {
        if !self.messages.contains(&message) {
            self.messages.push(message);
        }
    }
}

impl World {
    /// Starts an interaction. `named` is the name of a command; `opener` the interaction that opened a modal.
    pub(in crate::discord) fn start_interaction(
        &mut self,
        (kind, user, channel): (u8, Id, Id),
        source: Option<Id>,
        (named, opener): (Option<&str>, Option<Id>),
        now_ms: i64,
    ) -> Id {
        self.forget_old(now_ms);
        let id = self.next_id(now_ms);
        let token = format!("interaction-token-{id}-{:x}", id.rotate_left(29) ^ self.bot.id);
        let mut metadata = json!({
            "id": id.to_string(),
            "type": kind,
            "user": self.person(user).map(super::Person::user),
            "authorizing_integration_owners": self.owners(user, channel),
        });
        if let Some(name) = named {
            metadata["name"] = json!(name);
        }
        if let Some(source) = source.filter(|_| kind == 3) {
            metadata["interacted_message_id"] = json!(source.to_string());
        }
        if let Some(opener) = opener.and_then(|opener| self.interactions.get(&opener)) {
            metadata["triggering_interaction_metadata"] = opener.metadata.clone();
        }
        self.tokens.insert(token.clone(), id);
        self.interactions.insert(
            id,
            Interaction {
                id,
                token,
                kind,
                user,
                channel,
                created_ms: now_ms,
                source,
                state: State::Pending,
                answered_ms: None,
                original: None,
                messages: Vec::new(),
                modal: None,
                choices: None,
                followups: 0,
                metadata,
            },
        );
        id
    }

    /// Which installation lets the app act here.
    pub(in crate::discord) fn owners(&self, user: Id, channel: Id) -> Value {
        let mut owners = json!({});
        let person = self.people.get(&user);
        if let Some(guild) = self.guild_of(channel) {
            owners["0"] = json!(guild.to_string());
        } else if person.is_some_and(|person| person.in_guild) {
            owners["0"] = json!("0");
        }
        if person.is_some_and(|person| person.installed) {
            owners["1"] = json!(user.to_string());
        }
        owners
    }

    /// Where an interaction happens: 0 server, 1 the bot's direct messages.
    pub(in crate::discord) fn context(&self, channel: Id) -> u8 {
        u8::from(self.channels.get(&channel).is_some_and(|channel| channel.home != Home::Guild))
    }

    /// The interaction a token belongs to.
    pub(in crate::discord) fn by_token(&mut self, token: &str) -> Option<&mut Interaction> {
        self.interactions.get_mut(self.tokens.get(token)?)
    }

    fn forget_old(&mut self, now_ms: i64) {
        if self.interactions.len() >= KEPT {
            self.interactions.retain(|_, interaction| interaction.is_alive(now_ms));
            let alive = &self.interactions;
            self.tokens.retain(|_, id| alive.contains_key(id));
        }
    }
}
