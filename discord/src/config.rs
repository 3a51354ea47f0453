//! What the adapter has to be told.

use std::net::SocketAddr;
use std::path::PathBuf;

use secrecy::SecretString;

/// The adapter's configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// The bot's token.
    pub token: SecretString,
    /// Where Discord is.
    pub endpoint: Endpoint,
    /// Inbox rows waiting above which people are told to try again.
    pub inbox_high: i64,
}

/// Where Discord's REST API is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Endpoint {
    /// `https://discord.com`.
    #[default]
    Discord,
    /// `{base}/api/v10/…`: a proxy, or a stand-in.
    Url(String),
    /// `https://discord.com`, but at this address and with this authority trusted besides the usual ones.
    Address {
        /// Address and port.
        address: SocketAddr,
        /// PEM file of the authority.
        ca_file: PathBuf,
    },
}
