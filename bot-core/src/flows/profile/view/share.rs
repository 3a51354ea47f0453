//! How to share one's own card.

use crate::flows::profile::action::{Action, Part};
use crate::i18n::Reader;
use crate::ui::text::{Span, Text};
use crate::ui::view::{Block, Button, Tone, View};

/// The ways there are: a command for a channel, and a link where there is one.
pub fn how(reader: &Reader, link: Option<&str>) -> View {
    let command = Span::Command { path: "profile share".to_owned() };
    let mut ways = vec![reader.text("share-channel", &[("command", command.into())])];
    let mut buttons = Vec::new();
    if let Some(link) = link {
        ways.push(reader.text("share-link", &[("link", Text::plain(link).into())]));
        buttons.push(Button::link(reader.line("share-open", &[]), link.to_owned()));
    }
    buttons.push(Button::secondary(reader.line("profile-see", &[]), Action::Own));
    View::new("profile_share", reader.text("share-title", &[])).block(Block::Bullets(ways)).buttons(buttons)
}

/// It isn't for everyone, so it isn't shown to everyone.
pub fn hidden(reader: &Reader) -> View {
    View::new("share_hidden", reader.text("share-hidden-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("share-hidden", &[]))
        .buttons(vec![
            Button::primary(reader.line("profile-edit-visibility", &[]), Action::Visibility),
            Button::secondary(reader.line("profile-see", &[]), Action::Own),
        ])
}

/// There is nothing to share yet.
pub fn nothing(reader: &Reader) -> View {
    View::new("share_nothing", reader.text("share-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("profile-empty-own", &[]))
        .buttons(vec![Button::primary(reader.line("profile-add-skills", &[]), Action::Edit(Part::Skills))])
}
