//! The bot on Telegram.

use confique::Config;
use secrecy::SecretString;
use serde::Deserialize;

/// The bot on Telegram.
#[derive(Debug, Config)]
pub(crate) struct Telegram {
    /// The bot's token; without it there is no Telegram. From https://t.me/BotFather.
    pub(crate) token: Option<SecretString>,

    /// Base of the Bot API, for a local server or a stand-in; https://api.telegram.org where it is left out.
    pub(crate) api_url: Option<String>,

    /// How updates reach us: `polling` works without a public address, `webhook` needs `webhook_secret` and
    /// `web.public_url`.
    pub(crate) mode: Mode,

    /// What Telegram sends along with every update: 16 to 256 characters of `A-Z a-z 0-9 _ -`.
    pub(crate) webhook_secret: Option<SecretString>,
}

/// How updates reach us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Mode {
    /// We ask for them.
    Polling,
    /// Telegram posts them to `/hooks/telegram`.
    Webhook,
}

impl Telegram {
    /// Whether the token is for Telegram itself, not for a stand-in.
    pub(crate) fn is_real(&self) -> bool {
        self.token.is_some() && self.api_url.is_none()
    }
}
