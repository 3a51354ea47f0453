//! What each value and all of them together have to hold.

use std::path::Path;

use bot_core::storage::{Key, Seal};
use reqwest::Url;
use secrecy::{ExposeSecret as _, SecretString};

use super::{Configuration, Mode, Problems};

/// How to make a key.
const NEW_KEY: &str = "head -c 32 /dev/urandom | base64 makes one; keep a copy apart from the backups";
/// How 32 zeros begin in base64.
const ZEROS: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// The least characters of the webhook's secret.
const SECRET_LEAST: usize = 16;

/// Every check.
pub(super) fn all(problems: &mut Problems, configuration: &Configuration) {
    database(problems, configuration);
    discord(problems, configuration);
    telegram(problems, configuration);
    operator(problems, configuration);
    web(problems, configuration);
    key(problems, configuration);
    limits(problems, configuration);
    log(problems, configuration);
    configuration.schedule.check(problems);
    if configuration.discord.token.is_none() && configuration.telegram.token.is_none() {
        problems.note(
            "discord.token, telegram.token",
            "are both left out, so nobody can reach the bot",
            "set the token of the platform your community uses",
        );
    }
}

fn database(problems: &mut Problems, configuration: &Configuration) {
    if configuration.database.dialect().is_none() {
        problems.fault(
            "database.url",
            "names no database we know",
            "sqlite://PATH or postgres://USER:PASSWORD@HOST/NAME",
        );
    }
}

fn discord(problems: &mut Problems, configuration: &Configuration) {
    let discord = &configuration.discord;
    if let Some(token) = &discord.token {
        token_like(problems, "discord.token", token);
    }
    if let Some(url) = &discord.api_url {
        base_url(problems, "discord.api_url", url);
    }
    match (&discord.api_address, &discord.ca_file) {
        (Some(_), _) if discord.api_url.is_some() => problems.fault(
            "discord.api_address",
            "can't be set together with discord.api_url",
            "keep api_address for a gateway that speaks TLS as discord.com, api_url for anything else",
        ),
        (Some(_), None) => problems.fault(
            "discord.ca_file",
            "is needed with discord.api_address",
            "name the PEM file of the authority to trust there",
        ),
        (_, Some(file)) => readable(problems, "discord.ca_file", file),
        (None, None) => (),
    }
}

fn telegram(problems: &mut Problems, configuration: &Configuration) {
    let telegram = &configuration.telegram;
    if let Some(url) = &telegram.api_url {
        base_url(problems, "telegram.api_url", url);
    }
    let Some(token) = &telegram.token else { return };
    token_like(problems, "telegram.token", token);
    let has_id = token.expose_secret().split_once(':').is_some_and(|(id, secret)| {
        !id.is_empty() && id.bytes().all(|digit| digit.is_ascii_digit()) && !secret.is_empty()
    });
    if !has_id {
        problems.fault(
            "telegram.token",
            "is no bot's token: that is a number, a colon and letters",
            "copy it whole from https://t.me/BotFather (/mybots, API Token)",
        );
    }
    if telegram.mode == Mode::Webhook {
        webhook(problems, configuration);
    }
}

fn webhook(problems: &mut Problems, configuration: &Configuration) {
    let fix = "head -c 32 /dev/urandom | base64 | tr -d '+/=' makes one";
    match &configuration.telegram.webhook_secret {
        None => problems.fault("telegram.webhook_secret", "is needed in webhook mode", fix),
        Some(secret) => {
            let secret = secret.expose_secret();
            let plain = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
            if !(SECRET_LEAST..=256).contains(&secret.len()) || !secret.chars().all(plain) {
                let what = format!("has to be {SECRET_LEAST} to 256 characters of A-Z a-z 0-9 _ -");
                problems.fault("telegram.webhook_secret", what, fix);
            }
        }
    }
    match &configuration.web.public_url {
        None => problems.fault(
            "web.public_url",
            "is needed in webhook mode: Telegram has to find us",
            "give the https address of your proxy, or set telegram.mode = \"polling\"",
        ),
        Some(url) if configuration.telegram.is_real() && !url.starts_with("https://") => problems.fault(
            "web.public_url",
            "has to begin with https:// in webhook mode: Telegram posts to nothing else",
            "put a TLS proxy in front, or set telegram.mode = \"polling\"",
        ),
        Some(_) => (),
    }
}

fn operator(problems: &mut Problems, configuration: &Configuration) {
    if !configuration.discord.is_real() && !configuration.telegram.is_real() {
        return;
    }
    let operator = &configuration.operator;
    let asked = [
        ("operator.name", &operator.name, "your name or your organisation's"),
        ("operator.contact", &operator.contact, "how members reach you"),
        ("operator.country", &operator.country, "the country whose law applies"),
    ];
    for (key, value, fix) in asked {
        if value.as_deref().is_none_or(|value| value.trim().is_empty()) {
            problems.fault(key, "is needed beside a real token: members read it in /privacy and /terms", fix);
        }
    }
}

fn web(problems: &mut Problems, configuration: &Configuration) {
    let web = &configuration.web;
    if web.listen.port() != 0 && web.listen.port() == web.ops_listen.port() {
        problems.fault(
            "web.ops_listen",
            "has the port of web.listen",
            "give operations a port of its own that the public can't reach",
        );
    }
    if let Some(url) = &web.public_url {
        base_url(problems, "web.public_url", url);
    }
}

fn key(problems: &mut Problems, configuration: &Configuration) {
    let Some(key) = &configuration.security.key else {
        problems.fault("security.key", "is missing: it seals personal fields at rest", NEW_KEY);
        return;
    };
    let text = key.expose_secret();
    match Key::from_base64(text).and_then(|key| Seal::new(&key)) {
        Err(_) => problems.fault("security.key", "isn't 32 bytes in base64", NEW_KEY),
        Ok(_) if text.trim().starts_with(ZEROS) => {
            problems.fault("security.key", "is nothing but zeros, which anybody can guess", NEW_KEY);
        }
        Ok(_) if is_one_letter(text) => {
            problems.note("security.key", "is one byte repeated, which anybody can guess", NEW_KEY);
        }
        Ok(_) => (),
    }
}

/// Whether the base64 is of one byte repeated: its first four letters come again and again.
fn is_one_letter(text: &str) -> bool {
    let text = text.trim();
    text.as_bytes().chunks_exact(4).take(10).all(|part| Some(part) == text.as_bytes().get(..4))
}

fn limits(problems: &mut Problems, configuration: &Configuration) {
    let limits = &configuration.limits;
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let ranges = [
        ("database.connections", i64::from(configuration.database.connections), 2, 1_000),
        ("limits.request_open_days", limits.request_open_days, 1, 90),
        ("limits.request_warn_hours", limits.request_warn_hours, 1, 24 * 30),
        ("limits.requests_per_day", limits.requests_per_day, 1, 1_000),
        ("limits.requests_first_day", limits.requests_first_day, 1, 1_000),
        ("limits.proposals_per_day", limits.proposals_per_day, 1, 1_000),
        ("limits.availability_days", limits.availability_days, 1, 365),
        ("limits.undo_seconds", limits.undo_seconds, 0, 600),
        ("limits.leaving_days", limits.leaving_days, 1, 30),
        ("limits.handlers", count(limits.handlers), 1, 256),
        ("limits.senders", count(limits.senders), 1, 64),
        ("limits.tasks", count(limits.tasks), 1, 64),
        ("limits.inbox_high", limits.inbox_high, 1, 1_000_000),
        ("notify.matches_per_day", configuration.notify.matches_per_day, 0, 100),
        ("notify.proposals_at_once", configuration.notify.proposals_at_once, 0, 100),
        ("notify.updates_per_day", configuration.notify.updates_per_day, 1, 1_000),
        ("notify.unanswered_digests", configuration.notify.unanswered_digests, 1, 100),
        ("matching.people_per_request", count(configuration.matching.people_per_request), 1, 1_000),
    ];
    for (key, value, least, most) in ranges {
        if !(least..=most).contains(&value) {
            problems.fault(key, format!("is {value}"), format!("a number from {least} to {most}"));
        }
    }
}

fn log(problems: &mut Problems, configuration: &Configuration) {
    if let Err(error) = configuration.log.filter.parse::<tracing_subscriber::filter::Targets>() {
        problems.fault("log.filter", format!("can't be read: {error}"), "info, or info,discord=debug");
    }
}

fn token_like(problems: &mut Problems, key: &str, token: &SecretString) {
    let token = token.expose_secret();
    if token.starts_with("Bot ") {
        problems.fault(key, "begins with the word \"Bot\"", "give the token alone");
    } else if token.contains(char::is_whitespace) {
        problems.fault(key, "has a space or a line break in it", "copy it once more, on one line");
    }
}

fn base_url(problems: &mut Problems, key: &str, url: &str) {
    let base = Url::parse(url)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host() && url.query().is_none());
    if base.is_none() {
        problems.fault(key, "is no web address", "https://HOST, without anything behind a question mark");
    }
}

fn readable(problems: &mut Problems, key: &str, file: &Path) {
    if let Err(error) = std::fs::File::open(file) {
        problems.fault(key, format!("can't be read ({}): {error}", file.display()), "name the right file");
    }
}
