//! Why a code wasn't read, and other things that don't get a link on.

use super::action::Action;
use crate::domain::link::{CODES, CODES_A_DAY, StopReason};
use crate::domain::time::Timestamp;
use crate::flows::{dashboard::action as dashboard, wording};
use crate::i18n::{Arg, Reader};
use crate::services::Operator;
use crate::services::link::LinkRefusal;
use crate::ui::text::{Span, Text};
use crate::ui::view::{Button, Tone, View};

/// Why it doesn't get on, and what to do about it.
pub fn view(reader: &Reader, why: LinkRefusal) -> View {
    let [title, body] = match why {
        LinkRefusal::Full => ["link-full-title", "link-full"],
        LinkRefusal::TooManyCodes => ["link-too-many-title", "link-too-many"],
        LinkRefusal::Unreadable => ["link-unread-title", "link-code-unread"],
        LinkRefusal::Own => ["link-own-title", "link-own"],
        LinkRefusal::SamePlatform => ["link-same-title", "link-same"],
        LinkRefusal::Dealing => ["link-dealing-title", "link-dealing"],
        LinkRefusal::Over(StopReason::RanOut) => ["link-ran-out-title", "link-ran-out"],
        _ => ["link-over-title", "link-over"],
    };
    let args = [("few", Arg::from(CODES)), ("many", Arg::from(CODES_A_DAY))];
    let way_on = match why {
        LinkRefusal::Own | LinkRefusal::Full | LinkRefusal::TooManyCodes => home(reader),
        LinkRefusal::Unreadable => again(reader),
        _ => Button::primary(reader.line("link-again", &[]), Action::New),
    };
    card(reader, title, reader.text(body, &args), vec![way_on])
}

/// There is no such code.
pub fn wrong(reader: &Reader, left: i64) -> View {
    let body = reader.text("link-wrong", &[("left", left.into())]);
    card(reader, "link-wrong-title", body, vec![again(reader), home_too(reader)])
}

/// Too many that there aren't.
pub fn locked(reader: &Reader, until: Timestamp) -> View {
    let body = reader.text("link-locked", &[("when", wording::moment(reader, until).into())]);
    card(reader, "link-locked-title", body, vec![home(reader)])
}

/// "Not me", once the two are one.
pub fn too_late(reader: &Reader, operator: &Operator) -> View {
    let body = reader.text(
        "link-too-late",
        &[
            ("operator", operator.name.clone().into()),
            ("contact", operator.contact.clone().into()),
            ("unlink", Span::Command { path: "unlink".to_owned() }.into()),
        ],
    );
    card(reader, "link-too-late-title", body, vec![home(reader)])
}

/// There is nothing to unlink.
pub fn not_linked(reader: &Reader) -> View {
    let link = Button::primary(reader.line("link-start", &[]), Action::New);
    card(reader, "link-none-title", reader.text("link-none", &[]), vec![link, home_too(reader)])
}

fn card(reader: &Reader, title: &str, body: Text, buttons: Vec<Button>) -> View {
    View::new("link_refused", reader.text(title, &[])).tone(Tone::Attention).paragraph(body).buttons(buttons)
}

fn again(reader: &Reader) -> Button {
    Button::primary(reader.line("link-type-again", &[]), Action::Type)
}

fn home(reader: &Reader) -> Button {
    Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show)
}

fn home_too(reader: &Reader) -> Button {
    Button::secondary(reader.line("open-dashboard", &[]), dashboard::Action::Show)
}
