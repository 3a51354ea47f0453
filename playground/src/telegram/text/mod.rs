//! A message's text: plain characters and the entities that lie over them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{call::Call, refusal::Refusal};

mod detect;
mod html;
mod tag;

pub(super) use detect::detected;

/// A stretch of a text and what it is; offsets and lengths count UTF-16 code units.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Entity {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) offset: usize,
    pub(super) length: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) user: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) custom_emoji_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unix_time: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_time_format: Option<String>,
}

impl Entity {
    fn new(kind: &str, offset: usize, length: usize) -> Self {
        Self { kind: kind.to_owned(), offset, length, ..Self::default() }
    }

    fn end(&self) -> usize {
        self.offset + self.length
    }
}

/// Text as the platform keeps it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Formatted {
    pub(super) text: String,
    pub(super) entities: Vec<Entity>,
    /// What was lost without an error, such as a link whose address is none.
    pub(super) lost: Vec<String>,
}

/// Reads the text in `parameter`, formatted by `parse_mode` or by the list in `entities`.
pub(super) fn read(call: &mut Call, parameter: &str, entities: &str) -> Result<Formatted, Refusal> {
    let source = call.text(parameter).replace("\r\n", "\n").replace('\r', "");
    let mut read = match call.text("parse_mode").to_lowercase().as_str() {
        "" => given(source, call.get(entities))?,
        "html" => html::parse(&source)
            .map_err(|problem| Refusal::bad(format!("can't parse entities: {problem}")))?,
        "markdown" | "markdownv2" => return Err(Refusal::not_served("Markdown")),
        _ => return Err(Refusal::bad("unsupported parse_mode")),
    };
    read.tidy();
    let found = detected(&read.text, &read.entities);
    read.entities.extend(found);
    read.sort();
    call.remarks.append(&mut read.lost);
    Ok(read)
}

fn given(text: String, entities: Option<&Value>) -> Result<Formatted, Refusal> {
    let entities: Vec<Entity> = match entities {
        None => Vec::new(),
        Some(list) => serde_json::from_value(list.clone())
            .map_err(|error| Refusal::bad(format!("can't parse MessageEntity: {error}")))?,
    };
    let end = units(&text);
    if entities.iter().any(|entity| entity.offset >= end) {
        return Err(Refusal::bad("entity begins after the end of the message text"));
    }
    if entities.iter().any(|entity| entity.end() > end) {
        return Err(Refusal::bad("entity ends after the end of the message text"));
    }
    Ok(Formatted { text, entities, lost: Vec::new() })
}

impl Formatted {
    /// Cuts blanks at both ends and moves the entities accordingly.
    fn tidy(&mut self) {
        let start = units(&self.text) - units(self.text.trim_start());
        self.text = self.text.trim().to_owned();
        let end = units(&self.text);
        for entity in &mut self.entities {
            let last = entity.end().saturating_sub(start).min(end);
            entity.offset = entity.offset.saturating_sub(start);
            entity.length = last.saturating_sub(entity.offset);
        }
        self.entities.retain(|entity| entity.length > 0);
    }

    fn sort(&mut self) {
        self.entities.sort_by(|one, other| {
            one.offset.cmp(&other.offset).then(other.length.cmp(&one.length)).then(one.kind.cmp(&other.kind))
        });
    }
}

/// The text's length in UTF-16 code units.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Whether a web address is one that clients can open: a host with a dot, no blanks.
pub(super) fn is_web_address(url: &str) -> bool {
    let Some((_, rest)) = url.split_once("://") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    labels.len() > 1 && labels.iter().all(|label| !label.is_empty()) && !url.contains(char::is_whitespace)
}
