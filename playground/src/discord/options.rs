//! What a stand-in for Discord is started with.

use std::net::SocketAddr;

/// The bot's account, its server, and how the stand-in behaves.
#[derive(Clone)]
pub struct Options {
    /// The bot's token.
    pub token: String,
    /// The bot's name.
    pub bot_name: String,
    /// The name of the server the bot is in.
    pub guild_name: String,
    /// The text channels of that server.
    pub channels: Vec<String>,
    /// Where to listen with TLS as discord.com too; port 0 picks one.
    pub tls: Option<SocketAddr>,
    /// Whether rate limits hold.
    pub limits: bool,
    /// New DM channels the bot may open in ten minutes before Discord takes it for a spammer.
    pub new_dms: usize,
    /// Privileged intents that are switched on for the bot, as bits.
    pub privileged_intents: u64,
    /// How often a client must say it is alive, in milliseconds.
    pub heartbeat_ms: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            token: "playground-discord-token".to_owned(),
            bot_name: "Guildhall".to_owned(),
            guild_name: "Harbour".to_owned(),
            channels: vec!["general".to_owned(), "market".to_owned()],
            tls: None,
            limits: true,
            new_dms: 25,
            privileged_intents: 0,
            heartbeat_ms: 41_250,
        }
    }
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options").field("bot_name", &self.bot_name).finish_non_exhaustive()
    }
}
