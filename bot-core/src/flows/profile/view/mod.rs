//! What profiles show.

pub mod card;
pub mod introduction;
pub mod sections;
pub mod share;
pub mod skills;
pub mod work;

use super::action::Action;
use crate::i18n::Reader;
use crate::ui::view::{Button, Tone, View};

/// Nobody here by that name.
pub fn unknown(reader: &Reader) -> View {
    View::new("profile_unknown", reader.text("profile-unknown-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("profile-unknown-body", &[]))
        .buttons(vec![Button::primary(reader.line("profile-see", &[]), Action::Own)])
}
