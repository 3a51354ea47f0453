//! The parts of Telegram, made together: one connection, one set of limits.

use std::sync::Arc;

use axum::Router;
use bot_core::clock::SharedClock;
use bot_core::delivery::inbox::Inbox;
use bot_core::delivery::messenger::Messenger;
use reqwest::Url;
use secrecy::{ExposeSecret as _, SecretString};

use crate::listener::Listener;
use crate::messenger::TelegramMessenger;
use crate::rest::Rest;
use crate::webhook;

/// What the operator chose.
#[derive(Debug)]
pub struct Config {
    /// The bot's token.
    pub token: SecretString,
    /// Another server that speaks the Bot API; Telegram's own where it is left out.
    pub api_url: Option<Url>,
    /// How updates reach us.
    pub mode: Mode,
    /// So many events waiting in the inbox make us take no more from Telegram.
    pub inbox_high: i64,
}

/// How updates reach us.
#[derive(Debug, Clone)]
pub enum Mode {
    /// We ask: works without a public address.
    Polling,
    /// Telegram posts them.
    Webhook {
        /// Our public address, as in `https://guildhall.example`.
        public_url: Url,
        /// 1 to 256 characters of `A-Za-z0-9_-`, known to Telegram and us alone.
        secret: SecretString,
    },
}

/// Guildhall on Telegram. Its parts share one connection and one set of limits, whichever of them a process runs.
#[derive(Debug)]
pub struct Telegram {
    rest: Arc<Rest>,
    mode: Mode,
    inbox_high: i64,
    clock: SharedClock,
}

/// Where updates come in.
#[derive(Debug)]
pub enum Intake {
    /// A loop that asks for them.
    Polling(Listener),
    /// A route that they are posted to: `POST /hooks/telegram`.
    Webhook(Router),
}

impl Telegram {
    /// Makes the connection; calls nobody yet. Fails when the configuration can't be used.
    pub fn new(config: Config, clock: SharedClock) -> anyhow::Result<Self> {
        let Config { token, api_url, mode, inbox_high } = config;
        if let Mode::Webhook { secret, .. } = &mode {
            check(secret)?;
        }
        Ok(Self { rest: Arc::new(Rest::new(&token, api_url)?), mode, inbox_high, clock })
    }

    /// Sends notices.
    pub fn messenger(&self) -> Arc<dyn Messenger> {
        Arc::new(TelegramMessenger::new(Arc::clone(&self.rest)))
    }

    /// Takes updates into `inbox`.
    pub fn intake(&self, inbox: &Inbox) -> Intake {
        match &self.mode {
            Mode::Polling => Intake::Polling(Listener::new(
                inbox.clone(),
                Arc::clone(&self.rest),
                Arc::clone(&self.clock),
                self.inbox_high,
            )),
            Mode::Webhook { secret, .. } => {
                Intake::Webhook(webhook::router(inbox.clone(), secret.clone(), self.inbox_high))
            }
        }
    }
}

/// An empty secret would let everyone in, and Telegram takes no other characters.
fn check(secret: &SecretString) -> anyhow::Result<()> {
    let secret = secret.expose_secret();
    let letters = secret.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-".contains(letter));
    anyhow::ensure!(
        letters && (1..=256).contains(&secret.len()),
        "the webhook's secret has to be 1 to 256 characters of A-Z, a-z, 0-9, _ and -"
    );
    Ok(())
}
