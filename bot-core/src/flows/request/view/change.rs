//! A change to a request that is out: what it was, and what it is then, in words.

use super::super::action::Action;
use super::draft::{fields, musts};
use crate::domain::correction::differences;
use crate::domain::grounds::Field;
use crate::domain::request::{Brief, WorkRequest};
use crate::domain::revision::Revision;
use crate::flows::wording;
use crate::i18n::Reader;
use crate::ui::limits;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Tone, View};

/// The longest value shown on each side.
const SIDE: usize = 300;

/// What is being changed, or what could be. `at_once` says whether a form holds all fields.
pub fn change(reader: &Reader, request: &WorkRequest, prepared: Option<&Revision>, at_once: bool) -> View {
    let (id, version) = (request.id, request.version);
    let title = wording::request_title(reader, &request.brief);
    let mut view = View::new("request_change", reader.text("change-heading", &[("title", title.into())]));
    let lines = prepared.map(|prepared| lines(reader, prepared)).unwrap_or_default();
    let button = |key: &str, action: Action| Button::secondary(reader.line(key, &[]), action);
    let mut buttons = Vec::new();
    if lines.is_empty() {
        view = view.paragraph(reader.text("change-choose", &[]));
    } else {
        view = view
            .tone(Tone::Attention)
            .block(Block::Bullets(lines))
            .paragraph(reader.text("change-not-yet", &[]));
        buttons.push(Button::primary(reader.line("change-make", &[]), Action::Make(id, version)));
        buttons.push(button("change-drop", Action::Drop(id, version)));
    }
    let after = prepared.map_or(&request.brief, |prepared| &prepared.after);
    if let Some(musts) = musts(reader, id, version, &after.skills) {
        view = view.select(musts);
    }
    if at_once {
        buttons.push(button("change-all", Action::Edit(id)));
    }
    buttons.push(button("request-see", Action::View(id)));
    fields(reader, view.buttons(buttons), id)
}

/// The change was made.
pub fn changed(reader: &Reader, request: &WorkRequest) -> View {
    let title = wording::request_title(reader, &request.brief);
    View::new("request_changed", reader.text("changed-made-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("changed-made-body", &[("title", title.into())]))
        .buttons(vec![Button::primary(reader.line("request-see", &[]), Action::View(request.id))])
}

/// The change, told to somebody who has proposed.
pub fn news(reader: &Reader, change: &Revision) -> View {
    let title = wording::request_title(reader, &change.before);
    View::new("request_news", reader.text("news-title", &[("title", title.into())]))
        .tone(Tone::Attention)
        .block(Block::Bullets(lines(reader, change)))
        .paragraph(reader.text("news-body", &[]))
        .buttons(vec![Button::primary(reader.line("request-see", &[]), Action::View(change.request))])
}

fn lines(reader: &Reader, change: &Revision) -> Vec<Text> {
    let line = |field: Field| {
        let name = reader.text(&format!("request-only-{}", field.key()), &[]);
        let (was, now) = (value(reader, &change.before, field), value(reader, &change.after, field));
        reader.text("change-line", &[("field", name.into()), ("was", was.into()), ("now", now.into())])
    };
    differences(&change.before, &change.after).into_iter().map(line).collect()
}

fn value(reader: &Reader, brief: &Brief, field: Field) -> Text {
    match field {
        Field::Title => wording::request_title(reader, brief),
        Field::Details => Text::untrusted(limits::shortened(&brief.description, SIDE)),
        Field::Skills => skills(reader, brief),
        Field::Budget => wording::budget(reader, brief.budget),
        Field::When => wording::timing(reader, brief.timing()),
        Field::Where => wording::work_place(reader, &brief.place),
        Field::Languages if brief.languages.is_empty() => reader.text("languages-none", &[]),
        Field::Languages => wording::request_languages(&brief.languages),
    }
}

fn skills(reader: &Reader, brief: &Brief) -> Text {
    let must = wording::request_skills(&brief.skills, true);
    let nice = wording::request_skills(&brief.skills, false);
    match (must.is_empty(), nice.is_empty()) {
        (_, true) => must,
        (true, false) => nice,
        (false, false) => reader.text("skills-both", &[("must", must.into()), ("nice", nice.into())]),
    }
}
