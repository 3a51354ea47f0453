//! A request's body: JSON, or JSON with files, of the shape its route takes.

use std::collections::HashSet;

use axum::{
    body::Bytes,
    http::{HeaderMap, header},
};
use serde_json::{Value, json};

use super::multipart;
use crate::discord::{
    check::{mention, shape},
    refusal::Refusal,
    table::{Params, Route},
    world::File,
};

/// What was sent, its shape checked.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) body: Value,
    pub(super) files: Vec<File>,
}

impl Sent {
    pub(super) fn read(route: &Route, headers: &HeaderMap, bytes: &Bytes) -> Result<Self, Refusal> {
        let Some(schema) = &route.body else { return Ok(Self::default()) };
        let kind =
            headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let sent = if route.files && kind.starts_with("multipart/form-data") {
            let form = multipart::read(kind, bytes).ok_or(Refusal::BAD_JSON)?;
            let body = form.payload.map(|payload| serde_json::from_slice(&payload)).transpose();
            Self {
                body: body.map_err(|_| Refusal::BAD_JSON)?.unwrap_or_else(|| json!({})),
                files: form.files,
            }
        } else if bytes.is_empty() {
            Self { body: json!({}), files: Vec::new() }
        } else {
            let body = serde_json::from_slice(bytes).map_err(|_| Refusal::BAD_JSON)?;
            Self { body, files: Vec::new() }
        };
        Refusal::form(shape::check(schema, &sent.body, &[]))?;
        Ok(sent)
    }

    /// The names a component may refer to.
    pub(super) fn file_names(&self, kept: &Value) -> HashSet<String> {
        let kept = kept["attachments"].as_array().into_iter().flatten();
        let kept = kept.filter_map(|file| file["filename"].as_str().map(str::to_owned));
        self.files.iter().map(|file| file.name.clone()).chain(kept).collect()
    }
}

/// Ids in a path are numbers.
pub(super) fn check_ids(params: &Params) -> Result<(), Refusal> {
    for (name, value) in params.iter().filter(|(name, _)| name.ends_with("_id")) {
        if value.parse::<u64>().is_err() {
            let message = format!("Value \"{value}\" is not snowflake.");
            return Err(Refusal::field(&[name], "NUMBER_TYPE_COERCE", message));
        }
    }
    Ok(())
}

/// What a careful bot would not have sent.
pub(super) fn warning(route: &Route, body: &Value) -> Option<String> {
    match route.operation.as_str() {
        "create_message"
        | "update_message"
        | "execute_webhook"
        | "update_webhook_message"
        | "update_original_webhook_message" => mention::warning(&body["allowed_mentions"]),
        "create_interaction_response" if matches!(body["type"].as_i64(), Some(4 | 7)) => {
            mention::warning(&body["data"]["allowed_mentions"])
        }
        _ => None,
    }
}
