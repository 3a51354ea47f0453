//! Discord's way to say no: status, JSON code, errors nested like the body.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

/// An answer that is not a success.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) code: i64,
    pub(crate) message: Cow<'static, str>,
    /// Which fields are wrong, for code 50035.
    pub(crate) errors: Option<Box<FieldErrors>>,
    /// For status 429.
    pub(crate) retry: Option<Retry>,
}

/// How long to wait, and for what.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Retry {
    /// Seconds.
    pub(crate) after: f64,
    pub(crate) global: bool,
}

impl Refusal {
    const fn plain(status: u16, code: i64, message: &'static str) -> Self {
        Self { status, code, message: Cow::Borrowed(message), errors: None, retry: None }
    }

    pub(crate) const UNAUTHORIZED: Self = Self::plain(401, 0, "401: Unauthorized");
    pub(crate) const NOT_FOUND: Self = Self::plain(404, 0, "404: Not Found");
    pub(crate) const WRONG_METHOD: Self = Self::plain(405, 0, "405: Method Not Allowed");
    pub(crate) const BAD_JSON: Self = Self::plain(400, 50109, "The request body contains invalid JSON.");
    pub(crate) const UNKNOWN_CHANNEL: Self = Self::plain(404, 10003, "Unknown Channel");
    pub(crate) const UNKNOWN_GUILD: Self = Self::plain(404, 10004, "Unknown Guild");
    pub(crate) const UNKNOWN_MEMBER: Self = Self::plain(404, 10007, "Unknown Member");
    pub(crate) const UNKNOWN_MESSAGE: Self = Self::plain(404, 10008, "Unknown Message");
    pub(crate) const UNKNOWN_USER: Self = Self::plain(404, 10013, "Unknown User");
    pub(crate) const UNKNOWN_WEBHOOK: Self = Self::plain(404, 10015, "Unknown Webhook");
    pub(crate) const UNKNOWN_INTERACTION: Self = Self::plain(404, 10062, "Unknown interaction");
    pub(crate) const UNKNOWN_COMMAND: Self = Self::plain(404, 10063, "Unknown application command");
    pub(crate) const WRONG_APPLICATION: Self =
        Self::plain(403, 20012, "You are not authorized to perform this action on this application");
    pub(crate) const TOO_MANY_COMMANDS: Self =
        Self::plain(400, 30032, "Maximum number of application commands reached (100).");
    pub(crate) const TOO_MANY_FOLLOWUPS: Self =
        Self::plain(400, 40094, "This interaction has reached the maximum number of follow-up messages");
    pub(crate) const DM_TOO_FAST: Self = Self::plain(400, 40003, "You are opening direct messages too fast.");
    pub(crate) const ACKNOWLEDGED: Self =
        Self::plain(400, 40060, "Interaction has already been acknowledged.");
    pub(crate) const EMPTY: Self = Self::plain(400, 50006, "Cannot send an empty message");
    pub(crate) const DMS_CLOSED: Self = Self::plain(403, 50007, "Cannot send messages to this user");
    pub(crate) const BAD_WEBHOOK_TOKEN: Self = Self::plain(401, 50027, "Invalid Webhook Token");
    pub(crate) const NO_MUTUAL_GUILD: Self =
        Self::plain(403, 50278, "Cannot send messages to this user due to having no mutual guilds");

    /// 50035, or nothing if no field is wrong.
    pub(crate) fn form(errors: FieldErrors) -> Result<(), Self> {
        if errors.0.is_empty() {
            return Ok(());
        }
        Err(Self { errors: Some(Box::new(errors)), ..Self::plain(400, 50035, "Invalid Form Body") })
    }

    /// 50035 for one field.
    pub(crate) fn field(path: &[&str], code: &str, message: impl Into<String>) -> Self {
        let mut errors = FieldErrors::default();
        errors.add(path.iter().copied(), code, message);
        Self { errors: Some(Box::new(errors)), ..Self::plain(400, 50035, "Invalid Form Body") }
    }

    /// 429.
    pub(crate) fn too_many(after: f64, global: bool) -> Self {
        Self { retry: Some(Retry { after, global }), ..Self::plain(429, 0, "You are being rate limited.") }
    }

    /// The body of the answer.
    pub(crate) fn body(&self) -> Value {
        if let Some(retry) = self.retry {
            return json!({"message": self.message, "retry_after": retry.after, "global": retry.global});
        }
        let mut body = json!({"message": self.message, "code": self.code});
        if let Some(errors) = &self.errors {
            body["errors"] = Value::Object(errors.0.clone());
        }
        body
    }

    /// One line for the journal.
    pub(crate) fn reason(&self) -> String {
        match &self.errors {
            Some(errors) => format!("{}: {}", self.message, Value::Object(errors.0.clone())),
            None => self.message.clone().into_owned(),
        }
    }
}

/// Errors under the path of the field they are about, as Discord nests them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FieldErrors(Map<String, Value>);

impl FieldErrors {
    /// Adds one error at `path`.
    pub(crate) fn add<S: AsRef<str>>(
        &mut self,
        path: impl IntoIterator<Item = S>,
        code: &str,
        message: impl Into<String>,
    ) {
        let mut at = &mut self.0;
        for step in path {
            let inner = at.entry(step.as_ref()).or_insert_with(|| json!({}));
            let Value::Object(inner) = inner else { return };
            at = inner;
        }
        let list = at.entry("_errors").or_insert_with(|| json!([]));
        if let Value::Array(list) = list {
            list.push(json!({"code": code, "message": message.into()}));
        }
    }
}
