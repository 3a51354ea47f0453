//! One thing that was looked at.

use serde::Serialize;

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    /// As it should be.
    Ok,
    /// Not looked at, since it isn't used.
    Off,
    /// It works, but may not for long, or not as meant.
    Warning,
    /// It doesn't work.
    Fault,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Finding {
    /// What.
    pub(crate) name: &'static str,
    /// How it is.
    pub(crate) state: State,
    /// What was seen.
    pub(crate) seen: String,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fix: Option<String>,
}

impl Finding {
    /// As it should be.
    pub(super) fn ok(name: &'static str, seen: impl Into<String>) -> Self {
        Self { name, state: State::Ok, seen: seen.into(), fix: None }
    }

    /// Not used.
    pub(super) fn off(name: &'static str, seen: impl Into<String>) -> Self {
        Self { name, state: State::Off, seen: seen.into(), fix: None }
    }

    /// Worth doing something about.
    pub(super) fn warning(name: &'static str, seen: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { name, state: State::Warning, seen: seen.into(), fix: Some(fix.into()) }
    }

    /// To be mended.
    pub(super) fn fault(name: &'static str, seen: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { name, state: State::Fault, seen: seen.into(), fix: Some(fix.into()) }
    }
}
