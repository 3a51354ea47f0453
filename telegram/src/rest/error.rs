//! Why a call did not do what was asked, and whether it may have all the same.

use std::time::Duration;

use serde::Deserialize;
use thiserror::Error;

/// A failed call. No variant carries an address or a token.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum CallError {
    /// Not done: too many calls.
    #[error("too many calls, the next in {retry_after:?}")]
    TooMany {
        /// How long to be silent.
        retry_after: Duration,
    },
    /// Not done, and it never will be: the person blocked the bot, is gone, or never wrote to it.
    #[error("forbidden: {0}")]
    Forbidden(String),
    /// Not done: there is no such chat.
    #[error("no such chat: {0}")]
    NoSuchChat(String),
    /// Not done: the group has a new address.
    #[error("the group moved to {0}")]
    Moved(i64),
    /// Not needed: the message shows this already.
    #[error("the message shows this already")]
    NotModified,
    /// Not done: the message is gone or can't be edited any more.
    #[error("the message can't be edited: {0}")]
    NotEditable(String),
    /// Not done: the press waited too long for an answer.
    #[error("the press is too old to be answered")]
    PressTooOld,
    /// Not done: someone else reads the updates.
    #[error("conflict: {0}")]
    Conflict(String),
    /// Not done: the token is no bot's.
    #[error("Telegram does not accept the bot's token")]
    BadToken,
    /// Not done: any other refusal.
    #[error("refused with {code}: {description}")]
    Refused {
        /// The HTTP status.
        code: u16,
        /// Telegram's words.
        description: String,
    },
    /// Not done: Telegram could not be reached.
    #[error("not sent: {0}")]
    NotSent(String),
    /// Perhaps done: the answer is missing or says nothing.
    #[error("outcome unknown: {0}")]
    Unknown(String),
}

/// What Telegram answers with every method.
#[derive(Debug, Deserialize)]
pub(super) struct Envelope<R> {
    pub(super) ok: bool,
    pub(super) result: Option<R>,
    #[serde(default)]
    pub(super) description: String,
    #[serde(default)]
    pub(super) parameters: Parameters,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

/// Reads a refusal. Telegram has no error codes beyond the HTTP status: its words are what there is.
pub(super) fn refusal(code: u16, description: String, parameters: &Parameters) -> CallError {
    if let Some(chat) = parameters.migrate_to_chat_id {
        return CallError::Moved(chat);
    }
    let words = description.to_lowercase();
    let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    match code {
        429 => CallError::TooMany { retry_after: Duration::from_secs(parameters.retry_after.unwrap_or(1)) },
        500.. => CallError::Unknown(format!("{code}: {description}")),
        401 | 404 => CallError::BadToken,
        409 => CallError::Conflict(description),
        403 => CallError::Forbidden(description),
        _ if words.starts_with("forbidden:") => CallError::Forbidden(description),
        _ if says(&["message is not modified"]) => CallError::NotModified,
        _ if says(&["query is too old", "query id is invalid"]) => CallError::PressTooOld,
        _ if says(&["message to edit not found", "message can't be edited", "message_id_invalid"]) => {
            CallError::NotEditable(description)
        }
        _ if says(&["chat not found", "user not found", "peer_id_invalid"]) => {
            CallError::NoSuchChat(description)
        }
        _ => CallError::Refused { code, description },
    }
}

/// Reads a failure of the connection. The address holds the token, so it is left out.
pub(super) fn transport(error: reqwest::Error) -> CallError {
    let never_left = error.is_connect() || error.is_builder();
    let words = error.without_url().to_string();
    if never_left { CallError::NotSent(words) } else { CallError::Unknown(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> CallError {
        let envelope: Envelope<bool> = serde_json::from_str(body).expect("it is an envelope");
        let code: serde_json::Value = serde_json::from_str(body).expect("it is JSON");
        let code =
            code["error_code"].as_u64().and_then(|code| u16::try_from(code).ok()).expect("it has a code");
        refusal(code, envelope.description, &envelope.parameters)
    }

    #[test]
    fn telegrams_words_are_read() {
        let cases = [
            (
                r#"{"ok":false,"error_code":400,"description":"Bad Request: message is not modified: specified new message content is the same"}"#,
                CallError::NotModified,
            ),
            (
                r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 37","parameters":{"retry_after":37}}"#,
                CallError::TooMany { retry_after: Duration::from_secs(37) },
            ),
            (
                r#"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}"#,
                CallError::Moved(-1_001_234_567_890),
            ),
            (
                r#"{"ok":false,"error_code":400,"description":"Bad Request: query is too old and response timeout expired or query ID is invalid"}"#,
                CallError::PressTooOld,
            ),
            (r#"{"ok":false,"error_code":401,"description":"Unauthorized"}"#, CallError::BadToken),
        ];
        for (body, expected) in cases {
            assert_eq!(read(body), expected);
        }
    }

    #[test]
    fn whoever_blocked_the_bot_is_known_by_the_words_whatever_the_code() {
        for body in [
            r#"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#,
            r#"{"ok":false,"error_code":400,"description":"Forbidden: user is deactivated"}"#,
        ] {
            assert!(matches!(read(body), CallError::Forbidden(_)), "{body}");
        }
    }
}
