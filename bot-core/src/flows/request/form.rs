//! The form of a request: five fields, read as people write them.

use super::action::Action;
use super::drafted;
use crate::domain::id::RequestId;
use crate::domain::request::{Brief, DESCRIPTION, RequestState, TITLE, WorkRequest};
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::{Checked, Field, Form, Outcome, Values};
use crate::flows::reading::{self, WhenWhereProblem};
use crate::flows::wording;
use crate::services::request;
use crate::ui::reply::Reply;

/// The forms of this feature.
pub async fn define(ctx: &Ctx<'_>, action: Action) -> Result<Option<Form>, Fault> {
    let prefill = match action {
        Action::New => Values::new(),
        Action::Edit(id) => {
            let card = request::card(&ctx.call, &ctx.actor(), id).await?;
            let draft = card.map(|card| card.request).filter(|request| request.state == RequestState::Draft);
            match draft.filter(|draft| draft.client == ctx.me()) {
                Some(draft) => current(ctx, &draft),
                None => return Ok(None),
            }
        }
        _ => return Ok(None),
    };
    let title = ctx.line("request-form-title", &[]);
    Ok(Some(Form { token: action.into(), title, fields: fields(ctx), prefill }))
}

fn fields(ctx: &Ctx<'_>) -> Vec<Field> {
    let field = |key: &'static str, required: bool, multiline: bool, max_chars: u16| Field {
        key,
        label: ctx.line(&format!("request-field-{key}"), &[]),
        example: ctx.line(&format!("request-example-{key}"), &[]),
        required,
        multiline,
        max_chars,
    };
    vec![
        field("title", true, false, TITLE),
        field("what", true, true, DESCRIPTION),
        field("skills", true, false, 400),
        field("budget", true, false, 100),
        field("when", false, false, 200),
    ]
}

/// What a draft says now, as its client would type it.
fn current(ctx: &Ctx<'_>, draft: &WorkRequest) -> Values {
    let brief = &draft.brief;
    let keys = brief.skills.iter().map(|skill| skill.skill.as_str());
    let budget = match brief.budget {
        Some(_) => wording::budget(&ctx.reader, brief.budget).words(),
        None => ctx.line("budget-unsure", &[]),
    };
    let mut when = Vec::new();
    if brief.due_at.is_some() {
        when.push(brief.due_at.map(|due| due.in_zone(ctx.reader.zone).format("by %Y-%m-%d").to_string()));
    }
    when.push(Some(wording::work_place(&ctx.reader, &brief.place).words()));
    Values::from([
        ("title".to_owned(), brief.title.clone()),
        ("what".to_owned(), brief.description.clone()),
        ("skills".to_owned(), wording::skills(keys).words()),
        ("budget".to_owned(), budget),
        ("when".to_owned(), when.into_iter().flatten().collect::<Vec<_>>().join(", ")),
    ])
}

/// Whether a field can be read.
pub fn check(ctx: &Ctx<'_>, field: &str, value: &str) -> Checked {
    match field {
        "skills" if reading::request_skills(value).is_empty() => Err(ctx.line("join-skills-unread", &[])),
        "budget" => match reading::budget(value) {
            Ok(_) => Ok(()),
            Err(refusal) => Err(reading::money_problem(&ctx.reader, &refusal)),
        },
        "when" => match reading::when_where(value, ctx.call.now, ctx.reader.zone) {
            Ok(_) => Ok(()),
            Err(WhenWhereProblem::Past) => Err(ctx.line("when-past", &[])),
            Err(WhenWhereProblem::Date) => Err(ctx.line("when-date", &[])),
            Err(WhenWhereProblem::Town) => Err(ctx.line("when-town", &[])),
        },
        _ => Ok(()),
    }
}

/// Takes a filled form: a new draft, or the old one rewritten.
pub async fn take(ctx: &Ctx<'_>, action: Action, values: &Values) -> Result<Outcome, Fault> {
    let Some(brief) = brief(ctx, values) else { return Ok(Outcome::Kept(Reply::Nothing)) };
    let id = match action {
        Action::Edit(id) => id,
        // The event makes the draft, so that the same event never makes a second one.
        _ => RequestId(ctx.call.ids.derived(ctx.interaction.at, &ctx.interaction.id.0)),
    };
    let done = match action {
        Action::Edit(_) => request::edit(&ctx.call, ctx.me(), id, &brief).await,
        _ => request::draft(&ctx.call, ctx.me(), id, &brief).await,
    };
    let kept = done.is_err();
    let reply = drafted(ctx, id, done, Reply::replace).await?;
    Ok(if kept { Outcome::Kept(reply) } else { Outcome::Done(reply) })
}

fn brief(ctx: &Ctx<'_>, values: &Values) -> Option<Brief> {
    let value = |key: &str| values.get(key).map(String::as_str).unwrap_or_default();
    let when_where = reading::when_where(value("when"), ctx.call.now, ctx.reader.zone).ok()?;
    Some(Brief {
        title: value("title").to_owned(),
        description: value("what").to_owned(),
        skills: reading::request_skills(value("skills")),
        budget: reading::budget(value("budget")).ok()?,
        place: when_where.place,
        due_at: when_where.due_at,
        starts_at: None,
        hours_per_week: None,
        languages: Vec::new(),
    })
}
