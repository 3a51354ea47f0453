//! One page of a form, in both of its shapes.

use super::action::Action;
use super::{Field, Form, Values};
use crate::i18n::Reader;
use crate::ui::form::{FormInput, FormPage};
use crate::ui::limits;
use crate::ui::text::{Span, Text};
use crate::ui::view::{Block, Button, Tone, View};

/// A mistake: the field and how to mend it.
pub(super) type Problem = (&'static str, String);

/// The page `number` of `form`, when a page holds `per_page` inputs.
pub fn page(
    reader: &Reader,
    form: &Form,
    values: &Values,
    number: usize,
    per_page: usize,
    problems: &[(&'static str, String)],
) -> FormPage {
    let pages = count(form, per_page);
    let fields: Vec<&Field> = form.fields.iter().skip(number * per_page).take(per_page).collect();
    let inputs = fields.iter().map(|field| input(field, values)).collect();
    FormPage {
        key: key(form, number),
        title: limits::shortened(&form.title, limits::FORM_LABEL),
        inputs,
        prompt: prompt(reader, form, &fields, values, (number, pages), problems),
        reopen: reopen(reader, form, number, problems),
    }
}

/// A page as renderers' samples show it.
pub fn sample_page(reader: &Reader, form: &Form, per_page: usize, problem: Option<&str>) -> FormPage {
    let problems: Vec<Problem> = form
        .fields
        .first()
        .zip(problem)
        .map(|(field, words)| (field.key, words.to_owned()))
        .into_iter()
        .collect();
    page(reader, form, &form.prefill, 0, per_page, &problems)
}

/// How many pages a form has.
pub(super) fn count(form: &Form, per_page: usize) -> usize {
    form.fields.len().div_ceil(per_page.max(1))
}

fn key(form: &Form, number: usize) -> String {
    form.token.clone().at(i64::try_from(number).unwrap_or_default()).encode()
}

fn input(field: &Field, values: &Values) -> FormInput {
    FormInput {
        key: field.key.to_owned(),
        label: limits::shortened(&field.label, limits::FORM_LABEL),
        placeholder: limits::shortened(&field.example, limits::PLACEHOLDER),
        value: values.get(field.key).filter(|value| !value.is_empty()).cloned(),
        required: field.required,
        multiline: field.multiline,
        max_chars: field.max_chars,
    }
}

fn prompt(
    reader: &Reader,
    form: &Form,
    fields: &[&Field],
    values: &Values,
    (number, pages): (usize, usize),
    problems: &[Problem],
) -> View {
    let mut view = View::new("form_prompt", Text::plain(form.title.clone()));
    for (_, words) in problems {
        view = view.tone(Tone::Attention).paragraph(Text::plain(words.clone()));
    }
    for field in fields {
        view = view.block(Block::Heading(Text::plain(field.label.clone())));
        match values.get(field.key).filter(|value| !value.is_empty()) {
            Some(value) => {
                let value = Span::Untrusted(limits::shortened(value, 300));
                view = view.paragraph(reader.text("form-now", &[("value", value.into())]));
            }
            None if !field.example.is_empty() => {
                view =
                    view.paragraph(reader.text("form-example", &[("example", field.example.clone().into())]));
            }
            None => {}
        }
    }
    let optional = fields.iter().all(|field| !field.required);
    if optional {
        view = view.paragraph(reader.text("form-optional", &[]));
    }
    if pages > 1 {
        let step = [("step", (number + 1).into()), ("steps", pages.into())];
        view = view.footer(reader.text("step-of", &step));
    }
    let stands = problems.is_empty() && fields.iter().all(|field| filled(values, field));
    view.buttons(navigation(reader, number, optional || stands))
}

fn filled(values: &Values, field: &Field) -> bool {
    values.get(field.key).is_some_and(|value| !value.is_empty())
}

fn navigation(reader: &Reader, number: usize, may_skip: bool) -> Vec<Button> {
    let mut buttons = Vec::new();
    if may_skip {
        buttons.push(Button::secondary(reader.line("nav-skip", &[]), Action::Skip));
    }
    if number > 0 {
        buttons.push(Button::secondary(reader.line("nav-back", &[]), Action::Back));
    }
    buttons.push(Button::secondary(reader.line("nav-cancel", &[]), Action::Cancel));
    buttons
}

fn reopen(reader: &Reader, form: &Form, number: usize, problems: &[Problem]) -> View {
    let cancel = Button::secondary(reader.line("nav-cancel", &[]), Action::Cancel);
    if !problems.is_empty() {
        let label = reader.line("form-fix", &[("count", problems.len().into())]);
        let list = problems.iter().map(|(_, words)| Text::plain(words.clone())).collect();
        return View::new("form_problems", reader.text("form-problems-title", &[]))
            .tone(Tone::Attention)
            .block(Block::Bullets(list))
            .paragraph(reader.text("form-kept", &[]))
            .buttons(vec![Button::primary(label, Action::Open), cancel]);
    }
    let label = if number > 0 { "form-continue" } else { "form-open" };
    View::new("form_reopen", Text::plain(form.title.clone()))
        .paragraph(reader.text("form-kept", &[]))
        .buttons(vec![Button::primary(reader.line(label, &[]), Action::Open), cancel])
}
