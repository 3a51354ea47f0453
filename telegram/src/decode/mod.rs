//! Updates as interactions: from Telegram's JSON to what a member did.

mod command;
mod raw;
#[cfg(test)]
mod tests;

use bot_core::domain::identity::{Identity, Platform};
use bot_core::domain::time::Timestamp;
use bot_core::ui::interaction::{Caps, Chat, ChatKind, EventId, Input, Interaction, Reach};
use teloxide::types::{CallbackQuery, ChatMemberKind, ChatMemberUpdated, Message, MessageKind};

use self::raw::Raw;
pub(crate) use self::raw::{KINDS, envelope};
use crate::press;
use crate::rest::Spot;

/// An update that somebody has to be answered for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heard {
    /// What the core is told.
    pub(crate) interaction: Interaction,
    /// Where the answer goes.
    pub(crate) spot: Spot,
    /// The button that was pressed.
    pub(crate) press: Option<Press>,
    /// The bot a command names: `other` in `/start@other`.
    pub(crate) addressed: Option<String>,
}

/// A pressed button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Press {
    /// What the answer to the press refers to.
    pub(crate) query: String,
    /// The message the button stands under; one that is too old can't be edited.
    pub(crate) message: Option<i64>,
    /// The page of options it leafs to.
    pub(crate) page: Option<usize>,
}

/// What became of an update.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Decoded {
    /// Somebody did something.
    Heard(Box<Heard>),
    /// Nothing for us, and why.
    Ignored(&'static str),
}

/// Reads an update. `bot` is the bot's own id: in groups only what is said to it counts.
pub(crate) fn decoded(body: &str, at: Timestamp, bot: Option<i64>) -> Decoded {
    let Some(raw) = Raw::read(body) else {
        return Decoded::Ignored("not an update");
    };
    let (Some(user), Some(chat)) = (raw.sender(), raw.chat()) else {
        return Decoded::Ignored("nobody to answer, or nowhere");
    };
    if raw.by_bot() {
        return Decoded::Ignored("said by a bot");
    }
    let kind = match raw.chat_type() {
        Some("private") => ChatKind::Private,
        Some("group" | "supergroup") => ChatKind::Group,
        _ => return Decoded::Ignored("neither a private chat nor a group"),
    };
    let act = match raw.kind() {
        "message" => message(&raw, kind, bot),
        "callback_query" => pressed(&raw),
        "my_chat_member" => membership(&raw, kind),
        _ => Err("an update of a kind we don't know"),
    };
    let Act { input, press, addressed } = match act {
        Ok(act) => act,
        Err(why) => return Decoded::Ignored(why),
    };
    let spot = Spot {
        chat,
        topic: raw.topic(),
        answers: raw.message_id().filter(|_| kind == ChatKind::Group && press.is_none()),
    };
    let interaction = Interaction {
        id: EventId::new(Platform::Telegram, raw.update_id()),
        at,
        actor: Identity {
            platform: Platform::Telegram,
            user: user.to_string(),
            name: raw.name(),
            handle: raw.handle(),
        },
        chat: Chat { platform: Platform::Telegram, address: chat.to_string(), kind },
        locale: raw.locale(),
        caps: Caps::PROMPTS,
        input,
    };
    Decoded::Heard(Box::new(Heard { interaction, spot, press, addressed }))
}

/// What was done, and how it is to be answered.
struct Act {
    input: Input,
    press: Option<Press>,
    addressed: Option<String>,
}

impl Act {
    fn plain(input: Input) -> Self {
        Self { input, press: None, addressed: None }
    }
}

fn message(raw: &Raw, kind: ChatKind, bot: Option<i64>) -> Result<Act, &'static str> {
    let (text, location) = match raw.parsed::<Message>() {
        Some(message) => match message.kind {
            MessageKind::Common(_) => {
                let text = message.text().or_else(|| message.caption()).map(str::to_owned);
                (text, message.location().map(|at| (at.latitude, at.longitude)))
            }
            // Made of parts teloxide doesn't know.
            MessageKind::Empty {} => (Some(raw.text().ok_or("a message of an unknown kind")?), None),
            _ => return Err("a service message"),
        },
        None => (None, None),
    };
    // Where teloxide sees no words, they may still stand in the update.
    let text = text.or_else(|| raw.text());
    let text = text.unwrap_or_default();
    if let Some(command) = command::read(&text) {
        return Ok(Act { addressed: command.bot.clone(), ..Act::plain(command.input()) });
    }
    let reply_to = raw.reply_to();
    let to_us = reply_to.as_ref().is_some_and(|reply| bot.is_some() && reply.author == bot);
    if kind == ChatKind::Group && !to_us {
        return Err("said in a group, not to us");
    }
    let location = location.map(|(latitude, longitude)| (micro_degrees(latitude), micro_degrees(longitude)));
    Ok(Act::plain(Input::Message {
        text,
        location,
        reply_to: reply_to.map(|reply| reply.message.to_string()),
    }))
}

fn pressed(raw: &Raw) -> Result<Act, &'static str> {
    let (query, data) = match raw.parsed::<CallbackQuery>() {
        Some(query) => (Some(query.id.0), query.data),
        None => raw.query(),
    };
    let query = query.ok_or("a press without an id")?;
    let data = data.unwrap_or_default();
    let input = press::input(&data, &raw.neighbours());
    let press = Press { query, message: raw.message_id(), page: press::page(&data) };
    Ok(Act { press: Some(press), ..Act::plain(input) })
}

fn membership(raw: &Raw, kind: ChatKind) -> Result<Act, &'static str> {
    if kind != ChatKind::Private {
        return Err("the bot joined or left a group");
    }
    let blocked = match raw.parsed::<ChatMemberUpdated>() {
        Some(change) => matches!(change.new_chat_member.kind, ChatMemberKind::Banned(_)),
        None => raw.status() == Some("kicked"),
    };
    Ok(Act::plain(Input::Reach(if blocked { Reach::Blocked } else { Reach::Unblocked })))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a degree times a million fits, whatever was sent is saturated"
)]
fn micro_degrees(degrees: f64) -> i64 {
    (degrees * 1_000_000.0).round() as i64
}
