//! The people's side of the stand-in: what they do and what they see.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    Telegram,
    chat::Person,
    history::Stored,
    methods::{callback::Callback, seen_menu},
    text::{self, detected},
    world::World,
};

mod http;

/// Private accounts are numbered from here: beyond 32 bits, as new ones are on the real platform.
const FIRST_PERSON: i64 = 5_200_000_001;
/// The longest text a person can send, in UTF-16 units.
const LONGEST: usize = 4096;

/// Why a person can't do what was asked of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPossible(pub String);

impl std::fmt::Display for NotPossible {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for NotPossible {}

/// A person to be.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct NewUser {
    /// The name others see.
    pub first_name: String,
    /// Without the `@`.
    #[serde(default)]
    pub username: Option<String>,
    /// The language of their app, such as `en`.
    #[serde(default)]
    pub language_code: Option<String>,
}

/// Something a person sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// The message, in their chat with the bot.
    pub message_id: i64,
    /// The update the bot gets of it; `None` if it asked not to.
    pub update_id: Option<i64>,
}

/// What became of a press.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// `None` while the button is still turning.
    pub answered_after_ms: Option<i64>,
    /// What was shown, maybe nothing.
    pub text: String,
    /// Whether it had to be closed by hand.
    pub show_alert: bool,
}

impl Telegram {
    /// Adds a person, who has not opened the chat with the bot yet.
    pub fn add_user(&self, new: NewUser) -> i64 {
        let mut world = self.core.world();
        let id = FIRST_PERSON + i64::try_from(world.people.len()).unwrap_or_default();
        let NewUser { first_name, username, language_code } = new;
        let person = Person {
            id,
            first_name,
            username,
            language_code,
            started: false,
            blocked: false,
            deactivated: false,
        };
        world.show(json!({ "kind": "user", "user": person.user() }));
        world.people.insert(id, person);
        id
    }

    /// The person opened the chat with the bot some time ago: it may write to them, and hears nothing of it now.
    pub fn opened_before(&self, user: i64) -> Result<(), NotPossible> {
        let mut world = self.core.world();
        let person =
            world.people.get_mut(&user).ok_or_else(|| NotPossible(format!("there is no user {user}")))?;
        person.started = true;
        Ok(())
    }

    /// All that a person's app shows around the messages.
    pub fn state(&self, user: i64) -> Result<Value, NotPossible> {
        let world = self.core.world();
        let person = person(&world, user)?;
        let language: String = person.language_code.clone().unwrap_or_default().chars().take(2).collect();
        let users: Vec<Value> = world.people.values().map(Person::user).collect();
        Ok(json!({
            "user": person.user(), "chat": person.chat(), "bot": world.bot(), "started": person.started,
            "blocked": person.blocked, "commands": seen_menu(&world, user),
            "description": world.profile.text("description", &language),
            "short_description": world.profile.text("short_description", &language), "users": users,
        }))
    }

    /// A chat's messages in order: edited ones in place, deleted ones gone.
    pub fn messages(&self, chat: i64) -> Vec<Value> {
        self.core.world().history.list(chat)
    }

    /// The person types `text`, as a reply to a message if `reply_to` names one.
    pub fn send(&self, user: i64, text: &str, reply_to: Option<i64>) -> Result<Sent, NotPossible> {
        let length = text::units(text);
        if text.trim().is_empty() || length > LONGEST {
            return Err(NotPossible(format!("a text has 1 to {LONGEST} characters, not {length}")));
        }
        let mut content = json!({ "text": text });
        let entities = detected(text, &[]);
        if !entities.is_empty() {
            content["entities"] = json!(entities);
        }
        let mut world = self.core.world();
        if let Some(id) = reply_to {
            let replied = world.history.find(user, id).map(|stored| stored.message.clone());
            let mut replied =
                replied.ok_or_else(|| NotPossible(format!("there is no message {id} to reply to")))?;
            replied.as_object_mut().and_then(|fields| fields.remove("reply_to_message"));
            content["reply_to_message"] = replied;
        }
        said(&mut world, user, &content)
    }

    /// The person opens the bot by its button, or by a link with a payload; someone who had blocked it unblocks it.
    pub fn start_chat(&self, user: i64, payload: Option<&str>) -> Result<Sent, NotPossible> {
        if let Some(payload) = payload {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
            if payload.is_empty() || payload.len() > 64 || !payload.bytes().all(plain) {
                return Err(NotPossible("a start link carries 1 to 64 of A-Z, a-z, 0-9, _ and -".to_owned()));
            }
        }
        if person(&self.core.world(), user)?.blocked {
            self.block(user, false)?;
        }
        self.send(
            user,
            &payload.map_or_else(|| "/start".to_owned(), |payload| format!("/start {payload}")),
            None,
        )
    }

    /// The person changes a text they sent.
    pub fn edit(&self, user: i64, message: i64, text: &str) -> Result<Sent, NotPossible> {
        let mut world = self.core.world();
        let now = world.now_s();
        let stored = world.history.find_mut(user, message).filter(|stored| !stored.by_bot);
        let stored =
            stored.ok_or_else(|| NotPossible(format!("there is no own message {message} to edit")))?;
        stored.message["text"] = json!(text);
        stored.message["entities"] = json!(detected(text, &[]));
        stored.message["edit_date"] = json!(now);
        let edited = stored.message.clone();
        world.show(json!({ "kind": "edited", "chat": user, "message": edited }));
        let update_id = world.tell_bot("edited_message", edited);
        Ok(Sent { message_id: message, update_id })
    }

    /// The person shares where they are.
    pub fn location(&self, user: i64, latitude: f64, longitude: f64) -> Result<Sent, NotPossible> {
        let content = json!({ "location": { "latitude": latitude, "longitude": longitude } });
        said(&mut self.core.world(), user, &content)
    }

    /// The person presses the button that sends `data`; the press's id. A button that an edit has just taken away can
    /// still be pressed, as in a chat that has not caught up.
    pub fn press(&self, user: i64, message: i64, data: &str) -> Result<String, NotPossible> {
        let offered = {
            let world = self.core.world();
            world.history.find(user, message).is_none_or(|stored| stored.button_data.contains(data))
        };
        if !offered {
            return Err(NotPossible(format!("message {message} has no button that sends \"{data}\"")));
        }
        self.forge(user, message, data)
    }

    /// The person sends a press of their own making: `data` that no button of the message has.
    pub fn forge(&self, user: i64, message: i64, data: &str) -> Result<String, NotPossible> {
        let mut world = self.core.world();
        let from = person(&world, user)?.user();
        let stored = world.history.find(user, message);
        let stored = stored.ok_or_else(|| NotPossible(format!("there is no message {message}")))?;
        let shown = stored.message.clone();
        let id =
            format!("{}", user.wrapping_mul(4_294_967_296).wrapping_add(world.next_number()).unsigned_abs());
        let press = Callback {
            chat: user,
            pressed_ms: world.now_ms,
            answered_after_ms: None,
            text: String::new(),
            show_alert: false,
            url: None,
        };
        world.callbacks.insert(id.clone(), press);
        let query = json!({
            "id": id, "from": from, "message": shown, "chat_instance": format!("-{user}"), "data": data,
        });
        world.tell_bot("callback_query", query);
        Ok(id)
    }

    /// What became of a press.
    pub fn callback(&self, id: &str) -> Result<Answer, NotPossible> {
        let world = self.core.world();
        let press = world.callbacks.get(id).ok_or_else(|| NotPossible(format!("there was no press {id}")))?;
        let answered_after_ms = press.answered_after_ms;
        Ok(Answer { answered_after_ms, text: press.text.clone(), show_alert: press.show_alert })
    }

    /// The person blocks the bot (`true`) or takes that back; the update the bot gets, if anything changed.
    pub fn block(&self, user: i64, blocked: bool) -> Result<Option<i64>, NotPossible> {
        let mut world = self.core.world();
        let before = person(&world, user)?.clone();
        if before.blocked == blocked {
            return Ok(None);
        }
        if let Some(person) = world.people.get_mut(&user) {
            person.blocked = blocked;
        }
        let member = |out: bool| {
            let status = if out {
                json!({ "status": "kicked", "until_date": 0 })
            } else {
                json!({ "status": "member" })
            };
            let mut member = status;
            member["user"] = world.bot();
            member
        };
        let change = json!({
            "chat": before.chat(), "from": before.user(), "date": world.now_s(),
            "old_chat_member": member(!blocked), "new_chat_member": member(blocked),
        });
        world.show(json!({ "kind": "blocked", "chat": user, "blocked": blocked }));
        Ok(world.tell_bot("my_chat_member", change))
    }

    /// The person's account is deleted; bots are not told.
    pub fn deactivate(&self, user: i64) -> Result<(), NotPossible> {
        let mut world = self.core.world();
        let person =
            world.people.get_mut(&user).ok_or_else(|| NotPossible(format!("there is no user {user}")))?;
        person.deactivated = true;
        Ok(())
    }

    /// Queues an update as it is; its id is kept if it has one. Groups it speaks of become known.
    pub fn inject(&self, update: Value) -> i64 {
        self.core.world().inject(update)
    }
}

fn person(world: &World, id: i64) -> Result<&Person, NotPossible> {
    world.person(id).ok_or_else(|| NotPossible(format!("there is no user {id}")))
}

/// Puts a person's message into their chat and tells the bot.
fn said(world: &mut World, user: i64, content: &Value) -> Result<Sent, NotPossible> {
    let speaker = person(world, user)?.clone();
    if speaker.blocked || speaker.deactivated {
        return Err(NotPossible("someone who has blocked the bot can't write to it".to_owned()));
    }
    if let Some(person) = world.people.get_mut(&user) {
        person.started = true;
    }
    let message_id = world.history.next_id();
    let mut message = json!({ "message_id": message_id, "from": speaker.user(), "chat": speaker.chat(), "date": world.now_s() });
    for (name, value) in content.as_object().into_iter().flatten() {
        message[name] = value.clone();
    }
    world.history.insert(user, message_id, Stored::new(message.clone(), false));
    world.show(json!({ "kind": "message", "chat": user, "message": message }));
    let update_id = world.tell_bot("message", message);
    Ok(Sent { message_id, update_id })
}
