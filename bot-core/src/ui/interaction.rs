//! What a member did, whatever the platform.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::action::Token;
use crate::domain::identity::{Identity, Platform};
use crate::domain::time::Timestamp;

/// Something a member did, as the core sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interaction {
    /// The platform's id of the event: the key of its inbox row.
    pub id: EventId,
    /// When it reached us.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Identity,
    /// Where it was done.
    pub chat: Chat,
    /// The language the platform says the person uses (BCP 47).
    pub locale: Option<String>,
    /// What the platform can show and take.
    pub caps: Caps,
    /// What was done.
    pub input: Input,
}

/// The platform's id of an event, with the platform in front: `telegram:8412`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub String);

impl EventId {
    /// The event `id` of `platform`.
    pub fn new(platform: Platform, id: impl std::fmt::Display) -> Self {
        Self(format!("{}:{id}", platform.key()))
    }
}

/// A conversation on a platform.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Chat {
    /// Where.
    pub platform: Platform,
    /// The platform's address of it, as text.
    pub address: String,
    /// Who reads it.
    pub kind: ChatKind,
}

/// Who reads a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChatKind {
    /// The person and the bot alone.
    Private,
    /// A group.
    Group,
    /// A server's channel.
    Guild,
}

/// What a platform can show and take: the only way differences between platforms reach the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caps {
    /// How many inputs a page of a form holds.
    pub inputs_per_page: u8,
    /// Whether a reply can be for one person's eyes only where others read along.
    pub private_replies: bool,
    /// Whether the direct channel has to be opened before anything can be sent to it.
    pub opens_direct: bool,
    /// Whether a select takes one line, however many options it has.
    pub folds_choices: bool,
}

impl Caps {
    /// Modals of five text inputs, private replies, a direct channel that is opened on purpose.
    pub const MODALS: Self =
        Self { inputs_per_page: 5, private_replies: true, opens_direct: true, folds_choices: true };
    /// Prompts answered by messages, in a chat that is the direct channel itself.
    pub const PROMPTS: Self =
        Self { inputs_per_page: 1, private_replies: false, opens_direct: false, folds_choices: false };
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Input {
    /// A command of the catalogue.
    Command {
        /// Its path: `request post`.
        path: String,
        /// Its arguments by name.
        args: BTreeMap<String, Arg>,
    },
    /// A button or a select.
    Action {
        /// What it does.
        action: Token,
        /// The values chosen in a select.
        picked: Vec<String>,
    },
    /// A submitted page of a form.
    Submit {
        /// The page's key, as [`super::form::FormPage::key`] gave it.
        key: String,
        /// The values by field.
        values: BTreeMap<String, String>,
    },
    /// Something written or sent.
    Message {
        /// The words; empty for a file or a place alone.
        text: String,
        /// A place that was shared: latitude and longitude in degrees times 10⁶.
        location: Option<(i64, i64)>,
        /// The message it answers.
        reply_to: Option<String>,
    },
    /// Whether we can reach the person.
    Reach(Reach),
}

/// A command's argument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// Text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// Yes or no.
    Flag(bool),
    /// One of the catalogue's fixed choices, by its key.
    Choice(String),
    /// A person of the platform.
    Person(Identity),
}

/// A change in whether a person can be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Their direct channel is open, at this address.
    Opened(Chat),
    /// The platform refused to open it.
    Refused,
    /// They blocked the bot.
    Blocked,
    /// They unblocked it.
    Unblocked,
}

/// Where an input came from: decides how it may be acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A command.
    Command,
    /// A button or select on a card.
    Card,
    /// A form opened from a card.
    FormFromCard,
    /// A form opened from a command.
    FormFromCommand,
    /// A message.
    Message,
}

/// How an input is acknowledged before any I/O.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstAnswer {
    /// Acknowledge, then work.
    Defer(Defer),
    /// The answer is a form, which can't follow an acknowledgement: fill it, then answer.
    OpensForm,
}

/// What an acknowledgement promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Defer {
    /// The pressed card will change, or something private will follow.
    Update,
    /// A message for this person only will come.
    Private,
    /// A message for everyone will come.
    Public,
}
