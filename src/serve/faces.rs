//! The platforms' adapters, made from the configuration.

use anyhow::Context as _;
use bot_core::app::App;
use bot_core::clock::SharedClock;
use reqwest::Url;
use secrecy::SecretString;

use crate::config::{self, Configuration};

/// Discord's adapter, where there is a token.
pub(super) fn discord(
    configuration: &Configuration,
    app: &App,
    clock: &SharedClock,
) -> anyhow::Result<Option<discord::Discord>> {
    let config::Discord { token, api_url, api_address, ca_file } = &configuration.discord;
    let Some(token) = token else { return Ok(None) };
    let endpoint = match (api_url, api_address, ca_file) {
        (Some(url), _, _) => discord::Endpoint::Url(url.trim_end_matches('/').to_owned()),
        (None, Some(address), Some(ca_file)) => {
            discord::Endpoint::Address { address: *address, ca_file: ca_file.clone() }
        }
        _ => discord::Endpoint::Discord,
    };
    let config =
        discord::Config { token: token.clone(), endpoint, inbox_high: configuration.limits.inbox_high };
    discord::Discord::new(config, app.clone(), clock.clone()).map(Some)
}

/// Telegram's adapter, where there is a token.
pub(super) fn telegram(
    configuration: &Configuration,
    clock: &SharedClock,
) -> anyhow::Result<Option<telegram::Telegram>> {
    let config::Telegram { token, api_url, .. } = &configuration.telegram;
    let Some(token) = token else { return Ok(None) };
    let config = telegram::Config {
        token: token.clone(),
        api_url: api_url.as_deref().map(Url::parse).transpose().context("telegram.api_url")?,
        mode: mode(configuration)?,
        inbox_high: configuration.limits.inbox_high,
    };
    telegram::Telegram::new(config, clock.clone()).map(Some)
}

fn mode(configuration: &Configuration) -> anyhow::Result<telegram::Mode> {
    if configuration.telegram.mode == config::Mode::Polling {
        return Ok(telegram::Mode::Polling);
    }
    let public_url = configuration.web.public_url.as_deref().context("web.public_url is missing")?;
    let secret: &Option<SecretString> = &configuration.telegram.webhook_secret;
    Ok(telegram::Mode::Webhook {
        public_url: public_url.parse().context("web.public_url")?,
        secret: secret.clone().context("telegram.webhook_secret is missing")?,
    })
}
