//! The forms that change a section, describe oneself, or correct what was read.

use super::action::{Action, Part};
use super::{introduction, saved, section};
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::{Checked, Field, Form, Outcome, Values};
use crate::services::profile;
use crate::ui::reply::Reply;

/// The key of the field that takes a description of oneself.
const WORDS: &str = "words";

/// The forms of this feature.
pub async fn define(ctx: &Ctx<'_>, action: Action) -> Result<Option<Form>, Fault> {
    let (fields, prefill) = match action {
        Action::Edit(part) => {
            let card = profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?;
            let current = card.and_then(|card| card.profile);
            let current =
                current.map(|profile| section::current(&ctx.reader, part, &profile)).unwrap_or_default();
            (section::fields(ctx, part), current)
        }
        Action::Fix(part) => match introduction::find(ctx).await? {
            Some(read) => (section::fields(ctx, part), read),
            None => return Ok(None),
        },
        Action::Describe => (vec![words(ctx)], Values::new()),
        _ => return Ok(None),
    };
    let title = ctx.line("profile-form-title", &[]);
    Ok(Some(Form { token: action.into(), title, fields, prefill }))
}

fn words(ctx: &Ctx<'_>) -> Field {
    Field {
        key: WORDS,
        label: ctx.line("introduction-field", &[]),
        example: ctx.line("introduction-example", &[]),
        required: true,
        multiline: true,
        max_chars: introduction::WORDS,
    }
}

/// Whether a field can be read.
pub fn check(ctx: &Ctx<'_>, action: Action, field: &str, value: &str) -> Checked {
    match action {
        Action::Edit(part) | Action::Fix(part) => section::check(ctx, part, field, value),
        _ => Ok(()),
    }
}

/// Takes a filled form.
pub async fn take(ctx: &Ctx<'_>, action: Action, values: &Values) -> Result<Outcome, Fault> {
    match action {
        Action::Edit(part) => {
            let Ok(sections) = section::read(ctx, part, values) else {
                return Ok(Outcome::Kept(Reply::Nothing));
            };
            let done = profile::edit(&ctx.call, ctx.me(), &sections).await.map(|_| ());
            Ok(Outcome::Done(if part == Part::Skills {
                super::skills::after(ctx, done).await?
            } else {
                saved(ctx, done).await?
            }))
        }
        Action::Fix(part) => Ok(Outcome::Done(introduction::corrected(ctx, part, values).await?)),
        Action::Describe => {
            let words = values.get(WORDS).map(String::as_str).unwrap_or_default();
            Ok(Outcome::Done(introduction::begin(ctx, words, Reply::replace).await?))
        }
        _ => Ok(Outcome::Kept(Reply::Nothing)),
    }
}
