//! A brief as its client would type it.
//!
//! It stands in a form before anything is changed.

use super::form::LABELS;
use crate::domain::correction::Timing;
use crate::domain::grounds::Field;
use crate::domain::request::Brief;
use crate::flows::ctx::Ctx;
use crate::flows::form::Values;
use crate::flows::wording;

/// The five fields of the whole form.
pub(super) fn whole(ctx: &Ctx<'_>, brief: &Brief) -> Values {
    let mut values: Values = LABELS
        .iter()
        .filter(|label| label.whole)
        .map(|label| (label.field.key().to_owned(), one(ctx, brief, label.field)))
        .collect();
    let when = [one(ctx, brief, Field::When), one(ctx, brief, Field::Where)];
    let said: Vec<String> = when.into_iter().filter(|words| !words.is_empty()).collect();
    values.insert(Field::When.key().to_owned(), said.join(", "));
    values
}

/// One field.
pub(super) fn one(ctx: &Ctx<'_>, brief: &Brief, field: Field) -> String {
    match field {
        Field::Title => brief.title.clone(),
        Field::Details => brief.description.clone(),
        Field::Skills => wording::skills(brief.skills.iter().map(|skill| skill.skill.as_str())).words(),
        Field::Budget => match brief.budget {
            Some(_) => wording::budget(&ctx.reader, brief.budget).words(),
            None => ctx.line("budget-unsure", &[]),
        },
        Field::When => timing(ctx, brief.timing()),
        Field::Where => wording::work_place(&ctx.reader, &brief.place).words(),
        Field::Languages => wording::request_languages(&brief.languages).words(),
    }
}

/// Dates as digits, which every reader reads in one way.
fn timing(ctx: &Ctx<'_>, timing: Timing) -> String {
    let zone = ctx.reader.zone;
    let mut parts = Vec::new();
    parts.extend(timing.starts_at.map(|at| at.in_zone(zone).format("from %Y-%m-%d").to_string()));
    parts.extend(timing.due_at.map(|at| at.in_zone(zone).format("by %Y-%m-%d").to_string()));
    parts.extend(timing.hours_per_week.map(|hours| format!("{hours} h a week")));
    parts.extend(timing.pace.map(|pace| ctx.line(&format!("typed-pace-{}", pace.key()), &[])));
    parts.join(", ")
}
