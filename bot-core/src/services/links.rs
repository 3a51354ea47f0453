//! Links into our own chats, as far as the faces have said where they are.

use std::sync::OnceLock;

use crate::domain::identity::Platform;

/// What the faces have said of themselves.
#[derive(Debug, Default)]
pub struct Links {
    telegram: OnceLock<String>,
}

impl Links {
    /// A face says under which name it is known. Only the first name counts: it doesn't change while we run.
    pub fn know(&self, platform: Platform, name: &str) {
        match platform {
            Platform::Telegram => drop(self.telegram.set(name.to_owned())),
            // A chat there isn't begun by a link.
            Platform::Discord => {}
        }
    }

    /// The link that opens our chat on `platform` with `payload`, where there is one.
    pub fn start(&self, platform: Platform, payload: &str) -> Option<String> {
        match platform {
            Platform::Telegram => {
                self.telegram.get().map(|name| format!("https://t.me/{name}?start={payload}"))
            }
            Platform::Discord => None,
        }
    }
}
