//! Discord: who the token says we are, and how often we may still connect today.

use std::fs;

use anyhow::Context as _;
use bot_core::domain::time::Timestamp;
use reqwest::{Certificate, Client, StatusCode};
use secrecy::ExposeSecret as _;
use serde_json::Value;

use super::{Finding, platform};
use crate::config::{self, Configuration};

/// Where Discord is.
const HOST: &str = "discord.com";
/// Connections left below which it is worth a word.
const FEW: u64 = 50;

/// What a look at Discord found.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) findings: Vec<Finding>,
    pub(super) invitation: Option<String>,
}

pub(super) async fn examine(configuration: &Configuration, now: Timestamp) -> Seen {
    let config = &configuration.discord;
    let Some(token) = &config.token else {
        return Seen { findings: vec![Finding::off("discord", "no discord.token")], invitation: None };
    };
    let api = match Api::new(config, token.expose_secret()) {
        Ok(api) => api,
        Err(error) => {
            let finding = Finding::fault("discord", format!("{error:#}"), "see to discord.ca_file");
            return Seen { findings: vec![finding], invitation: None };
        }
    };
    let mut seen = Seen::default();
    let me = match api.get("users/@me").await {
        Ok(answer) => answer,
        Err(error) => {
            let fix = "see whether this machine reaches Discord, and to discord.api_url or api_address";
            seen.findings.push(Finding::fault("discord", platform::no_answer(error), fix));
            return seen;
        }
    };
    seen.findings.extend(platform::skew("clock (discord)", &me, now));
    let status = me.status();
    let body: Value = me.json().await.unwrap_or_default();
    if status == StatusCode::UNAUTHORIZED {
        let fix = "Developer Portal → your application → Bot → Reset Token, then set discord.token";
        seen.findings.push(Finding::fault("discord", "the token is refused", fix));
        return seen;
    }
    let (Some(id), Some(name)) = (body["id"].as_str(), body["username"].as_str()) else {
        let fix = "see to discord.api_url: something else answers there";
        seen.findings.push(Finding::fault("discord", format!("an answer with status {status}"), fix));
        return seen;
    };
    seen.findings.push(Finding::ok("discord", format!("the token is {name}'s ({id})")));
    seen.findings.extend(connections(&api).await);
    seen.invitation = Some(invitation(id));
    seen
}

/// No permission at all: commands, their answers and direct messages need none.
fn invitation(application: &str) -> String {
    format!(
        "https://{HOST}/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions=0"
    )
}

async fn connections(api: &Api) -> Option<Finding> {
    let body: Value = api.get("gateway/bot").await.ok()?.json().await.ok()?;
    let left = body["session_start_limit"]["remaining"].as_u64()?;
    let seen = format!("{left} connections left today");
    Some(if left < FEW {
        Finding::warning("gateway", seen, "something restarts the bot again and again: read its log")
    } else {
        Finding::ok("gateway", seen)
    })
}

struct Api {
    client: Client,
    base: String,
    authorization: String,
}

impl Api {
    fn new(config: &config::Discord, token: &str) -> anyhow::Result<Self> {
        let mut client = platform::client();
        if let (Some(address), Some(file)) = (config.api_address, &config.ca_file) {
            let pem = fs::read(file).with_context(|| file.display().to_string())?;
            client = client.resolve(HOST, address).add_root_certificate(Certificate::from_pem(&pem)?);
        }
        let base = config.api_url.clone().unwrap_or_else(|| format!("https://{HOST}"));
        Ok(Self {
            client: client.build()?,
            base: base.trim_end_matches('/').to_owned(),
            authorization: format!("Bot {token}"),
        })
    }

    async fn get(&self, path: &str) -> reqwest::Result<reqwest::Response> {
        let address = format!("{}/api/v10/{path}", self.base);
        self.client.get(address).header("Authorization", &self.authorization).send().await
    }
}
