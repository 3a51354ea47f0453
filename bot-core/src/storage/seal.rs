//! Sealing at rest: secrets and personal fields need the operator's key.
//!
//! XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha) with a random 24-byte nonce; the row's identity is the associated
//! data, so a sealed value can't be moved to another row. Values that are looked up stand beside it as a keyed hash
//! (HMAC-SHA-256).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac as _};
use secrecy::{ExposeSecret as _, SecretSlice};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// Bytes of a nonce.
const NONCE: usize = 24;
/// The format of sealed values; the first byte of each.
const FORMAT: u8 = 1;

/// Why a value could not be sealed or opened.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum SealError {
    /// The key isn't 32 bytes of base64.
    #[error("security.key must be 32 bytes in base64")]
    BadKey,
    /// The value was not sealed with this key for this row.
    #[error("a sealed value of {0} doesn't open")]
    DoesNotOpen(String),
    /// The value could not be sealed.
    #[error("a value of {0} can't be sealed")]
    DoesNotSeal(String),
}

/// The operator's key: 32 bytes.
#[derive(Clone)]
pub struct Key(SecretSlice<u8>);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

impl Key {
    /// From base64 of 32 bytes.
    pub fn from_base64(text: &str) -> Result<Self, SealError> {
        let bytes = STANDARD.decode(text.trim()).map_err(|_| SealError::BadKey)?;
        Self::from_bytes(bytes)
    }

    /// From 32 bytes.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, SealError> {
        if bytes.len() == 32 { Ok(Self(bytes.into())) } else { Err(SealError::BadKey) }
    }
}

/// Seals and opens values, and hashes what is looked up.
#[derive(Clone)]
pub struct Seal {
    cipher: XChaCha20Poly1305,
    lookup: SecretSlice<u8>,
    key_id: String,
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seal").field("key_id", &self.key_id).finish_non_exhaustive()
    }
}

impl Seal {
    /// With the operator's key.
    pub fn new(key: &Key) -> Result<Self, SealError> {
        let derived = |purpose: &str| {
            Sha256::new().chain_update(purpose).chain_update(key.0.expose_secret()).finalize()
        };
        let cipher = XChaCha20Poly1305::new_from_slice(&derived("guildhall seal v1"))
            .map_err(|_| SealError::BadKey)?;
        let key_id = URL_SAFE_NO_PAD.encode(&derived("guildhall key id v1")[..6]);
        Ok(Self { cipher, lookup: derived("guildhall lookup v1").to_vec().into(), key_id })
    }

    /// A short public name of the key.
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// Seals `value` for the row named `row`, with 24 fresh random bytes.
    pub fn seal(&self, row: &str, value: &[u8], nonce: [u8; NONCE]) -> Result<Vec<u8>, SealError> {
        let payload = Payload { msg: value, aad: row.as_bytes() };
        let sealed = self
            .cipher
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| SealError::DoesNotSeal(row.to_owned()))?;
        Ok([&[FORMAT][..], &nonce, &sealed].concat())
    }

    /// Opens what [`Self::seal`] made for the same row.
    pub fn open(&self, row: &str, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let fail = || SealError::DoesNotOpen(row.to_owned());
        let rest = sealed.strip_prefix(&[FORMAT]).ok_or_else(fail)?;
        let (nonce, body) = rest.split_at_checked(NONCE).ok_or_else(fail)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| fail())?;
        let payload = Payload { msg: body, aad: row.as_bytes() };
        self.cipher.decrypt(&XNonce::from(nonce), payload).map_err(|_| fail())
    }

    /// The keyed hash under which `value` is looked up, as text.
    pub fn lookup(&self, kind: &str, value: &str) -> String {
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(self.lookup.expose_secret())
            .expect("HMAC takes a key of any length");
        mac.update(kind.as_bytes());
        mac.update(&[0]);
        mac.update(value.as_bytes());
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal() -> Seal {
        Seal::new(&Key::from_bytes(vec![7; 32]).expect("32 bytes")).expect("a good key")
    }

    #[test]
    fn a_sealed_value_opens_only_in_its_own_row() {
        let sealed = seal().seal("identities/1", b"Ana", [3; NONCE]).expect("seals");
        assert_eq!(seal().open("identities/1", &sealed).expect("opens"), b"Ana");
        assert_eq!(
            seal().open("identities/2", &sealed),
            Err(SealError::DoesNotOpen("identities/2".to_owned()))
        );
    }

    #[test]
    fn another_key_opens_nothing() {
        let sealed = seal().seal("identities/1", b"Ana", [3; NONCE]).expect("seals");
        let other = Seal::new(&Key::from_bytes(vec![8; 32]).expect("32 bytes")).expect("a good key");
        assert!(other.open("identities/1", &sealed).is_err());
        assert_ne!(other.lookup("user", "1"), seal().lookup("user", "1"));
    }
}
