//! Text as spans, which each renderer formats and escapes last.
//!
//! So a member's words can't get round the escaping.

use serde::{Deserialize, Serialize};

use crate::domain::identity::Platform;
use crate::domain::money::Money;
use crate::domain::time::Timestamp;

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Our own words.
    Plain(String),
    /// Our own words, emphasised.
    Strong(String),
    /// A member's words: shown as they are, whatever they hold.
    Untrusted(String),
    /// An instant. `shown` is right for the reader already; a platform that can render times live uses `at`.
    Time {
        /// The instant.
        at: Timestamp,
        /// How it is shown.
        style: TimeStyle,
        /// The words in the reader's language and zone.
        shown: String,
    },
    /// An amount, formatted for the reader.
    Money {
        /// The amount.
        amount: Money,
        /// The words.
        shown: String,
    },
    /// A person, by the name and the platform they really go by.
    Person {
        /// The name: a member's words.
        name: String,
        /// The handle, without `@`.
        handle: Option<String>,
        /// Where they are.
        platform: Platform,
    },
    /// A command to run, by its path in the catalogue: `request post`.
    Command {
        /// The path in the catalogue.
        path: String,
    },
}

/// How an instant is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeStyle {
    /// `15 December 2026`.
    Date,
    /// `15 December 2026, 14:05`.
    DateTime,
    /// `in 3 days`.
    Relative,
}

/// Text: spans in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Span>);

impl Text {
    /// Text of our own.
    pub fn plain(words: impl Into<String>) -> Self {
        Self(vec![Span::Plain(words.into())])
    }

    /// A member's words.
    pub fn untrusted(words: impl Into<String>) -> Self {
        Self(vec![Span::Untrusted(words.into())])
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| match span {
            Span::Plain(words) | Span::Strong(words) | Span::Untrusted(words) => words.is_empty(),
            _ => false,
        })
    }

    /// This text followed by `more`.
    #[must_use]
    pub fn then(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }

    /// `parts` one after the other with `between` between them.
    pub fn joined(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut spans = Vec::new();
        for (position, part) in parts.into_iter().enumerate() {
            if position > 0 {
                spans.push(Span::Plain(between.to_owned()));
            }
            spans.extend(part.0);
        }
        Self(spans)
    }

    /// The words alone, for places that can't carry more: a button, a log, a plain transcript.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for span in &self.0 {
            match span {
                Span::Plain(text) | Span::Strong(text) | Span::Untrusted(text) => words.push_str(text),
                Span::Time { shown, .. } | Span::Money { shown, .. } => words.push_str(shown),
                Span::Person { name, handle, platform } => {
                    words.push_str(&person(name, handle.as_deref(), *platform));
                }
                Span::Command { path } => {
                    words.push('/');
                    words.push_str(path);
                }
            }
        }
        words
    }
}

impl From<Span> for Text {
    fn from(span: Span) -> Self {
        Self(vec![span])
    }
}

/// A person in words: `Ana P. (@ana_p, Telegram)`.
pub fn person(name: &str, handle: Option<&str>, platform: Platform) -> String {
    match handle {
        Some(handle) => format!("{name} (@{handle}, {})", platform.name()),
        None => format!("{name} ({})", platform.name()),
    }
}
