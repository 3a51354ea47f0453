//! An update as Telegram wrote it, read whatever new things stand in it.
//!
//! teloxide 0.17 knows Bot API 9.1. A message with an entity type newer than that loses its text in teloxide's eyes,
//! and an update id above 32 bits does not parse at all. So who, where and the ids are read here; teloxide gets the
//! update without the entities it doesn't know and tells what kind of message it is.

use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use serde_json::Value;
use teloxide::types::{AllowedUpdate, MessageEntity};

use crate::press::Neighbour;
use crate::render::options::CHOSEN;

/// The kinds of update we ask for.
pub(crate) const KINDS: [AllowedUpdate; 3] =
    [AllowedUpdate::Message, AllowedUpdate::CallbackQuery, AllowedUpdate::MyChatMember];

/// An update.
pub(super) struct Raw {
    update: Value,
    id: i64,
    kind: String,
}

/// The message a message answers.
pub(super) struct ReplyTo {
    pub(super) message: i64,
    pub(super) author: Option<i64>,
}

/// The id of an update and the lane it is handled in, or `None` for what is no update at all. An update whose inside
/// can't be read still has its id: it must not come again for ever and hold up those behind it.
pub(crate) fn envelope(body: &str) -> Option<(i64, String)> {
    #[derive(serde::Deserialize)]
    struct Numbered {
        update_id: i64,
    }
    let raw = Raw::read(body);
    let id = match &raw {
        Some(raw) => raw.id,
        None => serde_json::from_str::<Numbered>(body).ok()?.update_id,
    };
    // What happens outside any chat can't be out of order with anything in one.
    let lane = raw.and_then(|raw| raw.chat()).unwrap_or_default();
    Some((id, format!("telegram:{lane}")))
}

/// The update as JSON. Half a surrogate pair is no character: where one stands, a replacement character does instead
/// of nothing at all being read.
fn json(body: &str) -> Option<Value> {
    serde_json::from_str(body).ok().or_else(|| serde_json::from_str(&without_half_pairs(body)).ok())
}

/// JSON with `\u{FFFD}` in place of each escape that is half a surrogate pair.
fn without_half_pairs(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let length = match (unit(escape), escape.get(6..).and_then(unit)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                out.push('\u{FFFD}');
                rest = &escape[6..];
                continue;
            }
            // a backslash and what it escapes; a broken end is left as it is
            _ => escape.chars().take(2).map(char::len_utf8).sum(),
        };
        out.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    out.push_str(rest);
    out
}

/// The UTF-16 unit that an escape such as `\u00e9` at the beginning names.
fn unit(escape: &str) -> Option<u16> {
    let digits = escape.strip_prefix("\\u")?.get(..4)?;
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}

impl Raw {
    pub(super) fn read(body: &str) -> Option<Self> {
        let update = json(body)?;
        let id = update.get("update_id")?.as_i64()?;
        let kind = update.as_object()?.keys().find(|key| *key != "update_id").cloned().unwrap_or_default();
        Some(Self { update, id, kind })
    }

    pub(super) fn update_id(&self) -> i64 {
        self.id
    }

    pub(super) fn kind(&self) -> &str {
        &self.kind
    }

    /// What teloxide makes of what happened, entities it doesn't know left out. Not of the whole update: its id may
    /// be larger than teloxide's type.
    pub(super) fn parsed<T: DeserializeOwned>(&self) -> Option<T> {
        let mut body = self.body().clone();
        drop_unknown_entities(&mut body);
        serde_json::from_value(body).ok()
    }

    pub(super) fn sender(&self) -> Option<i64> {
        self.body().pointer("/from/id")?.as_i64()
    }

    pub(super) fn by_bot(&self) -> bool {
        self.body().pointer("/from/is_bot").and_then(Value::as_bool).unwrap_or_default()
    }

    pub(super) fn name(&self) -> String {
        let part = |key: &str| self.sender_text(key).unwrap_or_default();
        format!("{} {}", part("first_name"), part("last_name")).trim().to_owned()
    }

    pub(super) fn handle(&self) -> Option<String> {
        self.sender_text("username").map(str::to_owned)
    }

    pub(super) fn locale(&self) -> Option<String> {
        self.sender_text("language_code").map(str::to_owned)
    }

    pub(super) fn chat(&self) -> Option<i64> {
        self.place().pointer("/chat/id")?.as_i64()
    }

    pub(super) fn chat_type(&self) -> Option<&str> {
        self.place().pointer("/chat/type")?.as_str()
    }

    pub(super) fn topic(&self) -> Option<i64> {
        let place = self.place();
        place.get("is_topic_message")?.as_bool().filter(|topic| *topic)?;
        place.get("message_thread_id")?.as_i64()
    }

    pub(super) fn message_id(&self) -> Option<i64> {
        self.place().get("message_id")?.as_i64()
    }

    pub(super) fn text(&self) -> Option<String> {
        let body = self.body();
        body.get("text").or_else(|| body.get("caption"))?.as_str().map(str::to_owned)
    }

    pub(super) fn reply_to(&self) -> Option<ReplyTo> {
        let reply = self.body().get("reply_to_message")?;
        let author = reply.pointer("/from/id").and_then(Value::as_i64);
        Some(ReplyTo { message: reply.get("message_id")?.as_i64()?, author })
    }

    /// The id and the data of a press.
    pub(super) fn query(&self) -> (Option<String>, Option<String>) {
        let text = |key: &str| self.body().get(key).and_then(Value::as_str).map(str::to_owned);
        (text("id"), text("data"))
    }

    /// The keys of the keyboard that was pressed.
    pub(super) fn neighbours(&self) -> Vec<Neighbour> {
        let rows = self.place().pointer("/reply_markup/inline_keyboard").and_then(Value::as_array);
        let keys = rows.into_iter().flatten().filter_map(Value::as_array).flatten();
        keys.filter_map(|key| {
            let data = key.get("callback_data")?.as_str()?.to_owned();
            let chosen = key.get("text").and_then(Value::as_str).is_some_and(|text| text.starts_with(CHOSEN));
            Some(Neighbour { data, chosen })
        })
        .collect()
    }

    /// The bot's new status in the chat.
    pub(super) fn status(&self) -> Option<&str> {
        self.body().pointer("/new_chat_member/status")?.as_str()
    }

    fn sender_text(&self, key: &str) -> Option<&str> {
        self.body().get("from")?.get(key)?.as_str()
    }

    /// The part that says what happened.
    fn body(&self) -> &Value {
        self.update.get(&self.kind).unwrap_or(&Value::Null)
    }

    /// The part that says where: a press names its chat in the message it was made on.
    fn place(&self) -> &Value {
        let body = self.body();
        if body.get("chat").is_some() { body } else { body.get("message").unwrap_or(&Value::Null) }
    }
}

fn drop_unknown_entities(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::Array(entities) if key == "entities" || key == "caption_entities" => {
                        entities.retain(|entity| MessageEntity::deserialize(entity).is_ok());
                    }
                    _ => drop_unknown_entities(field),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(drop_unknown_entities),
        _ => {}
    }
}
