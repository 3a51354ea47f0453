//! What was read from somebody's own words, to be checked.

use super::sections::part_label;
use crate::flows::profile::action::{Action, Part};
use crate::i18n::Reader;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Fact, Tone, View};

/// What was read, field by field; what wasn't said or can't be taken is told so.
pub fn draft(reader: &Reader, parts: &[(Part, Option<&str>)]) -> View {
    let facts = parts.iter().filter(|(part, _)| *part != Part::About).map(|(part, value)| Fact {
        label: reader.text(part_label(*part), &[]),
        value: match value {
            Some(value) => Text::untrusted(*value),
            None => reader.text("introduction-missing", &[]),
        },
    });
    let mut view = View::new("introduction_draft", reader.text("introduction-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("introduction-body", &[]))
        .block(Block::Facts(facts.collect()));
    if let Some((_, Some(about))) = parts.iter().find(|(part, _)| *part == Part::About) {
        view = view.block(Block::Heading(reader.text("profile-about", &[])));
        view = view.block(Block::Quote(Text::untrusted(*about)));
    }
    let fix: Vec<Button> = parts
        .iter()
        .map(|(part, _)| Button::secondary(reader.line(part_label(*part), &[]), Action::Fix(*part)))
        .collect();
    view = view.buttons(vec![
        Button::primary(reader.line("introduction-take", &[]), Action::TakeOver),
        Button::secondary(reader.line("introduction-again", &[]), Action::Describe),
        Button::secondary(reader.line("introduction-discard", &[]), Action::Discard),
    ]);
    for row in fix.chunks(4) {
        view = view.buttons(row.to_vec());
    }
    view.footer(reader.text("introduction-footer", &[]))
}

/// Nothing that belongs into a profile was found.
pub fn unread(reader: &Reader) -> View {
    View::new("introduction_unread", reader.text("introduction-unread-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("introduction-unread", &[]))
        .buttons(vec![
            Button::primary(reader.line("introduction-again", &[]), Action::Describe),
            Button::secondary(reader.line("profile-change", &[]), Action::Sections),
        ])
}

/// The draft is gone; the profile is as it was.
pub fn discarded(reader: &Reader) -> View {
    View::new("introduction_discarded", reader.text("introduction-discarded-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("introduction-discarded", &[]))
        .buttons(vec![Button::primary(reader.line("profile-see", &[]), Action::Own)])
}
