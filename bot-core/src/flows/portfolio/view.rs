//! What is shown of one's own portfolio.

use super::action::Action;
use crate::domain::profile::{ITEMS, PortfolioItem};
use crate::flows::{pager, profile::action as profile, showcase};
use crate::i18n::Reader;
use crate::ui::view::{Block, Button, Tone, View};

/// One's own pieces of work, to change.
pub fn list(reader: &Reader, items: &[PortfolioItem], page: u32) -> View {
    let mut view = View::new("portfolio_list", reader.text("portfolio-title", &[]));
    if items.is_empty() {
        view = view.paragraph(reader.text("portfolio-none", &[]));
    }
    for item in pager::items(items, page) {
        let change = Button::secondary(reader.line("change", &[]), Action::Open(item.id));
        view = view.block(Block::Item { lines: showcase::item_lines(reader, item), button: Some(change) });
    }
    let mut buttons = Vec::new();
    if items.len() < ITEMS {
        buttons.push(Button::primary(reader.line("profile-add-portfolio", &[]), Action::Add));
    }
    buttons.extend(pager::buttons(reader, items.len(), page, |page| Action::List(page).into()));
    buttons.push(Button::secondary(reader.line("profile-back", &[]), profile::Action::Sections));
    pager::footer(reader, view, items.len(), page).buttons(buttons)
}

/// One of them.
pub fn one(reader: &Reader, item: &PortfolioItem) -> View {
    View::new("portfolio_item", reader.text("portfolio-title", &[]))
        .block(showcase::item_block(reader, item))
        .buttons(vec![
            Button::primary(reader.line("change", &[]), Action::Edit(item.id)),
            Button::danger(reader.line("remove", &[]), Action::Remove(item.id)),
            Button::secondary(reader.line("nav-back", &[]), Action::List(0)),
        ])
}

/// No more fit.
pub fn full(reader: &Reader) -> View {
    let most = i64::try_from(ITEMS).unwrap_or_default();
    View::new("portfolio_full", reader.text("portfolio-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("portfolio-full", &[("most", most.into())]))
        .buttons(vec![Button::primary(reader.line("portfolio-see", &[]), Action::List(0))])
}
