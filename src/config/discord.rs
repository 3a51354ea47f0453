//! The bot on Discord.

use std::net::SocketAddr;
use std::path::PathBuf;

use confique::Config;
use secrecy::SecretString;

/// The bot on Discord.
#[derive(Debug, Config)]
pub(crate) struct Discord {
    /// The bot's token; without it there is no Discord. From https://discord.com/developers/applications.
    pub(crate) token: Option<SecretString>,

    /// Base of the REST API, for a proxy or a stand-in; https://discord.com where it is left out.
    pub(crate) api_url: Option<String>,

    /// Connect to this address and port instead of discord.com's, for an egress gateway. Needs `ca_file`; not
    /// together with `api_url`.
    pub(crate) api_address: Option<SocketAddr>,

    /// PEM file of the authority that is trusted at `api_address`.
    pub(crate) ca_file: Option<PathBuf>,
}

impl Discord {
    /// Whether the token is for Discord itself, not for a stand-in.
    pub(crate) fn is_real(&self) -> bool {
        self.token.is_some() && self.api_url.is_none() && self.api_address.is_none()
    }
}
