//! Rules of a message's body as a whole.

use std::collections::HashSet;

use serde_json::Value;

use super::{component, mention};
use crate::discord::refusal::{FieldErrors, Refusal};

/// Bits of a message's `flags`.
pub(crate) mod flag {
    pub(crate) const NO_EMBEDS: u64 = 1 << 2;
    pub(crate) const EPHEMERAL: u64 = 1 << 6;
    pub(crate) const LOADING: u64 = 1 << 7;
    pub(crate) const V2: u64 = 1 << 15;
    /// Those a bot may set on a message: no embeds, silent, V2.
    pub(crate) const SETTABLE: u64 = NO_EMBEDS | 1 << 12 | V2;
}

/// Characters of a bot's `content`; the OpenAPI document gives the 4,000 of people who pay.
const MOST_CONTENT: usize = 2_000;

/// Fields the V2 flag forbids.
const LEGACY: [&str; 4] = ["content", "embeds", "poll", "sticker_ids"];

/// What the rules need to know beside the body.
#[derive(Debug)]
pub(crate) struct Setting<'a> {
    /// The message as it stands, if this edits one.
    pub(crate) before: Option<&'a Value>,
    /// Names of files sent along or kept.
    pub(crate) files: &'a HashSet<String>,
    /// Where the message stands in the body.
    pub(crate) base: &'a [&'a str],
}

/// The `flags` of a body.
pub(crate) fn flags(body: &Value) -> u64 {
    body["flags"].as_u64().or_else(|| body["flags"].as_str()?.parse().ok()).unwrap_or_default()
}

/// Checks a body whose shape is right.
pub(crate) fn check(body: &Value, setting: &Setting<'_>) -> Result<(), Refusal> {
    let before = setting.before.unwrap_or(&Value::Null);
    let v2 = (flags(body) | flags(before)) & flag::V2 != 0;
    let mut errors = FieldErrors::default();
    if v2 {
        for field in LEGACY {
            let value = body.get(field).unwrap_or_else(|| leftover(before, field));
            if !is_empty(value) {
                errors.add(
                    setting.base.iter().copied().chain([field]),
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    format!("The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"),
                );
            }
        }
    }
    if body["content"].as_str().is_some_and(|content| content.chars().count() > MOST_CONTENT) {
        let message = format!("Must be {MOST_CONTENT} or fewer in length.");
        errors.add(setting.base.iter().copied().chain(["content"]), "BASE_TYPE_MAX_LENGTH", message);
    }
    if let Some(components) = body["components"].as_array() {
        let base: Vec<&str> = setting.base.iter().copied().chain(["components"]).collect();
        component::check(components, v2, setting.files, &base, &mut errors);
    }
    mention::check(&body["allowed_mentions"], setting.base, &mut errors);
    Refusal::form(errors)?;
    if says_something(body, before, setting.files) { Ok(()) } else { Err(Refusal::EMPTY) }
}

/// A field of the message as it stands that an edit does not touch.
fn leftover<'a>(before: &'a Value, field: &str) -> &'a Value {
    &before[if field == "sticker_ids" { "sticker_items" } else { field }]
}

fn says_something(body: &Value, before: &Value, files: &HashSet<String>) -> bool {
    let parts = ["content", "embeds", "components", "poll", "sticker_ids"];
    !files.is_empty()
        || parts.iter().any(|part| !is_empty(body.get(*part).unwrap_or_else(|| leftover(before, part))))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}
