//! The forms of a request: all five fields at once, or one of them.

use super::action::Action;
use super::{corrected, drafted, message, typed};
use crate::domain::correction::Correction;
use crate::domain::grounds::{Doubt, Field, Grounds};
use crate::domain::id::RequestId;
use crate::domain::request::{Brief, DESCRIPTION, RequestState, TITLE};
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::{self as forms, Checked, Form, Outcome, Values};
use crate::flows::reading;
use crate::services::request;
use crate::ui::reply::Reply;

/// How a field is asked for.
pub(super) struct Label {
    pub(super) field: Field,
    /// Whether the whole form has it.
    pub(super) whole: bool,
    required: bool,
    multiline: bool,
    max_chars: u16,
}

const fn label(field: Field, whole: bool, required: bool, max_chars: u16) -> Label {
    Label { field, whole, required, multiline: matches!(field, Field::Details), max_chars }
}

/// Every field in the order it is asked for.
pub(super) const LABELS: [Label; 7] = [
    label(Field::Title, true, true, TITLE),
    label(Field::Details, true, true, DESCRIPTION),
    label(Field::Skills, true, true, 400),
    label(Field::Budget, true, true, 100),
    label(Field::When, true, false, 200),
    label(Field::Where, false, false, 200),
    label(Field::Languages, false, false, 200),
];

/// The forms of this feature.
pub async fn define(ctx: &Ctx<'_>, action: Action) -> Result<Option<Form>, Fault> {
    let (title, fields, prefill) = match action {
        Action::New => (ctx.line("request-form-title", &[]), whole(ctx), Values::new()),
        Action::Edit(id) => {
            let Some(brief) = editable(ctx, id).await? else { return Ok(None) };
            (ctx.line("request-form-edit", &[]), whole(ctx), typed::whole(ctx, &brief))
        }
        Action::Field(id, field) => {
            let Some(brief) = editable(ctx, id).await? else { return Ok(None) };
            let value = match asked_again(ctx, id, field).await? {
                Some(quote) => quote,
                None => typed::one(ctx, &brief, field),
            };
            let prefill = Values::from([(field.key().to_owned(), value)]);
            let title = ctx.line(&format!("request-only-{}", field.key()), &[]);
            (title.clone(), vec![single(ctx, field, title)], prefill)
        }
        _ => return Ok(None),
    };
    Ok(Some(Form { token: action.into(), title, fields, prefill }))
}

/// What the request says, with the change that is being prepared; none where it can't be changed any more.
async fn editable(ctx: &Ctx<'_>, id: RequestId) -> Result<Option<Brief>, Fault> {
    let Some(card) = request::draft_card(&ctx.call, &ctx.actor(), id).await? else { return Ok(None) };
    match card.request.state {
        RequestState::Draft => Ok(Some(card.request.brief)),
        RequestState::Open => {
            let base = card.request.version;
            let prepared = request::change(&ctx.call, &ctx.actor(), id, base).await?;
            let after = prepared.filter(|prepared| !prepared.made).map(|prepared| prepared.after);
            Ok(Some(after.unwrap_or(card.request.brief)))
        }
        _ => Ok(None),
    }
}

/// The words that couldn't be taken as they stand: they are mended rather than written again.
async fn asked_again(ctx: &Ctx<'_>, id: RequestId, field: Field) -> Result<Option<String>, Fault> {
    let card = request::draft_card(&ctx.call, &ctx.actor(), id).await?;
    let ground = card.and_then(|card| card.grounds.of(field).cloned());
    let doubtful = ground.filter(|ground| ground.doubt.is_some_and(Doubt::blocks));
    Ok(doubtful.map(|ground| ground.quotes.join(" ")))
}

fn whole(ctx: &Ctx<'_>) -> Vec<forms::Field> {
    let mut fields: Vec<forms::Field> =
        LABELS.iter().filter(|label| label.whole).map(|label| asked(ctx, label)).collect();
    // Asked one by one, the first question takes the whole answer as well.
    if ctx.caps().inputs_per_page == 1
        && let Some(first) = fields.first_mut()
    {
        first.example = ctx.line("request-example-everything", &[]);
    }
    fields
}

fn asked(ctx: &Ctx<'_>, label: &Label) -> forms::Field {
    let key = label.field.key();
    forms::Field {
        key,
        label: ctx.line(&format!("request-field-{key}"), &[]),
        example: ctx.line(&format!("request-example-{key}"), &[]),
        required: label.required,
        multiline: label.multiline,
        max_chars: label.max_chars,
    }
}

/// A field by itself: what is asked differs where the whole form asks for two at once.
fn single(ctx: &Ctx<'_>, field: Field, title: String) -> forms::Field {
    let label = LABELS.iter().find(|label| label.field == field).unwrap_or(&LABELS[0]);
    let example = match field {
        Field::When => ctx.line("request-example-only-when", &[]),
        _ => ctx.line(&format!("request-example-{}", field.key()), &[]),
    };
    forms::Field { label: title, example, ..asked(ctx, label) }
}

/// Whether a field can be read.
pub fn check(ctx: &Ctx<'_>, action: Action, field: &str, value: &str) -> Checked {
    let Some(field) = Field::from_key(field) else { return Ok(()) };
    read(ctx, action, field, value).map(|_| ())
}

/// A field, read; else how to mend it.
fn read(ctx: &Ctx<'_>, action: Action, field: Field, value: &str) -> Result<Vec<Correction>, String> {
    let (now, zone) = (ctx.call.now, ctx.reader.zone);
    let doubtful = |doubt: Doubt| match doubt {
        Doubt::Past => ctx.line("when-past", &[]),
        Doubt::Town => ctx.line("when-town", &[]),
        _ => ctx.line("when-date", &[]),
    };
    Ok(vec![match field {
        Field::Title => Correction::Title(value.to_owned()),
        Field::Details => Correction::Details(value.to_owned()),
        Field::Skills => match reading::request_skills(value) {
            none if none.is_empty() => return Err(ctx.line("join-skills-unread", &[])),
            skills => Correction::Skills(skills),
        },
        Field::Budget => {
            let read = reading::budget(value);
            Correction::Budget(read.map_err(|refusal| reading::money_problem(&ctx.reader, &refusal))?)
        }
        Field::When if !matches!(action, Action::Field(..)) => {
            let both = reading::when_where(value, now, zone).map_err(doubtful)?;
            return Ok(vec![Correction::When(both.timing), Correction::Where(both.place)]);
        }
        Field::When => Correction::When(reading::when(value, now, zone).map_err(doubtful)?),
        Field::Where => Correction::Where(reading::work_place(value, now).map_err(doubtful)?),
        Field::Languages => Correction::Languages(
            reading::languages(value)
                .map_err(|word| ctx.line("languages-unread", &[("word", word.into())]))?,
        ),
    }])
}

/// Takes a filled form: a new draft, or fields set anew.
pub async fn take(ctx: &Ctx<'_>, action: Action, values: &Values) -> Result<Outcome, Fault> {
    let (mut corrections, mut grounds) = (Vec::new(), Grounds::default());
    for (key, value) in values {
        let Some(field) = Field::from_key(key) else { continue };
        let Ok(read) = read(ctx, action, field, value) else { return Ok(Outcome::Kept(Reply::Nothing)) };
        corrections.extend(read);
        if matches!(field, Field::Budget | Field::When | Field::Where) && !value.is_empty() {
            grounds.set(field, vec![value.clone()], None);
        }
    }
    let (kept, reply) = match action {
        Action::Edit(id) | Action::Field(id, _) => {
            let done = request::correct(&ctx.call, ctx.me(), id, &corrections, &grounds).await;
            (done.is_err(), corrected(ctx, id, done).await?)
        }
        _ => {
            let brief = begun(ctx, &corrections, &mut grounds);
            let id = super::new_id(ctx);
            let done = request::draft_read(&ctx.call, ctx.me(), id, &brief, &grounds).await;
            (done.is_err(), drafted(ctx, id, done, Reply::replace).await?)
        }
    };
    Ok(if kept { Outcome::Kept(reply) } else { Outcome::Done(reply) })
}

/// The brief of a new form. It has no field for languages: they are read where the client mentions them.
fn begun(ctx: &Ctx<'_>, corrections: &[Correction], grounds: &mut Grounds) -> Brief {
    let mut brief = Brief::default();
    for correction in corrections {
        correction.apply(&mut brief);
    }
    let (codes, quotes) = message::spoken(&brief.description, ctx.call.now, ctx.reader.zone);
    grounds.set(Field::Languages, quotes, None);
    brief.languages = codes;
    brief
}
