//! Where and how an interaction is answered.
//!
//! A row of the inbox keeps it beside what was done.

use bot_core::ui::interaction::{ChatKind, Interaction, Origin};
use serde::{Deserialize, Serialize};

/// Where an interaction is answered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// The interaction's id.
    pub interaction: u64,
    /// Our application's id.
    pub application: u64,
    /// The interaction's token: lives for 15 minutes, never logged.
    pub token: String,
    /// The channel it came from.
    pub channel: u64,
    /// What it came from.
    pub origin: Origin,
    /// Whether the message it came from is seen by one person only.
    pub from_private_card: bool,
}

impl std::fmt::Debug for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Door")
            .field("interaction", &self.interaction)
            .field("channel", &self.channel)
            .field("origin", &self.origin)
            .finish_non_exhaustive()
    }
}

/// A decoded interaction: what was done and where it is answered. This is what the inbox keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// What was done.
    pub interaction: Interaction,
    /// Where it is answered.
    pub door: Door,
}

impl Arrival {
    /// Whether it came from the bot's direct channel, where nobody else reads along.
    pub fn is_direct(&self) -> bool {
        self.interaction.chat.kind == ChatKind::Private
    }

    /// Whether there is a card that the answer can take the place of.
    pub fn has_card(&self) -> bool {
        matches!(self.door.origin, Origin::Card | Origin::FormFromCard)
    }
}
