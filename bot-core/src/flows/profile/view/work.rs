//! Past work: entries of experience and pieces to look at.

use crate::flows::profile::action::Action;
use crate::flows::{pager, showcase, wording};
use crate::i18n::Reader;
use crate::services::profile::ProfileCard;
use crate::ui::view::{Block, Button, View};

/// All of somebody's past work, a page of it.
pub fn all(reader: &Reader, card: &ProfileCard, page: u32) -> View {
    let name = wording::name(reader, &card.identities);
    let mut view = View::new("profile_work", reader.text("profile-work-title", &[("name", name.into())]));
    let items = card.items.iter().map(|item| showcase::item_block(reader, item));
    let entries = card
        .experiences
        .iter()
        .map(|entry| Block::Item { lines: showcase::experience_lines(reader, entry), button: None });
    let blocks: Vec<Block> = items.chain(entries).collect();
    for block in pager::items(&blocks, page) {
        view = view.block(block.clone());
    }
    let account = card.account.id;
    let mut buttons = pager::buttons(reader, blocks.len(), page, |page| Action::Work(account, page).into());
    buttons.push(Button::secondary(reader.line("profile-back", &[]), Action::View(account)));
    pager::footer(reader, view, blocks.len(), page).buttons(buttons)
}
