//! A call that is not done: Telegram's error code and text.

use serde_json::{Value, json};

/// What the platform answers instead of a result.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refusal {
    /// The HTTP status and `error_code`.
    pub(super) code: u16,
    /// The text, as the platform words it.
    pub(super) description: String,
    /// Seconds to wait, with code 429.
    pub(super) retry_after: Option<i64>,
}

impl Refusal {
    fn new(code: u16, description: impl Into<String>) -> Self {
        Self { code, description: description.into(), retry_after: None }
    }

    /// 400 with `text` behind "Bad Request: "; a leading capital is lowered unless the second letter is one too.
    pub(super) fn bad(text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        let mut letters = text.chars();
        let first = letters.next().unwrap_or_default();
        let rest = letters.as_str();
        let shouted = rest.starts_with(|second: char| second == '_' || second.is_ascii_uppercase());
        let first = if shouted { first } else { first.to_ascii_lowercase() };
        Self::new(400, format!("Bad Request: {first}{rest}"))
    }

    /// The token is no bot's.
    pub(super) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized")
    }

    /// The person does not take messages from this bot.
    pub(super) fn forbidden(text: &str) -> Self {
        Self::new(403, format!("Forbidden: {text}"))
    }

    /// The path is none of the Bot API's.
    pub(super) fn not_found() -> Self {
        Self::new(404, "Not Found")
    }

    /// The Bot API has no such method.
    pub(super) fn no_method() -> Self {
        Self::new(404, "Not Found: method not found")
    }

    /// Two who want the same updates.
    pub(super) fn conflict(text: &str) -> Self {
        Self::new(409, format!("Conflict: {text}"))
    }

    /// More bytes than a bot may upload.
    pub(super) fn too_large() -> Self {
        Self::new(413, "Request Entity Too Large")
    }

    /// More calls than the limits allow; `seconds` until the next is heard.
    pub(super) fn too_many(seconds: i64) -> Self {
        let text = format!("Too Many Requests: retry after {seconds}");
        Self { retry_after: Some(seconds), ..Self::new(429, text) }
    }

    /// The real Bot API can do this, the stand-in can't.
    pub(super) fn not_served(what: &str) -> Self {
        Self::new(501, format!("Not Implemented: the stand-in does not serve {what}"))
    }

    /// The body of the answer.
    pub(super) fn envelope(&self) -> Value {
        let mut body = json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let Some(seconds) = self.retry_after {
            body["parameters"] = json!({ "retry_after": seconds });
        }
        body
    }
}

#[cfg(test)]
mod tests {
    use super::Refusal;

    #[test]
    fn a_constant_keeps_its_capitals_and_a_sentence_does_not() {
        assert_eq!(Refusal::bad("BUTTON_DATA_INVALID").description, "Bad Request: BUTTON_DATA_INVALID");
        assert_eq!(Refusal::bad("Chat not found").description, "Bad Request: chat not found");
        assert_eq!(
            Refusal::bad("Can't parse entities: X").description,
            "Bad Request: can't parse entities: X"
        );
    }
}
