//! Telegram: who the token says we are, and whether updates come as configured.

use anyhow::Context as _;
use bot_core::domain::time::Timestamp;
use reqwest::StatusCode;
use secrecy::ExposeSecret as _;
use serde_json::Value;

use super::{Finding, platform};
use crate::config::{Configuration, Mode};

/// Updates waiting at Telegram above which something of ours is too slow.
const MANY: u64 = 100;

pub(super) async fn examine(configuration: &Configuration, now: Timestamp) -> Vec<Finding> {
    let config = &configuration.telegram;
    let Some(token) = &config.token else { return vec![Finding::off("telegram", "no telegram.token")] };
    let base = config.api_url.as_deref().unwrap_or("https://api.telegram.org").trim_end_matches('/');
    let address = |method: &str| format!("{base}/bot{}/{method}", token.expose_secret());
    let client = match platform::client().build().context("an HTTP client") {
        Ok(client) => client,
        Err(error) => return vec![Finding::fault("telegram", format!("{error:#}"), "look at the log")],
    };
    let me = match client.post(address("getMe")).send().await {
        Ok(answer) => answer,
        Err(error) => {
            let fix = "see whether this machine reaches Telegram, and to telegram.api_url";
            return vec![Finding::fault("telegram", platform::no_answer(error), fix)];
        }
    };
    let mut findings: Vec<_> = platform::skew("clock (telegram)", &me, now).into_iter().collect();
    let status = me.status();
    let body: Value = me.json().await.unwrap_or_default();
    let Some(name) = body["result"]["username"].as_str() else {
        findings.push(match status {
            StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND => Finding::fault(
                "telegram",
                "the token is refused",
                "write /mybots to https://t.me/BotFather → your bot → API Token, then set telegram.token",
            ),
            _ => Finding::fault(
                "telegram",
                format!("an answer with status {status}"),
                "see to telegram.api_url: something else answers there",
            ),
        });
        return findings;
    };
    findings.push(Finding::ok("telegram", format!("the token is @{name}'s: https://t.me/{name}")));
    if let Ok(answer) = client.post(address("getWebhookInfo")).send().await {
        let body: Value = answer.json().await.unwrap_or_default();
        findings.push(webhook(configuration, &body["result"]));
    }
    findings
}

fn webhook(configuration: &Configuration, info: &Value) -> Finding {
    let set = info["url"].as_str().unwrap_or_default();
    let waiting = info["pending_update_count"].as_u64().unwrap_or_default();
    let wanted = match configuration.telegram.mode {
        Mode::Polling => String::new(),
        Mode::Webhook => {
            let base = configuration.web.public_url.as_deref().unwrap_or_default();
            format!("{}/hooks/telegram", base.trim_end_matches('/'))
        }
    };
    let seen = match set {
        "" => format!("updates are polled, {waiting} waiting"),
        url => format!("updates are posted to {url}, {waiting} waiting"),
    };
    if set != wanted {
        return Finding::warning("webhook", seen, "guildhall serve sets it as the configuration says");
    }
    if let Some(why) = info["last_error_message"].as_str() {
        let fix = "see that Telegram reaches the public address with a certificate that browsers trust";
        return Finding::warning("webhook", format!("{seen}; the last one failed: {why}"), fix);
    }
    if waiting > MANY {
        return Finding::warning("webhook", seen, "see whether `guildhall serve` runs");
    }
    Finding::ok("webhook", seen)
}
