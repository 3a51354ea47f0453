//! Who someone is on a chat platform.

use serde::{Deserialize, Serialize};

/// A chat platform. The core uses it as a key; what differs between platforms arrives as capabilities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// Discord.
    Discord,
    /// Telegram.
    Telegram,
}

impl Platform {
    /// Every platform there is an adapter for.
    pub const ALL: [Self; 2] = [Self::Discord, Self::Telegram];

    /// The key under which rows and lanes name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Discord => "discord",
            Self::Telegram => "telegram",
        }
    }

    /// The name people know it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Discord => "Discord",
            Self::Telegram => "Telegram",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.key() == key)
    }
}

/// A person as a platform names them. The id is the platform's own and never changes; the rest is a cached label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Where this identity lives.
    pub platform: Platform,
    /// The platform's id of the person, as text.
    pub user: String,
    /// The name the person goes by there.
    pub name: String,
    /// The handle, without its `@`, where there is one.
    pub handle: Option<String>,
}
