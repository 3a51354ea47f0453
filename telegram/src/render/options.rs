//! Selects as keys: choosing is pressing, and a long list is leafed through.

use bot_core::ui::view::{Row, Select, View};

use super::keyboard::{Key, laid_out};
use crate::press;

/// What marks an option that is chosen.
pub(crate) const CHOSEN: &str = "✓ ";
/// The most options shown at once.
const AT_ONCE: usize = 12;

/// How many pages the selects of `view` take: one, unless one of them is long.
pub(super) fn pages(view: &View) -> usize {
    let selects = view.rows.iter().filter_map(|row| match row {
        Row::Select(select) => Some(pages_of(select)),
        Row::Buttons(_) => None,
    });
    selects.max().unwrap_or(1)
}

/// The page that shows what is chosen.
pub(super) fn first_page(view: &View) -> usize {
    let chosen = view.rows.iter().find_map(|row| match row {
        Row::Select(select) if pages_of(select) > 1 => select.options.iter().position(|choice| choice.chosen),
        _ => None,
    });
    chosen.unwrap_or_default() / AT_ONCE
}

/// Where several may be chosen all keys stay in sight: what is chosen is read from them.
fn pages_of(select: &Select) -> usize {
    if select.max > 1 { 1 } else { select.options.len().div_ceil(AT_ONCE).max(1) }
}

/// The keys of a select on `page`; a shorter one shows its last page.
pub(super) fn rows(select: &Select, page: usize) -> Vec<Vec<Key>> {
    let pages = pages_of(select);
    let many = select.max > 1;
    let page = page.min(pages - 1);
    let (skipped, shown) = if pages == 1 { (0, usize::MAX) } else { (page * AT_ONCE, AT_ONCE) };
    let keys = select.options.iter().skip(skipped).take(shown).filter_map(|choice| {
        let Some(data) = press::option(&select.action, &choice.value, many) else {
            let (verb, value) = (&select.action.verb, &choice.value);
            tracing::error!(verb, value, "an option does not fit a button");
            return None;
        };
        let mark = if choice.chosen { CHOSEN } else { "" };
        Some(Key::press(&format!("{mark}{}", choice.label), data))
    });
    let mut rows = laid_out(keys.collect());
    if pages > 1 {
        let leaf = |label: String, to: usize| Key::press(&label, press::leaf(&select.action, to));
        rows.push(vec![
            leaf("‹".to_owned(), page.checked_sub(1).unwrap_or(pages - 1)),
            leaf(format!("{} / {pages}", page + 1), page),
            leaf("›".to_owned(), (page + 1) % pages),
        ]);
    }
    rows
}
