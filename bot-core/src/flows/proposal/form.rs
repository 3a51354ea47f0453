//! The form of a proposal: price, days and a word to the client.

use super::action::Action;
use super::after;
use crate::domain::money::{Money, Price};
use crate::domain::proposal::{DAYS, MESSAGE, ProposalState, Side, Terms};
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::{Checked, Field, Form, Outcome, Values};
use crate::flows::{reading, wording};
use crate::services::proposal;
use crate::ui::reply::Reply;

/// The forms of this feature.
pub async fn define(ctx: &Ctx<'_>, action: Action) -> Result<Option<Form>, Fault> {
    let Action::Edit(id) = action else { return Ok(None) };
    let card = proposal::card(&ctx.call, &ctx.actor(), id).await?;
    let draft =
        card.filter(|card| card.side == Side::Freelancer && card.proposal.state == ProposalState::Draft);
    let Some(card) = draft else { return Ok(None) };
    let terms = &card.proposal.terms;
    let price = terms.price.map(|price| wording::price(&ctx.reader, price).words()).unwrap_or_default();
    let prefill = Values::from([
        ("price".to_owned(), price),
        ("days".to_owned(), terms.days.map(|days| days.to_string()).unwrap_or_default()),
        ("message".to_owned(), terms.message.clone()),
    ]);
    let title = ctx.line("proposal-form-title", &[]);
    Ok(Some(Form { token: action.into(), title, fields: fields(ctx), prefill }))
}

fn fields(ctx: &Ctx<'_>) -> Vec<Field> {
    let field = |key: &'static str, required: bool, multiline: bool, max_chars: u16| Field {
        key,
        label: ctx.line(&format!("proposal-field-{key}"), &[]),
        example: ctx.line(&format!("proposal-example-{key}"), &[]),
        required,
        multiline,
        max_chars,
    };
    vec![
        field("price", true, false, 60),
        field("days", false, false, 10),
        field("message", false, true, MESSAGE),
    ]
}

/// Whether a field can be read.
pub fn check(ctx: &Ctx<'_>, field: &str, value: &str) -> Checked {
    match field {
        "price" => price(ctx, value).map(|_| ()),
        "days" => days(ctx, value).map(|_| ()),
        _ => Ok(()),
    }
}

/// Takes a filled form.
pub async fn take(ctx: &Ctx<'_>, action: Action, values: &Values) -> Result<Outcome, Fault> {
    let Action::Edit(id) = action else { return Ok(Outcome::Kept(Reply::Nothing)) };
    let value = |key: &str| values.get(key).map(String::as_str).unwrap_or_default();
    let (Ok(price), Ok(days)) = (price(ctx, value("price")), days(ctx, value("days"))) else {
        return Ok(Outcome::Kept(Reply::Nothing));
    };
    let terms = Terms { price: Some(price), days, message: value("message").to_owned() };
    let done = proposal::edit(&ctx.call, ctx.me(), id, &terms).await.map(|_| ());
    let kept = done.is_err();
    let reply = after(ctx, id, done).await?;
    Ok(if kept { Outcome::Kept(reply) } else { Outcome::Done(reply) })
}

fn price(ctx: &Ctx<'_>, value: &str) -> Result<Price, String> {
    let read = reading::budget(value).map_err(|refusal| reading::money_problem(&ctx.reader, &refusal))?;
    let unread = || ctx.line("proposal-price-unread", &[]);
    let stated = read.ok_or_else(unread)?;
    match (stated.min, stated.max) {
        (Some(min), Some(max)) if min != max => Err(unread()),
        (one, other) => {
            let minor = one.or(other).ok_or_else(unread)?;
            Ok(Price { amount: Money::new(minor, stated.currency), kind: stated.kind })
        }
    }
}

fn days(ctx: &Ctx<'_>, value: &str) -> Result<Option<i64>, String> {
    if value.is_empty() {
        return Ok(None);
    }
    let days = value.parse::<i64>().ok().filter(|days| (1..=DAYS).contains(days));
    days.map(Some).ok_or_else(|| ctx.line("proposal-days-unread", &[("max", DAYS.into())]))
}
