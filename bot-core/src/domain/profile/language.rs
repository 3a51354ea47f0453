//! Languages somebody speaks.

use serde::{Deserialize, Serialize};

/// How many languages a profile holds at most.
pub const LANGUAGES: usize = 12;

/// A language of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileLanguage {
    /// ISO 639 code, in lower case.
    pub language: String,
    /// How well.
    pub level: LanguageLevel,
}

/// How well somebody speaks a language, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LanguageLevel {
    /// A few words.
    Basic,
    /// Enough to talk about work.
    Conversational,
    /// Without effort.
    Fluent,
    /// From childhood.
    Native,
}

impl LanguageLevel {
    /// The key under which texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Conversational => "conversational",
            Self::Fluent => "fluent",
            Self::Native => "native",
        }
    }
}
