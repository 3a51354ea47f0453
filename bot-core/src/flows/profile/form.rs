//! The forms that change a section of a profile.

use super::action::{Action, Part};
use super::saved;
use crate::domain::money::{Money, Price};
use crate::domain::profile::{HEADLINE, Profile};
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::{Checked, Field, Form, Outcome, Values};
use crate::flows::reading;
use crate::flows::wording;
use crate::services::profile::{self, Section};
use crate::ui::reply::Reply;

/// The word that empties a field that has something in it.
const NONE: &str = "-";

/// The forms of this feature.
pub async fn define(ctx: &Ctx<'_>, action: Action) -> Result<Option<Form>, Fault> {
    let Action::Edit(part) = action else { return Ok(None) };
    let card = profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?;
    let current =
        card.and_then(|card| card.profile).map(|profile| current(ctx, part, &profile)).unwrap_or_default();
    let key = part.key();
    let field = Field {
        key,
        label: ctx.line(&format!("profile-field-{key}"), &[]),
        example: ctx.line(&format!("profile-example-{key}"), &[]),
        required: true,
        multiline: false,
        max_chars: if part == Part::Headline { HEADLINE } else { 400 },
    };
    let prefill = Values::from([(key.to_owned(), current)]);
    let title = ctx.line("profile-form-title", &[]);
    Ok(Some(Form { token: action.into(), title, fields: vec![field], prefill }))
}

/// What a section says now, as its owner would type it.
fn current(ctx: &Ctx<'_>, part: Part, profile: &Profile) -> String {
    match part {
        Part::Skills => wording::profile_skills(&profile.skills).words(),
        Part::Headline => profile.headline.clone(),
        Part::Rate => profile.rate.map(|rate| wording::price(&ctx.reader, rate).words()).unwrap_or_default(),
        Part::Place => profile.place.as_ref().map(|place| wording::place(place).words()).unwrap_or_default(),
        Part::Hours => profile.availability.hours_per_week.to_string(),
    }
}

/// Whether a section can be read.
pub fn check(ctx: &Ctx<'_>, action: Action, value: &str) -> Checked {
    let Action::Edit(part) = action else { return Ok(()) };
    read(ctx, part, value).map(|_| ())
}

/// Takes a filled form.
pub async fn take(ctx: &Ctx<'_>, action: Action, values: &Values) -> Result<Outcome, Fault> {
    let Action::Edit(part) = action else { return Ok(Outcome::Kept(Reply::Nothing)) };
    let value = values.get(part.key()).map(String::as_str).unwrap_or_default();
    let Ok(section) = read(ctx, part, value) else { return Ok(Outcome::Kept(Reply::Nothing)) };
    let done = profile::edit(&ctx.call, ctx.me(), &[section]).await.map(|_| ());
    Ok(Outcome::Done(saved(ctx, done).await?))
}

fn read(ctx: &Ctx<'_>, part: Part, value: &str) -> Result<Section, String> {
    match part {
        Part::Skills => {
            let skills = reading::profile_skills(value);
            if skills.is_empty() {
                Err(ctx.line("join-skills-unread", &[]))
            } else {
                Ok(Section::Skills(skills))
            }
        }
        Part::Headline => Ok(Section::Headline(value.to_owned())),
        Part::Rate if value.trim() == NONE => Ok(Section::Rate(None)),
        Part::Rate => rate(ctx, value).map(|rate| Section::Rate(Some(rate))),
        Part::Place => place(ctx, value),
        Part::Hours => match value.trim().parse::<u8>() {
            Ok(hours) if hours <= 80 => Ok(Section::Hours(hours)),
            _ => Err(ctx.line("profile-hours-unread", &[])),
        },
    }
}

fn rate(ctx: &Ctx<'_>, value: &str) -> Result<Price, String> {
    let unread = || ctx.line("money-no-amount", &[]);
    let stated = reading::budget(value).map_err(|refusal| reading::money_problem(&ctx.reader, &refusal))?;
    let stated = stated.ok_or_else(unread)?;
    let minor = stated.min.or(stated.max).ok_or_else(unread)?;
    Ok(Price { amount: Money::new(minor, stated.currency), kind: stated.kind })
}

fn place(ctx: &Ctx<'_>, value: &str) -> Result<Section, String> {
    if value.trim() == NONE {
        return Ok(Section::Place(None));
    }
    match reading::find_town(value) {
        Some(town) => Ok(Section::Place(Some(town))),
        None => Err(ctx.line("profile-place-unread", &[])),
    }
}
