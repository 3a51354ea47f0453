//! A message on its way to becoming a request.

use super::super::action::Action;
use crate::i18n::Reader;
use crate::ui::limits;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Tone, View};

/// The longest quote of an offered message.
const QUOTE: usize = 200;

/// Shall it become one?
pub fn offer(reader: &Reader, text: &str) -> View {
    View::new("request_offer", reader.text("offer-title", &[]))
        .block(Block::Quote(Text::untrusted(limits::shortened(text, QUOTE))))
        .paragraph(reader.text("offer-body", &[]))
        .buttons(vec![Button::primary(reader.line("offer-turn", &[]), Action::Turn)])
}

/// It is somebody else's.
pub fn not_yours(reader: &Reader) -> View {
    View::new("request_not_yours", reader.text("not-yours-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("not-yours-body", &[]))
        .buttons(vec![Button::primary(reader.line("request-new", &[]), Action::New)])
}

/// It is longer than a request may be.
pub fn too_long(reader: &Reader) -> View {
    let most = i64::from(crate::domain::request::DESCRIPTION);
    View::new("request_too_long", reader.text("message-too-long-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("message-too-long-body", &[("max", most.into())]))
        .buttons(vec![Button::primary(reader.line("request-new", &[]), Action::New)])
}
