//! The key that seals secrets and personal fields at rest.

use confique::Config;
use secrecy::SecretString;

/// The key that seals secrets and personal fields at rest.
#[derive(Debug, Config)]
pub(crate) struct Security {
    /// 32 bytes in base64. Make it once, `head -c 32 /dev/urandom | base64`, and keep a copy apart from the backups:
    /// nothing that was written under it can be read without it.
    pub(crate) key: Option<SecretString>,
}
