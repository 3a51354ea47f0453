//! One's own requests, drafts and templates, in pages.

use super::super::action::Action;
use super::state_line;
use crate::domain::request::{RequestState, WorkRequest};
use crate::domain::template::Template;
use crate::flows::{pager, wording};
use crate::i18n::Reader;
use crate::ui::action::Token;
use crate::ui::limits;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Choice, Select, Tone, View};

/// One's own requests.
pub fn list(reader: &Reader, requests: &[WorkRequest], page: u32) -> View {
    let view = View::new("request_list", reader.text("requests-title", &[("count", requests.len().into())]));
    if requests.is_empty() {
        return view.paragraph(reader.text("requests-none", &[])).buttons(vec![
            Button::primary(reader.line("request-new", &[]), Action::New),
            Button::secondary(reader.line("templates-open", &[]), Action::Templates(0)),
        ]);
    }
    let mut buttons = pager::buttons(reader, requests.len(), page, |page| Action::List(page).into());
    let drafts = requests.iter().filter(|request| request.state == RequestState::Draft).count();
    if drafts > 0 {
        let label = reader.line("drafts-open", &[("count", drafts.into())]);
        buttons.push(Button::secondary(label, Action::Drafts(0)));
    }
    buttons.push(Button::secondary(reader.line("templates-open", &[]), Action::Templates(0)));
    buttons.push(Button::primary(reader.line("request-new", &[]), Action::New));
    let view = rows(reader, view, pager::items(requests, page));
    pager::footer(reader, view, requests.len(), page).buttons(buttons)
}

/// One's drafts.
pub fn drafts(reader: &Reader, drafts: &[WorkRequest], page: u32) -> View {
    let view = View::new("request_drafts", reader.text("drafts-title", &[("count", drafts.len().into())]));
    let view = match drafts {
        [] => view.paragraph(reader.text("drafts-none", &[])),
        drafts => rows(reader, view, pager::items(drafts, page)),
    };
    let mut buttons = pager::buttons(reader, drafts.len(), page, |page| Action::Drafts(page).into());
    buttons.push(Button::primary(reader.line("request-new", &[]), Action::New));
    buttons.push(Button::secondary(reader.line("request-all", &[]), Action::List(0)));
    pager::footer(reader, view, drafts.len(), page).buttons(buttons)
}

fn rows(reader: &Reader, view: View, requests: &[WorkRequest]) -> View {
    requests.iter().fold(view, |view, request| view.block(item(reader, request)))
}

/// A request as an entry of a list.
pub(crate) fn item(reader: &Reader, request: &WorkRequest) -> Block {
    let title = wording::request_title(reader, &request.brief);
    let lines = vec![reader.text("request-line", &[("title", title.into())]), state_line(reader, request)];
    entry(reader, lines, "open", Action::View(request.id))
}

fn entry(reader: &Reader, lines: Vec<Text>, label: &str, action: impl Into<Token>) -> Block {
    Block::Item { lines, button: Some(Button::secondary(reader.line(label, &[]), action)) }
}

/// One's templates.
pub fn templates(reader: &Reader, templates: &[Template], page: u32) -> View {
    let title = reader.text("templates-title", &[("count", templates.len().into())]);
    let mut view = View::new("request_templates", title);
    if templates.is_empty() {
        view = view.paragraph(reader.text("templates-none", &[]));
    }
    let here = pager::items(templates, page);
    for template in here {
        let title = wording::request_title(reader, &template.brief);
        let budget = wording::budget(reader, template.brief.budget);
        let lines = vec![reader.text("request-line", &[("title", title.into())]), budget];
        view = view.block(entry(reader, lines, "templates-use", Action::Use(template.id)));
    }
    if !here.is_empty() {
        view = view.select(forgotten(reader, here));
    }
    let mut buttons = pager::buttons(reader, templates.len(), page, |page| Action::Templates(page).into());
    buttons.push(Button::secondary(reader.line("request-all", &[]), Action::List(0)));
    pager::footer(reader, view, templates.len(), page).buttons(buttons)
}

/// Which template to forget.
fn forgotten(reader: &Reader, templates: &[Template]) -> Select {
    let option = |template: &Template| {
        let title = wording::request_title(reader, &template.brief).words();
        let label = reader.line("templates-forget", &[("title", title.into())]);
        let label = limits::shortened(&label, limits::BUTTON_LABEL);
        Choice { value: template.id.short(), label, chosen: false }
    };
    Select {
        action: Action::Forget.into(),
        placeholder: reader.line("templates-forget-choose", &[]),
        options: templates.iter().map(option).collect(),
        min: 1,
        max: 1,
    }
}

/// It is kept as a template.
pub fn kept(reader: &Reader, template: &Template) -> View {
    let title = wording::request_title(reader, &template.brief);
    View::new("request_kept", reader.text("kept-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("kept-body", &[("title", title.into())]))
        .buttons(vec![Button::primary(reader.line("templates-open", &[]), Action::Templates(0))])
}
