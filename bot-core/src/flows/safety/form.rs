//! The form of a report: what happened.

use super::action::Action;
use super::view;
use crate::domain::report::NOTE;
use crate::error::{Error, Fault};
use crate::flows::ctx::Ctx;
use crate::flows::form::{Field, Form, Outcome, Values};
use crate::flows::notice;
use crate::services::safety;
use crate::ui::reply::Reply;

/// The forms of this feature.
pub async fn define(ctx: &Ctx<'_>, action: Action) -> Result<Option<Form>, Fault> {
    let Action::Report(subject) = action else { return Ok(None) };
    if !safety::may_report(&ctx.call, ctx.me(), subject).await? {
        return Ok(None);
    }
    let field = Field {
        key: "note",
        label: ctx.line("report-note", &[]),
        example: ctx.line("report-note-example", &[]),
        required: true,
        multiline: true,
        max_chars: NOTE,
    };
    let title = ctx.line("report-title", &[]);
    Ok(Some(Form { token: action.into(), title, fields: vec![field], prefill: Values::new() }))
}

/// Takes a filled form.
pub async fn take(ctx: &Ctx<'_>, action: Action, values: &Values) -> Result<Outcome, Fault> {
    let Action::Report(subject) = action else { return Ok(Outcome::Kept(Reply::Nothing)) };
    let note = values.get("note").map(String::as_str).unwrap_or_default();
    match safety::report(&ctx.call, ctx.me(), subject, note).await {
        Ok(_) => Ok(Outcome::Done(Reply::private(view::reported(&ctx.reader)))),
        Err(Error::Refused(_)) => Ok(Outcome::Done(notice::not_available(&ctx.reader))),
        Err(Error::Fault(fault)) => Err(fault),
    }
}
