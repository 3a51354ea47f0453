//! A short ASCII code: a country, a language or a currency.

use serde::{Deserialize, Serialize};

/// An ISO code of one to four ASCII letters, compared without regard to case (`pt`, `PT`, `fil`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Code([u8; 4]);

impl Code {
    /// `None` unless `text` is one to four ASCII letters.
    pub fn new(text: &str) -> Option<Self> {
        let letters = text.as_bytes();
        if letters.is_empty() || letters.len() > 4 || !letters.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        let mut code = [0; 4];
        for (slot, letter) in code.iter_mut().zip(letters) {
            *slot = letter.to_ascii_lowercase();
        }
        Some(Self(code))
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0.iter().take_while(|letter| **letter != 0).map(|letter| char::from(*letter)).collect()
    }
}

impl TryFrom<String> for Code {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text).ok_or("a code is one to four ASCII letters")
    }
}
