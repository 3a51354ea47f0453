//! Past work in words: entries of experience, and pieces to look at.

use super::wording;
use crate::domain::profile::{Experience, Month, Period, PortfolioItem};
use crate::i18n::Reader;
use crate::ui::limits::shortened;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button};

/// The longest name of a page on a button.
const HOST: usize = 28;

/// A piece of work, with a button that names the page it opens.
pub(super) fn item_block(reader: &Reader, item: &PortfolioItem) -> Block {
    let open = item.link.as_ref().map(|link| {
        let host = shortened(link.host(), HOST);
        Button::link(reader.line("portfolio-open", &[("host", host.into())]), link.address().to_owned())
    });
    Block::Item { lines: item_lines(reader, item), button: open }
}

/// A piece of work in lines.
pub(super) fn item_lines(reader: &Reader, item: &PortfolioItem) -> Vec<Text> {
    let mut lines = vec![Text::untrusted(item.title.clone())];
    if !item.text.is_empty() {
        lines.push(Text::untrusted(item.text.clone()));
    }
    if !item.skills.is_empty() {
        lines.push(wording::skills(item.skills.iter().map(String::as_str)));
    }
    if !item.alt.is_empty() {
        lines.push(reader.text("portfolio-alt", &[("alt", Text::untrusted(item.alt.clone()).into())]));
    }
    lines
}

/// An entry in one line: `Web designer, Kite Studio (March 2021 – now)`.
pub(super) fn experience_line(reader: &Reader, entry: &Experience) -> Text {
    let role = Text::untrusted(entry.role.clone());
    let when = entry.period.map(|period| period_words(reader, period)).unwrap_or_default();
    let place = Text::untrusted(entry.place.clone());
    match (entry.place.is_empty(), entry.period.is_none()) {
        (false, false) => reader.text(
            "experience-line",
            &[("role", role.into()), ("place", place.into()), ("when", when.into())],
        ),
        (true, false) => reader.text("experience-line-when", &[("role", role.into()), ("when", when.into())]),
        (false, true) => {
            reader.text("experience-line-place", &[("role", role.into()), ("place", place.into())])
        }
        (true, true) => role,
    }
}

/// An entry with what they did.
pub(super) fn experience_lines(reader: &Reader, entry: &Experience) -> Vec<Text> {
    let mut lines = vec![experience_line(reader, entry)];
    if !entry.text.is_empty() {
        lines.push(Text::untrusted(entry.text.clone()));
    }
    lines
}

/// `March 2021 – now`.
fn period_words(reader: &Reader, period: Period) -> Text {
    let from = month_words(reader, period.from);
    match period.until {
        None => reader.text("period-open", &[("from", from.into())]),
        Some(until) if until == period.from => Text::plain(from),
        Some(until) => reader
            .text("period-closed", &[("from", from.into()), ("until", month_words(reader, until).into())]),
    }
}

fn month_words(reader: &Reader, month: Month) -> String {
    match month.month {
        Some(number) => format!("{} {}", reader.line(&format!("month-{number}"), &[]), month.year),
        None => month.year.to_string(),
    }
}
