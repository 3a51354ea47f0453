//! The parts of Telegram, made together: one connection, one set of limits.

use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use bot_core::app::App;
use bot_core::clock::SharedClock;
use bot_core::delivery::inbox::{EventHandler, Inbox};
use bot_core::delivery::messenger::Messenger;
use reqwest::Url;
use secrecy::{ExposeSecret as _, SecretString};

use crate::commands::{Commands, Delivery};
use crate::listener::Listener;
use crate::messenger::TelegramMessenger;
use crate::respond::Responder;
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
    Polling(Box<Listener>),
    /// A route that they are posted to: `POST /hooks/telegram`.
    Webhook(Router),
}

/// What answers members.
#[derive(Debug)]
pub struct Answering {
    /// Answers the events of the inbox.
    pub handler: Arc<dyn EventHandler>,
    /// Tells Telegram how updates reach us and keeps menus and descriptions up to date; a loop.
    pub commands: Commands,
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
            Mode::Polling => Intake::Polling(Box::new(Listener::new(
                inbox.clone(),
                Arc::clone(&self.rest),
                Arc::clone(&self.clock),
                self.inbox_high,
            ))),
            Mode::Webhook { secret, .. } => {
                Intake::Webhook(webhook::router(inbox.clone(), secret.clone(), self.inbox_high))
            }
        }
    }

    /// Answers what members do. Fails when the public address can't be used.
    pub fn answering(&self, app: &App) -> anyhow::Result<Answering> {
        let delivery = match &self.mode {
            Mode::Polling => Delivery::Polling,
            Mode::Webhook { public_url, secret } => {
                let address =
                    public_url.join(webhook::PATH).context("the public address has no place for a path")?;
                Delivery::Webhook { address, secret: secret.clone() }
            }
        };
        let (commands, menus) = Commands::new(app.clone(), Arc::clone(&self.rest), delivery);
        let handler = Arc::new(Responder::new(app.clone(), Arc::clone(&self.rest), menus));
        Ok(Answering { handler, commands })
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
