//! What a button carries: at most 64 bytes, nothing kept in memory.
//!
//! The scheme is `1.<verb>.<id>.<version>.<arg>`.
//!
//! One scheme serves every platform. The typed actions of the features encode themselves into a [`Token`]; who may
//! do it and whether the version still holds is asked again where it is done, so nothing here is signed.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The version of the scheme itself.
const SCHEME: &str = "1";
/// The verb of a token nobody can read: an old button, or a forged one.
const UNREADABLE: &str = "?";

/// An action in transit: which verb, on which entity, as of which version.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Token {
    /// Feature and verb, at most 12 bytes of `a-z` and `-`.
    pub verb: String,
    /// The entity.
    pub id: Option<Uuid>,
    /// The entity's version when the button was drawn.
    pub version: Option<i64>,
    /// A small argument: at most 8 bytes of `A-Za-z0-9_-`.
    pub arg: Option<String>,
}

impl Token {
    /// A verb alone.
    pub fn verb(verb: &str) -> Self {
        Self { verb: verb.to_owned(), id: None, version: None, arg: None }
    }

    /// On this entity.
    #[must_use]
    pub fn on(mut self, id: Uuid) -> Self {
        self.id = Some(id);
        self
    }

    /// As of this version.
    #[must_use]
    pub fn at(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }

    /// With this argument.
    #[must_use]
    pub fn with(mut self, arg: impl Into<String>) -> Self {
        self.arg = Some(arg.into());
        self
    }

    /// The text a button carries.
    pub fn encode(&self) -> String {
        let id = self.id.map(|id| URL_SAFE_NO_PAD.encode(id.as_bytes())).unwrap_or_default();
        let version = self.version.map(base36).unwrap_or_default();
        let arg = self.arg.as_deref().unwrap_or_default();
        let text = format!("{SCHEME}.{}.{id}.{version}.{arg}", self.verb);
        text.trim_end_matches('.').to_owned()
    }

    /// Reads what [`Self::encode`] wrote. What can't be read becomes a token that no feature knows, so that even a
    /// forged button gets a clear answer.
    pub fn parse(text: &str) -> Self {
        Self::read(text).unwrap_or_else(|| Self::verb(UNREADABLE))
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        if parts.next()? != SCHEME {
            return None;
        }
        let verb = parts.next().filter(|verb| !verb.is_empty())?.to_owned();
        let id = match parts.next().unwrap_or_default() {
            "" => None,
            short => Some(Uuid::from_slice(&URL_SAFE_NO_PAD.decode(short).ok()?).ok()?),
        };
        let version = match parts.next().unwrap_or_default() {
            "" => None,
            digits => Some(i64::from_str_radix(digits, 36).ok().filter(|version| *version >= 0)?),
        };
        let arg = match parts.next().unwrap_or_default() {
            "" => None,
            arg => Some(arg.to_owned()),
        };
        if parts.next().is_some() {
            return None;
        }
        Some(Self { verb, id, version, arg })
    }
}

/// A number that isn't negative, in base 36.
fn base36(number: i64) -> String {
    let mut rest = number.unsigned_abs();
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(rest % 36).unwrap_or_default();
        digits.push(char::from_digit(digit, 36).unwrap_or('0'));
        rest /= 36;
        if rest == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

impl Serialize for Token {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.encode())
    }
}

impl<'de> Deserialize<'de> for Token {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::parse(&String::deserialize(deserializer)?))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ui::limits;

    proptest! {
        #[test]
        fn every_token_reads_back_and_fits(
            verb in "[a-z]{1,6}-[a-z]{1,5}", id in proptest::option::of(any::<u128>()),
            version in proptest::option::of(0_i64..1_000_000_000_000), arg in proptest::option::of("[A-Za-z0-9_-]{1,8}"),
        ) {
            let token = Token { verb, id: id.map(Uuid::from_u128), version, arg };
            let text = token.encode();
            prop_assert!(text.len() <= limits::ACTION, "{} bytes: {text}", text.len());
            prop_assert_eq!(Token::parse(&text), token);
        }

        #[test]
        fn any_text_at_all_is_answered(text in any::<String>()) {
            let token = Token::parse(&text);
            prop_assert!(!token.verb.is_empty());
        }
    }
}
