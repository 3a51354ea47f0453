//! The form of an entry: role, where, when, and what they did.

use bot_reading::timeline::{self, PeriodProblem};

use super::action::Action;
use crate::domain::id::ExperienceId;
use crate::domain::profile::{Experience, Month, Period, TEXT, TITLE};
use crate::domain::time::date_in;
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::{Checked, Field, Form, Outcome, Values};
use crate::services::profile;
use crate::ui::reply::Reply;

const ROLE: &str = "role";
const PLACE: &str = "place";
const WHEN: &str = "when";
const WHAT: &str = "what";

/// The forms of this feature.
pub async fn define(ctx: &Ctx<'_>, action: Action) -> Result<Option<Form>, Fault> {
    let prefill = match action {
        Action::Add => Values::new(),
        Action::Edit(id) => match super::find(ctx, id).await? {
            Some(entry) => current(&entry),
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    let field = |key: &'static str, label: &str, example: &str, max_chars: u16| Field {
        key,
        label: ctx.line(label, &[]),
        example: ctx.line(example, &[]),
        required: key == ROLE,
        multiline: key == WHAT,
        max_chars,
    };
    let fields = vec![
        field(ROLE, "experience-role", "experience-role-example", TITLE),
        field(PLACE, "experience-place", "experience-place-example", TITLE),
        field(WHEN, "experience-when", "experience-when-example", 60),
        field(WHAT, "experience-what", "experience-what-example", TEXT),
    ];
    let title = ctx.line("experience-form-title", &[]);
    Ok(Some(Form { token: action.into(), title, fields, prefill }))
}

fn current(entry: &Experience) -> Values {
    let when = entry.period.map(written).unwrap_or_default();
    let values = [entry.role.clone(), entry.place.clone(), when, entry.text.clone()];
    [ROLE, PLACE, WHEN, WHAT].into_iter().map(str::to_owned).zip(values).collect()
}

/// A period as it is read again: `2021-03 - now`.
fn written(period: Period) -> String {
    let month = |month: Month| match month.month {
        Some(number) => format!("{}-{number:02}", month.year),
        None => month.year.to_string(),
    };
    match period.until {
        None => format!("{} - now", month(period.from)),
        Some(until) if until == period.from => month(until),
        Some(until) => format!("{} - {}", month(period.from), month(until)),
    }
}

/// Whether a field can be read.
pub fn check(ctx: &Ctx<'_>, field: &str, value: &str) -> Checked {
    if field != WHEN {
        return Ok(());
    }
    period(ctx, value).map(|_| ()).map_err(|problem| {
        let key = match problem {
            PeriodProblem::Unread => "experience-when-unread",
            PeriodProblem::Backwards => "experience-when-backwards",
            PeriodProblem::Future => "experience-when-future",
        };
        ctx.line(key, &[])
    })
}

fn period(ctx: &Ctx<'_>, value: &str) -> Result<Period, PeriodProblem> {
    let month = |read: timeline::Month| Month { year: read.year, month: read.month };
    let read = timeline::period(value, date_in(ctx.account().zone, ctx.call.now))?;
    Ok(Period { from: month(read.from), until: read.until.map(month) })
}

/// Takes a filled form.
pub async fn take(ctx: &Ctx<'_>, action: Action, values: &Values) -> Result<Outcome, Fault> {
    let id = match action {
        Action::Edit(id) => id,
        // the same submission makes the same entry
        _ => ExperienceId(ctx.call.ids.derived(ctx.interaction.at, &ctx.interaction.id.0)),
    };
    let value = |key: &str| values.get(key).map(|value| value.trim().to_owned()).unwrap_or_default();
    let when = value(WHEN);
    let entry = Experience {
        id,
        role: value(ROLE),
        place: value(PLACE),
        period: if when.is_empty() { None } else { period(ctx, &when).ok() },
        text: value(WHAT),
    };
    let done = profile::put_experience(&ctx.call, ctx.me(), &entry).await;
    match done {
        Ok(()) => Ok(Outcome::Done(super::show(ctx, 0, Reply::replace).await?)),
        Err(error) => Ok(Outcome::Kept(super::refused(ctx, error)?)),
    }
}
