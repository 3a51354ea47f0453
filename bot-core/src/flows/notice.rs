//! What is said when something doesn't go as asked: never a dead end.

use chrono_tz::Tz;

use super::dashboard;
use crate::domain::time::Timestamp;
use crate::i18n::Reader;
use crate::ui::action::Token;
use crate::ui::reply::Reply;
use crate::ui::text::Text;
use crate::ui::view::{Button, Tone, View};

/// A short card with a way on: the dashboard.
fn card(reader: &Reader, name: &str, tone: Tone, [title, body]: [&str; 2]) -> View {
    View::new(name, reader.text(title, &[]))
        .tone(tone)
        .paragraph(reader.text(body, &[]))
        .buttons(vec![Button::primary(reader.line("open-dashboard", &[]), dashboard::action::Action::Show)])
}

/// A button that no longer fits.
pub fn stale(reader: &Reader) -> Reply {
    Reply::private(card(reader, "stale", Tone::Muted, ["stale-title", "stale-body"]))
}

/// Something changed under the member's finger.
pub fn changed(reader: &Reader, again: impl Into<Token>) -> Reply {
    let view = View::new("changed", reader.text("changed-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("changed-body", &[]))
        .buttons(vec![Button::primary(reader.line("changed-look", &[]), again)]);
    Reply::private(view)
}

/// It isn't there, or it isn't theirs.
pub fn not_available(reader: &Reader) -> Reply {
    Reply::private(card(reader, "not_available", Tone::Muted, ["not-available-title", "not-available-body"]))
}

/// A message nobody was waiting for.
pub fn not_understood(reader: &Reader) -> Reply {
    Reply::new(card(reader, "not_understood", Tone::Neutral, ["not-understood-title", "not-understood-body"]))
}

/// A form was left.
pub fn cancelled(reader: &Reader) -> Reply {
    let view = View::new("form_cancelled", reader.text("form-cancelled-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("form-cancelled", &[]))
        .buttons(vec![Button::secondary(
            reader.line("open-dashboard", &[]),
            dashboard::action::Action::Show,
        )]);
    Reply::replace(view)
}

/// A fault of ours, with the reference that stands in the log.
pub fn fault(reader: &Reader, reference: &str) -> Reply {
    let view = card(reader, "fault", Tone::Bad, ["fault-title", "fault-body"])
        .footer(reader.text("fault-reference", &[("reference", reference.into())]));
    Reply::private(view)
}

/// For adapters, which know no reader yet: the words hold no times.
fn anybody() -> Reader {
    Reader { zone: Tz::UTC, now: Timestamp::from_millis(0) }
}

/// Too much is waiting already.
pub fn busy() -> View {
    card(&anybody(), "busy", Tone::Attention, ["busy-title", "busy-body"])
}

/// The change could not be stored.
pub fn nothing_saved() -> View {
    card(&anybody(), "nothing_saved", Tone::Bad, ["busy-title", "busy-body"])
}

/// A form was not ready in time: pressing the button asks for it again.
pub fn late(token: Token) -> View {
    let reader = anybody();
    View::new("late", reader.text("late-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("late-body", &[]))
        .buttons(vec![Button::primary(reader.line("form-open", &[]), token)])
}

/// Where others read along, for somebody whose private chat isn't open yet; `address` opens it.
pub fn open_private(address: String) -> View {
    let reader = anybody();
    View::new("open_private", reader.text("open-private-title", &[]))
        .paragraph(reader.text("open-private-body", &[]))
        .buttons(vec![Button::link(reader.line("open-private", &[]), address)])
}

/// Under a notice that may stand in the chat already.
pub fn repeated() -> Text {
    anybody().text("notice-repeated", &[])
}
