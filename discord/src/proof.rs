//! What tells one of our messages from another.
//!
//! The nonce Discord compares, and a mark that stays in the message.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Characters of a nonce: Discord takes 25.
const NONCE: usize = 24;
/// Marks start here, beyond the numbers Discord gives components by itself.
const FIRST_MARK: u32 = 1 << 20;

/// A message's key in the forms Discord can carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proof {
    nonce: String,
    mark: u32,
}

impl Proof {
    /// Of the message with this key, the same for every try.
    pub(crate) fn of(key: &str) -> Self {
        let hash = Sha256::digest(key.as_bytes());
        let mut nonce = URL_SAFE_NO_PAD.encode(hash);
        nonce.truncate(NONCE);
        let number = u32::from_be_bytes([hash[28], hash[29], hash[30], hash[31]]);
        // A component's id is a positive 32-bit number.
        let mark = (number & (u32::MAX >> 1)) | FIRST_MARK;
        Self { nonce, mark }
    }

    /// `body` carrying both: sent again within minutes, Discord answers with the message that is there already, and
    /// after that the mark finds it.
    pub(crate) fn on(&self, mut body: Value) -> Value {
        body["nonce"] = self.nonce.as_str().into();
        body["enforce_nonce"] = true.into();
        if let Some(outer) = body["components"].get_mut(0) {
            outer["id"] = self.mark.into();
        }
        body
    }

    /// Whether `message`, as Discord lists it, is the one.
    pub(crate) fn is_on(&self, message: &Value) -> bool {
        message["nonce"].as_str() == Some(&self.nonce)
            || message["components"][0]["id"].as_u64() == Some(u64::from(self.mark))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_message_is_known_again_without_its_nonce() {
        let proof = Proof::of("notice-1");
        let sent = proof.on(json!({ "components": [{ "type": 17 }] }));
        assert_eq!(sent["nonce"].as_str().map(str::len), Some(NONCE));
        let mut listed = sent.clone();
        listed["nonce"] = Value::Null;
        assert!(proof.is_on(&listed));
        assert!(!Proof::of("notice-2").is_on(&sent));
    }
}
