//! Walking through a form: open, answer, go back, skip, cancel.
//!
//! Every answer is stored before it is read.

use super::action::Action;
use super::page::{Problem, count};
use super::{Field, Form, Outcome, Values, check, define, page, take};
use crate::domain::words;
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::notice;
use crate::services::drafts::{self, Draft};
use crate::ui::action::Token;
use crate::ui::interaction::Input;
use crate::ui::reply::Reply;

/// Opens the form behind `token`, where it was left if it was begun before.
pub async fn open(ctx: &Ctx<'_>, token: &Token) -> Result<Reply, Fault> {
    let Some(form) = define(ctx, token).await? else { return Ok(notice::not_available(&ctx.reader)) };
    let known = drafts::find(&ctx.call, ctx.me(), ctx.chat(), &form.token.encode()).await?;
    let (page, typed) = known.map(|draft| (draft.page, draft.values)).unwrap_or_default();
    let mut values = form.prefill.clone();
    values.extend(typed);
    let page = page.min(count(&form, per_page(ctx)).saturating_sub(1));
    ask(ctx, &form, values, page, &[]).await
}

/// Whether a draft is worth going on with: its form may still be filled, and something was typed.
pub async fn begun(ctx: &Ctx<'_>, draft: &Draft) -> Result<bool, Fault> {
    let form = define(ctx, &Token::parse(&draft.form)).await?;
    let typed = |form: &Form| {
        let same =
            |(key, value): (&String, &String)| form.prefill.get(key).map_or("", String::as_str) == value;
        !draft.values.iter().all(same)
    };
    Ok(form.is_some_and(|form| typed(&form)))
}

/// A submitted page.
pub async fn submit(ctx: &Ctx<'_>, key: &str, values: &Values) -> Result<Reply, Fault> {
    let mut token = Token::parse(key);
    let Some(number) = token.version.take().and_then(|page| usize::try_from(page).ok()) else {
        return Ok(notice::stale(&ctx.reader));
    };
    let Some(form) = define(ctx, &token).await? else { return Ok(notice::not_available(&ctx.reader)) };
    // a number from anywhere may be as large as it likes
    let number = number.min(count(&form, per_page(ctx)).saturating_sub(1));
    answer(ctx, &form, number, values.clone()).await
}

/// A message, if it answers the form that is open in this chat.
pub async fn message(ctx: &Ctx<'_>, text: &str) -> Result<Option<Reply>, Fault> {
    let Some((form, draft)) = opened(ctx).await? else { return Ok(None) };
    let Some(field) = form.fields.get(draft.page * per_page(ctx)) else { return Ok(None) };
    let values = Values::from([(field.key.to_owned(), text.to_owned())]);
    answer(ctx, &form, draft.page, values).await.map(Some)
}

/// A button inside the form that is open in this chat.
pub async fn handle(ctx: &Ctx<'_>, action: Action) -> Result<Reply, Fault> {
    let Some((form, draft)) = opened(ctx).await? else { return Ok(notice::stale(&ctx.reader)) };
    match action {
        Action::Open => ask(ctx, &form, draft.values, draft.page, &[]).await,
        Action::Back => ask(ctx, &form, draft.values, draft.page.saturating_sub(1), &[]).await,
        Action::Skip => {
            let skipped = without_unread(ctx, &form, &draft);
            answer(ctx, &form, draft.page, skipped).await
        }
        Action::Cancel => {
            store(ctx, &form, draft.values, draft.page, false).await?;
            Ok(notice::cancelled(&ctx.reader))
        }
    }
}

/// After a crash behind [`drafts::turn`]: the page that is asked now.
pub async fn resume(ctx: &Ctx<'_>) -> Result<Option<Reply>, Fault> {
    let Some((form, draft)) = opened(ctx).await? else { return Ok(None) };
    ask(ctx, &form, draft.values, draft.page, &[]).await.map(Some)
}

/// After a crash between a form's taking and the end of its draft: the draft goes.
pub async fn settle(ctx: &Ctx<'_>) -> Result<(), Fault> {
    let form = match &ctx.interaction.input {
        Input::Submit { key, .. } => Some(Token { version: None, ..Token::parse(key) }.encode()),
        Input::Message { .. } => open_form(ctx).await?,
        Input::Action { action, .. } if Action::read(action).is_some() => open_form(ctx).await?,
        _ => None,
    };
    match form {
        Some(form) => drafts::forget(&ctx.call, ctx.me(), ctx.chat(), &form).await,
        None => Ok(()),
    }
}

async fn open_form(ctx: &Ctx<'_>) -> Result<Option<String>, Fault> {
    Ok(drafts::find_open(&ctx.call, ctx.me(), ctx.chat()).await?.map(|draft| draft.form))
}

async fn opened(ctx: &Ctx<'_>) -> Result<Option<(Form, Draft)>, Fault> {
    let draft = drafts::find_open(&ctx.call, ctx.me(), ctx.chat()).await?;
    let Some(draft) = draft else { return Ok(None) };
    let form = define(ctx, &Token::parse(&draft.form)).await?;
    Ok(form.map(|form| (form, draft)))
}

/// Stores an answered page, reads it, and asks what comes next.
async fn answer(ctx: &Ctx<'_>, form: &Form, number: usize, typed: Values) -> Result<Reply, Fault> {
    let known = drafts::find(&ctx.call, ctx.me(), ctx.chat(), &form.token.encode()).await?;
    let mut values = form.prefill.clone();
    values.extend(known.map(|draft| draft.values).unwrap_or_default());
    values.extend(form.fields.iter().filter_map(|field| {
        let value = typed.get(field.key)?;
        Some((field.key.to_owned(), tidied(field, value)))
    }));
    store(ctx, form, values.clone(), number, true).await?;

    let size = per_page(ctx);
    let problems = problems(ctx, form, number, &values);
    if !problems.is_empty() {
        return ask(ctx, form, values, number, &problems).await;
    }
    if number + 1 < count(form, size) {
        return ask(ctx, form, values, number + 1, &[]).await;
    }
    // The last page may have been reached without the others: nothing is taken half-filled.
    if let Some((number, problems)) = left_out(ctx, form, &values) {
        return ask(ctx, form, values, number, &problems).await;
    }
    match take(ctx, &form.token, &values).await? {
        Outcome::Done(reply) => {
            drafts::forget(&ctx.call, ctx.me(), ctx.chat(), &form.token.encode()).await?;
            Ok(reply)
        }
        Outcome::Kept(reply) => Ok(reply),
    }
}

/// What was typed into a field, as the form keeps it: nothing where there is nothing to see.
fn tidied(field: &Field, typed: &str) -> String {
    match typed {
        blank if words::is_blank(blank) => String::new(),
        lines if field.multiline => lines.trim().to_owned(),
        line => words::on_one_line(line),
    }
}

/// The first page with something to mend, and what that is.
fn left_out(ctx: &Ctx<'_>, form: &Form, values: &Values) -> Option<(usize, Vec<Problem>)> {
    let size = per_page(ctx);
    (0..count(form, size)).find_map(|number| {
        let problems = problems(ctx, form, number, values);
        (!problems.is_empty()).then_some((number, problems))
    })
}

fn problems(ctx: &Ctx<'_>, form: &Form, number: usize, values: &Values) -> Vec<Problem> {
    fields_of(form, number, per_page(ctx))
        .filter_map(|field| problem(ctx, form, field, values).map(|words| (field.key, words)))
        .collect()
}

/// What a skipped page leaves: what stands there, but nothing that could be left out and can't be read.
fn without_unread(ctx: &Ctx<'_>, form: &Form, draft: &Draft) -> Values {
    let mut values = draft.values.clone();
    for field in fields_of(form, draft.page, per_page(ctx)).filter(|field| !field.required) {
        if problem(ctx, form, field, &values).is_some() {
            values.insert(field.key.to_owned(), String::new());
        }
    }
    values
}

fn fields_of(form: &Form, number: usize, size: usize) -> impl Iterator<Item = &Field> {
    form.fields.iter().skip(number * size).take(size)
}

fn problem(ctx: &Ctx<'_>, form: &Form, field: &Field, values: &Values) -> Option<String> {
    let value = values.get(field.key).map(String::as_str).unwrap_or_default();
    if value.is_empty() {
        return field.required.then(|| ctx.line("form-missing", &[("label", field.label.clone().into())]));
    }
    if value.chars().count() > usize::from(field.max_chars) {
        let args = [("label", field.label.clone().into()), ("max", i64::from(field.max_chars).into())];
        return Some(ctx.line("form-too-long", &args));
    }
    check(ctx, &form.token, field.key, value).err()
}

async fn ask(
    ctx: &Ctx<'_>,
    form: &Form,
    values: Values,
    number: usize,
    problems: &[Problem],
) -> Result<Reply, Fault> {
    let asked = page(&ctx.reader, form, &values, number, per_page(ctx), problems);
    drafts::turn(&ctx.call, ctx.me(), ctx.chat(), &draft(ctx, form, values, number, true)).await?;
    Ok(Reply::Ask(Box::new(asked)))
}

async fn store(ctx: &Ctx<'_>, form: &Form, values: Values, page: usize, open: bool) -> Result<(), Fault> {
    drafts::keep(&ctx.call, ctx.me(), ctx.chat(), &draft(ctx, form, values, page, open)).await
}

fn draft(ctx: &Ctx<'_>, form: &Form, values: Values, page: usize, open: bool) -> Draft {
    Draft { form: form.token.encode(), page, values, open, updated_at: ctx.call.now }
}

fn per_page(ctx: &Ctx<'_>) -> usize {
    usize::from(ctx.caps().inputs_per_page.max(1))
}
