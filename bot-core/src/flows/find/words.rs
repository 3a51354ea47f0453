//! What is looked for, in words.

use bot_reading::places::Gazetteer;

use crate::flows::wording;
use crate::i18n::Reader;
use crate::services::search::{Bound, Entry, Facet, Free, Limit, Query, Term, Where, Widen};
use crate::ui::limits::{self, BUTTON_LABEL};
use crate::ui::text::Text;
use crate::ui::view::{Block, Button};

/// How much of a name stands on a button beside its number.
const NAME: usize = 16;

/// Everything a query asks for in one line; empty if it asks for nothing.
pub(super) fn query(reader: &Reader, query: &Query) -> Text {
    Text::joined(query.terms().iter().map(|asked| term(reader, query, asked)), " · ")
}

/// One thing a query asks for.
pub(super) fn term(reader: &Reader, query: &Query, term: &Term) -> Text {
    match term {
        Term::Word(word) => reader.text("find-word", &[("word", Text::untrusted(word.clone()).into())]),
        Term::Named(named) => wording::skill(&named.skill),
        Term::Skill(key) => wording::skill(key),
        Term::Place => {
            let place = query.place.as_ref().map(|place| place_of(reader, place)).unwrap_or_default();
            if query.remote_too { reader.text("find-or-remote", &[("place", place.into())]) } else { place }
        }
        Term::Limit => query.limit.map(|limit| limit_of(reader, limit)).unwrap_or_default(),
        Term::Kind => {
            query.kind.map(|kind| reader.text(&format!("find-kind-{}", kind.key()), &[])).unwrap_or_default()
        }
        Term::Free => match query.free {
            Some(Free::Now) => reader.text("find-free-now", &[]),
            _ => reader.text("find-free-soon", &[]),
        },
        Term::Posted => days(reader, query.days.unwrap_or_default()),
    }
}

fn place_of(reader: &Reader, place: &Where) -> Text {
    match place {
        Where::Remote => reader.text("find-remote", &[]),
        Where::InPerson => reader.text("find-in-person", &[]),
        Where::Near(town) => reader.text("find-near", &[("place", wording::place(town).into())]),
        Where::Country(code) => {
            let name = Gazetteer::embedded().country(code).map_or(code.as_str(), |country| country.name);
            reader.text("find-country", &[("country", name.into())])
        }
    }
}

fn limit_of(reader: &Reader, limit: Limit) -> Text {
    let amount = match limit.currency {
        Some(currency) => Text::from(reader.money(limit.in_currency(currency))),
        None => Text::plain(bare(limit.hundredths)),
    };
    match limit.bound {
        Bound::Least => reader.text("find-at-least", &[("amount", amount.into())]),
        Bound::Most => reader.text("find-at-most", &[("amount", amount.into())]),
    }
}

/// An amount without a currency: `40`, or `12.50`.
fn bare(hundredths: i64) -> String {
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        cents => format!("{}.{cents:02}", hundredths / 100),
    }
}

fn days(reader: &Reader, days: u16) -> Text {
    reader.text("find-days", &[("days", i64::from(days).into())])
}

/// A facet as the option of a select.
pub(super) fn facet(reader: &Reader, facet: &Facet) -> Text {
    match facet {
        Facet::Skill(key) => wording::skill(key),
        Facet::Remote => reader.text("find-remote", &[]),
        Facet::InPerson => reader.text("find-in-person", &[]),
        Facet::Days(count) => days(reader, *count),
        Facet::Kind(kind) => reader.text(&format!("find-kind-{}", kind.key()), &[]),
        Facet::FreeNow => reader.text("find-free-now", &[]),
    }
}

/// What would find more, as a button says it: `Remote too: +14`.
pub(super) fn widening(reader: &Reader, query: &Query, widen: &Widen, more: usize) -> String {
    match widen {
        Widen::RemoteToo => reader.line("find-widen-remote", &[("more", more.into())]),
        Widen::Ease if query.limit.is_some_and(|limit| limit.bound == Bound::Least) => {
            reader.line("find-widen-less", &[("more", more.into())])
        }
        Widen::Ease => reader.line("find-widen-more", &[("more", more.into())]),
        Widen::Without(asked) => {
            let off = Text::joined(asked.iter().map(|asked| without(reader, query, asked)), ", ").words();
            let mut letters = off.chars();
            let what: String =
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            reader.line("find-widen", &[("what", what.into()), ("more", more.into())])
        }
    }
}

/// A term that is asked for no longer.
fn without(reader: &Reader, query: &Query, asked: &Term) -> Text {
    match asked {
        Term::Place => reader.text("find-off-place", &[]),
        Term::Limit => reader.text("find-off-limit", &[]),
        Term::Kind => reader.text("find-off-kind", &[]),
        Term::Free => reader.text("find-off-free", &[]),
        Term::Posted => reader.text("find-off-posted", &[]),
        Term::Word(_) | Term::Named(_) | Term::Skill(_) => {
            let name = limits::shortened(&term(reader, query, asked).words(), NAME);
            reader.text("find-off-named", &[("name", name.into())])
        }
    }
}

/// The name of an entry, as an option says it.
pub(super) fn option(reader: &Reader, saved: bool, entry: &Entry, name: &Text) -> String {
    let name = match entry {
        Entry::Request(request) => request.brief.title.clone(),
        Entry::Person(_) => name.words(),
    };
    let key = if saved { "find-option-drop" } else { "find-option-save" };
    let label = reader.line(key, &[("name", Text::untrusted(name).into())]);
    limits::shortened(&label, BUTTON_LABEL)
}

/// Lines and a button as an entry of a list.
pub(super) fn item(lines: Vec<Text>, button: Button) -> Block {
    Block::Item { lines: lines.into_iter().filter(|line| !line.is_empty()).collect(), button: Some(button) }
}
