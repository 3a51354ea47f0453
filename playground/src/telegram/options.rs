//! What a test or the demo may choose about the Telegram stand-in.

/// How strict the stand-in is and who its bot is. The defaults are those of the real service as far as they are known.
#[derive(Clone, Debug)]
pub struct Options {
    /// The bot's token: digits, a colon, 35 characters.
    pub token: String,
    /// The bot's `@username`, without the `@`.
    pub username: String,
    /// The bot's name until it sets another.
    pub first_name: String,
    /// Messages a second to one private chat, once `chat_burst` is used up.
    pub chat_per_second: f64,
    /// Messages to one chat that may come at once.
    pub chat_burst: f64,
    /// Messages a minute to one group.
    pub group_per_minute: f64,
    /// Messages a second to all chats together.
    pub all_per_second: f64,
    /// How long a button's press can be answered, in milliseconds.
    pub callback_ms: i64,
    /// How long an update waits for its bot, in milliseconds.
    pub update_ms: i64,
    /// Whether a webhook may have a plain `http` address and any port, as on `telegram-bot-api --local`.
    pub local_webhooks: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            token: "7000000001:AAstandInTokenOfTheLocalPlayground0".to_owned(),
            username: "guildhall_bot".to_owned(),
            first_name: "Guildhall".to_owned(),
            chat_per_second: 1.0,
            chat_burst: 10.0,
            group_per_minute: 20.0,
            all_per_second: 30.0,
            callback_ms: 60_000,
            update_ms: 24 * 60 * 60 * 1000,
            local_webhooks: true,
        }
    }
}

impl Options {
    /// The bot's id: the digits before the token's colon.
    pub fn bot_id(&self) -> i64 {
        self.token.split(':').next().and_then(|digits| digits.parse().ok()).unwrap_or_default()
    }
}
