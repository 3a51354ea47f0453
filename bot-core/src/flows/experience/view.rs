//! What is shown of one's own experience.

use super::action::Action;
use crate::domain::profile::{EXPERIENCES, Experience};
use crate::flows::{pager, profile::action as profile, showcase};
use crate::i18n::Reader;
use crate::ui::view::{Block, Button, Tone, View};

/// One's own entries, to change.
pub fn list(reader: &Reader, entries: &[Experience], page: u32) -> View {
    let mut view = View::new("experience_list", reader.text("experience-title", &[]));
    if entries.is_empty() {
        view = view.paragraph(reader.text("experience-none", &[]));
    }
    for entry in pager::items(entries, page) {
        let change = Button::secondary(reader.line("change", &[]), Action::Open(entry.id));
        view = view
            .block(Block::Item { lines: showcase::experience_lines(reader, entry), button: Some(change) });
    }
    let mut buttons = Vec::new();
    if entries.len() < EXPERIENCES {
        buttons.push(Button::primary(reader.line("profile-add-experience", &[]), Action::Add));
    }
    buttons.extend(pager::buttons(reader, entries.len(), page, |page| Action::List(page).into()));
    buttons.push(Button::secondary(reader.line("profile-back", &[]), profile::Action::Sections));
    pager::footer(reader, view, entries.len(), page).buttons(buttons)
}

/// One entry.
pub fn one(reader: &Reader, entry: &Experience) -> View {
    View::new("experience_entry", reader.text("experience-title", &[]))
        .block(Block::Item { lines: showcase::experience_lines(reader, entry), button: None })
        .buttons(vec![
            Button::primary(reader.line("change", &[]), Action::Edit(entry.id)),
            Button::danger(reader.line("remove", &[]), Action::Remove(entry.id)),
            Button::secondary(reader.line("nav-back", &[]), Action::List(0)),
        ])
}

/// No more fit.
pub fn full(reader: &Reader) -> View {
    let most = i64::try_from(EXPERIENCES).unwrap_or_default();
    View::new("experience_full", reader.text("experience-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("experience-full", &[("most", most.into())]))
        .buttons(vec![Button::primary(reader.line("experience-see", &[]), Action::List(0))])
}
