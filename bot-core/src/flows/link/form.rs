//! The form in which a code is typed.

use super::action::Action;
use super::typed;
use crate::domain::link::read_code;
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::{Checked, Field, Form, Outcome, Values};

/// The forms of this feature.
pub fn define(ctx: &Ctx<'_>, action: Action) -> Option<Form> {
    if action != Action::Type {
        return None;
    }
    let field = Field {
        key: "code",
        label: ctx.line("link-code-label", &[]),
        example: ctx.line("link-code-example", &[]),
        required: true,
        multiline: false,
        max_chars: 20,
    };
    let title = ctx.line("link-type", &[]);
    Some(Form { token: action.into(), title, fields: vec![field], prefill: Values::new() })
}

/// Whether it can be a code.
pub fn check(ctx: &Ctx<'_>, value: &str) -> Checked {
    read_code(value).map(drop).ok_or_else(|| ctx.line("link-code-unread", &[]))
}

/// Takes a typed code. It isn't kept, right or wrong.
pub async fn take(ctx: &Ctx<'_>, values: &Values) -> Result<Outcome, Fault> {
    let code = values.get("code").map(String::as_str).unwrap_or_default();
    Ok(Outcome::Done(typed(ctx, code).await?))
}
