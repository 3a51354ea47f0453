//! Long lists in pages of five, with buttons that say where they lead.

use crate::i18n::Reader;
use crate::ui::action::Token;
use crate::ui::limits::PAGE_ITEMS;
use crate::ui::view::{Button, View};

/// How many pages a list has.
fn pages(length: usize) -> u32 {
    u32::try_from(length.div_ceil(PAGE_ITEMS)).unwrap_or(u32::MAX)
}

/// The entries of a page; the last page for one beyond the end.
pub(super) fn items<T>(list: &[T], page: u32) -> &[T] {
    let page = page.min(pages(list.len()).saturating_sub(1));
    let start = usize::try_from(page).unwrap_or_default() * PAGE_ITEMS;
    &list[start.min(list.len())..(start + PAGE_ITEMS).min(list.len())]
}

/// Previous and next, where there are such pages.
pub(super) fn buttons(reader: &Reader, length: usize, page: u32, to: impl Fn(u32) -> Token) -> Vec<Button> {
    let mut buttons = Vec::new();
    if page > 0 {
        buttons.push(Button::secondary(reader.line("nav-previous", &[]), to(page - 1)));
    }
    if page + 1 < pages(length) {
        buttons.push(Button::secondary(reader.line("nav-next", &[]), to(page + 1)));
    }
    buttons
}

/// Where in the list this is, if it has more than one page.
pub(super) fn footer(reader: &Reader, view: View, length: usize, page: u32) -> View {
    if pages(length) < 2 {
        return view;
    }
    let args = [("page", i64::from(page + 1).into()), ("pages", i64::from(pages(length)).into())];
    view.footer(reader.text("page-of", &args))
}
