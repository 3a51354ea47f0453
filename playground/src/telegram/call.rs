//! One call of the Bot API, read and checked, as the methods take it.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::{chat::ChatRef, refusal::Refusal};

/// A file that came with a call.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Upload {
    /// The name its sender gave it.
    pub(super) file_name: String,
    /// Its media type, where the sender named one.
    pub(super) mime_type: Option<String>,
    /// Its content.
    pub(super) bytes: Vec<u8>,
}

/// What came with a call, before anything is known about it.
#[derive(Debug, Default)]
pub(super) struct Raw {
    /// Parameters by name; all texts unless the body was JSON.
    pub(super) params: Map<String, Value>,
    /// Uploaded files by the name of their part.
    pub(super) files: HashMap<String, Upload>,
}

/// A call whose parameters have the types the table names.
#[derive(Debug)]
pub(super) struct Call {
    /// The method, spelt as in the specification.
    pub(super) method: &'static str,
    /// Its parameters.
    pub(super) params: Map<String, Value>,
    /// Uploaded files by the name of their part.
    pub(super) files: HashMap<String, Upload>,
    /// What the real server lets pass in silence but a tidy client does not send.
    pub(super) remarks: Vec<String>,
}

impl Call {
    /// A parameter, `None` if it is absent or null.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.params.get(name).filter(|value| !value.is_null())
    }

    /// A text, empty if it is absent.
    pub(super) fn text(&self, name: &str) -> &str {
        self.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// A whole number.
    pub(super) fn int(&self, name: &str) -> Option<i64> {
        self.get(name).and_then(Value::as_i64)
    }

    /// A yes or no, no if it is absent.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.get(name).and_then(Value::as_bool).unwrap_or_default()
    }

    /// The chat the call is about.
    pub(super) fn chat(&self) -> Result<ChatRef, Refusal> {
        ChatRef::read(self.get("chat_id"))
    }

    /// The message the call is about.
    pub(super) fn message_id(&self) -> Result<i64, Refusal> {
        self.int("message_id")
            .filter(|id| *id > 0)
            .ok_or_else(|| Refusal::bad("message identifier is not specified"))
    }

    /// What the journal keeps of the call: of files only their names and sizes.
    pub(super) fn for_journal(&self) -> Value {
        let mut kept = for_journal(&self.params);
        for (part, file) in &self.files {
            kept[part] = json!({ "file_name": file.file_name, "file_size": file.bytes.len() });
        }
        kept
    }
}

/// What the journal keeps of parameters: no secrets.
pub(super) fn for_journal(params: &Map<String, Value>) -> Value {
    let mut kept = params.clone();
    if let Some(secret) = kept.get_mut("secret_token") {
        *secret = Value::from("(secret)");
    }
    Value::Object(kept)
}
