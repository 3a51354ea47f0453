//! Why something about a request isn't done, each with a way on.

use super::super::action::Action;
use crate::domain::grounds::Field;
use crate::domain::id::RequestId;
use crate::domain::request::RequestState;
use crate::flows::account::action as account;
use crate::i18n::{Arg, Reader};
use crate::ui::action::Token;
use crate::ui::view::{Button, Tone, View};

fn refusal(reader: &Reader, view: View, body: &str, args: &[(&str, Arg)], next: (&str, Token)) -> View {
    view.tone(Tone::Attention)
        .paragraph(reader.text(body, args))
        .buttons(vec![Button::primary(reader.line(next.0, &[]), next.1)])
}

/// Hiring isn't switched on.
pub fn not_hiring(reader: &Reader) -> View {
    View::new("not_hiring", reader.text("not-hiring-title", &[]))
        .paragraph(reader.text("not-hiring-body", &[]))
        .buttons(vec![Button::primary(reader.line("not-hiring-go", &[]), account::Action::Hire)])
}

/// It stands where that can't be done.
pub fn wrong_state(reader: &Reader, id: RequestId, state: RequestState) -> View {
    let state = reader.line(&format!("request-state-{}", state.key()), &[]);
    let view = View::new("request_wrong_state", reader.text("wrong-state-title", &[]));
    let see = ("request-see", Action::View(id).into());
    refusal(reader, view, "wrong-state-body", &[("state", state.into())], see).tone(Tone::Muted)
}

/// It asks for nothing.
pub fn no_skills(reader: &Reader, id: RequestId) -> View {
    let view = View::new("request_no_skills", reader.text("no-skills-title", &[]));
    let answer = ("answer-skills", Action::Field(id, Field::Skills).into());
    refusal(reader, view, "no-skills-body", &[], answer)
}

/// A question is open.
pub fn unanswered(reader: &Reader, id: RequestId, field: Field) -> View {
    let name = reader.line(&format!("request-only-{}", field.key()), &[]);
    let view = View::new("request_unanswered", reader.text("unanswered-title", &[]));
    let label = reader.line(&format!("answer-{}", field.key()), &[]);
    view.tone(Tone::Attention)
        .paragraph(reader.text("unanswered-body", &[("field", name.into())]))
        .buttons(vec![Button::primary(label, Action::Field(id, field))])
}

/// The same is out already.
pub fn duplicate(reader: &Reader, id: RequestId, same: RequestId) -> View {
    View::new("request_duplicate", reader.text("duplicate-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("duplicate-body", &[]))
        .buttons(vec![
            Button::primary(reader.line("duplicate-see", &[]), Action::View(same)),
            Button::secondary(reader.line("duplicate-change", &[]), Action::View(id)),
        ])
}

/// Enough for today.
pub fn too_many(reader: &Reader, id: RequestId, per_day: i64) -> View {
    let view = View::new("request_too_many", reader.text("too-many-title", &[]));
    let see = ("request-see", Action::View(id).into());
    refusal(reader, view, "too-many-body", &[("count", per_day.into())], see)
}

/// Enough for a first day.
pub fn too_many_for_new(reader: &Reader, id: RequestId, first_day: i64) -> View {
    let view = View::new("request_first_day", reader.text("too-many-title", &[]));
    let see = ("request-see", Action::View(id).into());
    refusal(reader, view, "first-day-body", &[("count", first_day.into())], see)
}

/// It stays open as long as it may.
pub fn open_longest(reader: &Reader, id: RequestId) -> View {
    let view = View::new("request_open_longest", reader.text("open-longest-title", &[]));
    refusal(reader, view, "open-longest-body", &[], ("request-copy", Action::Copy(id).into()))
}

/// The moment has passed.
pub fn too_late(reader: &Reader, id: RequestId) -> View {
    let view = View::new("request_too_late", reader.text("close-late-title", &[]));
    refusal(reader, view, "close-late-body", &[], ("request-copy", Action::Copy(id).into()))
}

/// As many templates as there may be.
pub fn templates_full(reader: &Reader) -> View {
    let view = View::new("request_templates_full", reader.text("templates-full-title", &[]));
    let args = [("count", crate::domain::template::KEPT.into())];
    refusal(reader, view, "templates-full-body", &args, ("templates-open", Action::Templates(0).into()))
}
