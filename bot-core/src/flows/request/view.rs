//! What a request shows, to its client, to freelancers and to anybody else.

use super::action::Action;
use crate::domain::id::RequestId;
use crate::domain::proposal::ProposalState;
use crate::domain::request::{RequestState, WorkRequest};
use crate::flows::catalogue::CLOSE_REASONS;
use crate::flows::{
    account::action as account, dashboard::action as dashboard, find::action as find,
    matches::action as matches, pager, proposal::action as proposal, safety::action as safety, wording,
};
use crate::i18n::Reader;
use crate::services::Subject;
use crate::services::request::{RequestCard, Viewer};
use crate::services::search::EntryId;
use crate::ui::limits;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Choice, Fact, Select, Tone, View};

/// A request as somebody may see it.
pub fn card(reader: &Reader, card: &RequestCard) -> View {
    let request = &card.request;
    let mut view = described(reader, "request_card", request).tone(tone(request.state));
    let client = wording::person(reader, &card.client);
    view = view.block(Block::Note(reader.text("request-by", &[("client", client.into())])));
    view = view.block(Block::Note(state_line(reader, request)));
    view.buttons(card_buttons(reader, card))
        .footer(reader.text("request-code", &[("code", request.code.clone().into())]))
}

fn card_buttons(reader: &Reader, card: &RequestCard) -> Vec<Button> {
    let (request, id) = (&card.request, card.request.id);
    let open = request.state == RequestState::Open;
    match &card.viewer {
        Viewer::Client { waiting } => {
            let mut buttons = Vec::new();
            if *waiting > 0 {
                let label = reader.line("request-proposals", &[("count", (*waiting).into())]);
                buttons.push(Button::primary(label, proposal::Action::List(0)));
            }
            if open {
                let people = reader.line("request-people", &[]);
                buttons.push(Button::secondary(people, matches::Action::People(id, 0)));
                buttons.push(Button::secondary(reader.line("request-close", &[]), Action::AskClose(id)));
            }
            buttons.push(Button::secondary(reader.line("request-all", &[]), Action::List(0)));
            buttons
        }
        Viewer::Freelancer { proposal: Some(own) } if own.state != ProposalState::Draft => {
            let label = reader.line("request-my-proposal", &[]);
            vec![Button::primary(label, proposal::Action::View(own.id))]
        }
        Viewer::Freelancer { .. } if open => vec![
            Button::primary(reader.line("propose", &[]), proposal::Action::Prepare(id)),
            Button::secondary(reader.line("match-why", &[]), matches::Action::Why(id)),
            Button::secondary(reader.line("match-not-for-me", &[]), matches::Action::Dismiss(id)),
            Button::secondary(reader.line("find-save", &[]), find::Action::Save(EntryId::Request(id))),
            Button::secondary(reader.line("report", &[]), safety::Action::Report(Subject::Request(id))),
        ],
        // Proposing is what brings most people here: whoever can't yet is shown how.
        Viewer::Visitor if open => vec![
            Button::primary(reader.line("propose", &[]), proposal::Action::Prepare(id)),
            Button::secondary(reader.line("find-save", &[]), find::Action::Save(EntryId::Request(id))),
            Button::secondary(reader.line("report", &[]), safety::Action::Report(Subject::Request(id))),
        ],
        Viewer::Freelancer { .. } | Viewer::Visitor => {
            vec![Button::secondary(reader.line("open-dashboard", &[]), dashboard::Action::Show)]
        }
    }
}

/// A draft before it is posted.
pub fn preview(reader: &Reader, draft: &WorkRequest, fitting: usize) -> View {
    let id = draft.id;
    let view = described(reader, "request_preview", draft)
        .block(Block::Divider)
        .paragraph(reader.text("preview-fitting", &[("count", fitting.into())]));
    let options = draft.brief.skills.iter().take(limits::OPTIONS).enumerate();
    let options: Vec<Choice> = options
        .map(|(position, skill)| Choice {
            value: position.to_string(),
            label: limits::shortened(&wording::skill(&skill.skill).words(), limits::BUTTON_LABEL),
            chosen: skill.must,
        })
        .collect();
    let most = u8::try_from(options.len()).unwrap_or(1);
    let musts = Select {
        action: Action::Musts(id, draft.version).into(),
        placeholder: reader.line("preview-musts", &[]),
        options,
        min: 0,
        max: most,
    };
    let view = if most > 1 { view.select(musts) } else { view };
    view.buttons(vec![
        Button::primary(reader.line("preview-publish", &[]), Action::Post(id, draft.version)),
        Button::secondary(reader.line("preview-edit", &[]), Action::Edit(id)),
        Button::secondary(reader.line("preview-save", &[]), dashboard::Action::Show),
        Button::secondary(reader.line("preview-discard", &[]), Action::Close(id)),
    ])
    .footer(reader.text("preview-footer", &[]))
}

/// It is out.
pub fn posted(reader: &Reader, request: &WorkRequest, fitting: usize) -> View {
    let until = request.expires_at.map(|until| wording::moment(reader, until)).unwrap_or_default();
    View::new("request_posted", reader.text("posted-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("posted-body", &[("title", title(request).into())]))
        .paragraph(reader.text("posted-fitting", &[("count", fitting.into())]))
        .paragraph(reader.text("posted-until", &[("when", until.into())]))
        .buttons(vec![
            Button::primary(reader.line("request-see", &[]), Action::View(request.id)),
            Button::secondary(reader.line("request-people", &[]), matches::Action::People(request.id, 0)),
        ])
        .footer(reader.text("request-code", &[("code", request.code.clone().into())]))
}

/// Why close it?
pub fn ask_close(reader: &Reader, request: &WorkRequest) -> View {
    let options = CLOSE_REASONS.iter().enumerate().map(|(position, reason)| Choice {
        value: position.to_string(),
        label: reader.line(&format!("choice-reason-{reason}"), &[]),
        chosen: false,
    });
    let select = Select {
        action: Action::Close(request.id).into(),
        placeholder: reader.line("close-choose", &[]),
        options: options.collect(),
        min: 1,
        max: 1,
    };
    View::new("request_ask_close", reader.text("close-title", &[("title", title(request).into())]))
        .tone(Tone::Attention)
        .paragraph(reader.text("close-body", &[]))
        .select(select)
        .buttons(vec![Button::secondary(reader.line("close-not", &[]), Action::View(request.id))])
}

/// It is closed.
pub fn closed(reader: &Reader, request: &WorkRequest) -> View {
    // What was never posted is a draft that was thrown away.
    let [heading, body] = match request.posted_at {
        Some(_) => ["closed-title", "closed-body"],
        None => ["discarded-title", "discarded-body"],
    };
    View::new("request_closed", reader.text(heading, &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text(body, &[("title", title(request).into())]))
        .buttons(vec![
            Button::primary(reader.line("request-new", &[]), Action::New),
            Button::secondary(reader.line("request-all", &[]), Action::List(0)),
        ])
}

/// A request as an entry of a list.
pub(crate) fn item(reader: &Reader, request: &WorkRequest) -> Block {
    let head = reader.text("request-line", &[("title", title(request).into())]);
    let lines = vec![head, state_line(reader, request)];
    let button = Button::secondary(reader.line("open", &[]), Action::View(request.id));
    Block::Item { lines, button: Some(button) }
}

/// One's own requests.
pub fn list(reader: &Reader, requests: &[WorkRequest], page: u32) -> View {
    let view = View::new("request_list", reader.text("requests-title", &[("count", requests.len().into())]));
    if requests.is_empty() {
        return view
            .paragraph(reader.text("requests-none", &[]))
            .buttons(vec![Button::primary(reader.line("request-new", &[]), Action::New)]);
    }
    let mut view = view;
    for request in pager::items(requests, page) {
        view = view.block(item(reader, request));
    }
    let mut buttons = pager::buttons(reader, requests.len(), page, |page| Action::List(page).into());
    buttons.push(Button::primary(reader.line("request-new", &[]), Action::New));
    pager::footer(reader, view, requests.len(), page).buttons(buttons)
}

/// Hiring isn't switched on.
pub fn not_hiring(reader: &Reader) -> View {
    View::new("not_hiring", reader.text("not-hiring-title", &[]))
        .paragraph(reader.text("not-hiring-body", &[]))
        .buttons(vec![Button::primary(reader.line("not-hiring-go", &[]), account::Action::Hire)])
}

/// It stands where that can't be done.
pub fn wrong_state(reader: &Reader, id: RequestId, state: RequestState) -> View {
    let state = reader.line(&format!("request-state-{}", state.key()), &[]);
    View::new("request_wrong_state", reader.text("wrong-state-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("wrong-state-body", &[("state", state.into())]))
        .buttons(vec![Button::primary(reader.line("request-see", &[]), Action::View(id))])
}

/// It asks for nothing.
pub fn no_skills(reader: &Reader, id: RequestId) -> View {
    View::new("request_no_skills", reader.text("no-skills-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("no-skills-body", &[]))
        .buttons(vec![Button::primary(reader.line("preview-edit", &[]), Action::Edit(id))])
}

/// Enough for today.
pub fn too_many(reader: &Reader, id: RequestId, per_day: i64) -> View {
    View::new("request_too_many", reader.text("too-many-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("too-many-body", &[("count", per_day.into())]))
        .buttons(vec![Button::primary(reader.line("request-see", &[]), Action::View(id))])
}

/// What the request says.
fn described(reader: &Reader, name: &str, request: &WorkRequest) -> View {
    let brief = &request.brief;
    let fact = |key: &str, value: Text| Fact { label: reader.text(key, &[]), value };
    let mut facts = vec![fact("label-must", wording::request_skills(&brief.skills, true))];
    let nice = wording::request_skills(&brief.skills, false);
    if !nice.is_empty() {
        facts.push(fact("label-nice", nice));
    }
    facts.retain(|fact| !fact.value.is_empty());
    facts.push(fact("label-budget", wording::budget(reader, brief.budget)));
    facts.push(fact("label-when", wording::due(reader, brief.due_at)));
    facts.push(fact("label-where", wording::work_place(reader, &brief.place)));
    View::new(name, title(request))
        .paragraph(Text::untrusted(brief.description.clone()))
        .block(Block::Facts(facts))
}

fn title(request: &WorkRequest) -> Text {
    Text::untrusted(request.brief.title.clone())
}

fn state_line(reader: &Reader, request: &WorkRequest) -> Text {
    let state = reader.text(&format!("request-state-{}", request.state.key()), &[]);
    match (request.state, request.expires_at) {
        (RequestState::Open, Some(until)) => {
            reader.text("request-open-until", &[("when", wording::moment(reader, until).into())])
        }
        _ => state,
    }
}

fn tone(state: RequestState) -> Tone {
    match state {
        RequestState::Open | RequestState::Filled => Tone::Good,
        RequestState::Draft => Tone::Neutral,
        RequestState::Closed | RequestState::Expired => Tone::Muted,
    }
}
