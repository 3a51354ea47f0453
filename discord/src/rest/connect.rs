//! The HTTP client: where it connects and whom it trusts.

use std::time::Duration;

use anyhow::Context as _;

use crate::config::Endpoint;

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(5);
/// The longest any call may take: serenity's own client has no limit at all.
const LONGEST: Duration = Duration::from_secs(15);
/// The name whose address may be replaced.
const HOST: &str = "discord.com";

/// A client for `endpoint`.
pub(crate) fn client(endpoint: &Endpoint) -> anyhow::Result<reqwest::Client> {
    let mut builder = reqwest::Client::builder().connect_timeout(CONNECT).timeout(LONGEST);
    if *endpoint != Endpoint::Discord {
        // The operator named an address: a proxy of the environment must not go before it.
        builder = builder.no_proxy();
    }
    if let Endpoint::Address { address, ca_file } = endpoint {
        let pem = std::fs::read(ca_file)
            .with_context(|| format!("discord.ca_file {} can't be read", ca_file.display()))?;
        let authority = reqwest::Certificate::from_pem(&pem)
            .with_context(|| format!("discord.ca_file {} is no PEM certificate", ca_file.display()))?;
        builder = builder.resolve(HOST, *address).add_root_certificate(authority);
    }
    builder.build().context("the HTTP client for Discord can't be built")
}

/// The base that takes the place of `https://discord.com`, where there is one.
pub(crate) fn base(endpoint: &Endpoint) -> Option<&str> {
    match endpoint {
        Endpoint::Url(base) => Some(base),
        Endpoint::Discord | Endpoint::Address { .. } => None,
    }
}
