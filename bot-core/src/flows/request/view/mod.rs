//! What a request shows, to its client, to freelancers and to anybody else.

mod change;
mod client;
mod draft;
mod list;
mod refusal;
mod turn;

pub use change::{change, changed, news};
pub use client::refused;
pub use draft::preview;
pub(crate) use list::item;
pub use list::{drafts, kept, list, templates};
pub use refusal::{
    duplicate, no_skills, not_hiring, open_longest, templates_full, too_late, too_many, too_many_for_new,
    unanswered, wrong_state,
};
pub use turn::{not_yours, offer, too_long};

use super::action::Action;
use crate::domain::proposal::ProposalState;
use crate::domain::request::{RequestState, WorkRequest};
use crate::flows::catalogue::CLOSE_REASONS;
use crate::flows::{
    dashboard::action as dashboard, find::action as find, matches::action as matches,
    proposal::action as proposal, safety::action as safety, wording,
};
use crate::i18n::Reader;
use crate::services::Subject;
use crate::services::request::{RequestCard, Viewer};
use crate::services::search::EntryId;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Choice, Fact, Select, Tone, View};

/// A request as somebody may see it.
pub fn card(reader: &Reader, card: &RequestCard) -> View {
    let request = &card.request;
    let mut view = described(reader, "request_card", request).tone(tone(request.state));
    let client = wording::person(reader, &card.client);
    view = view.block(Block::Note(reader.text("request-by", &[("client", client.into())])));
    view = view.block(Block::Note(state_line(reader, request)));
    let view = match &card.viewer {
        Viewer::Client { waiting } => client::controls(reader, view, card, *waiting),
        Viewer::Freelancer { .. } | Viewer::Visitor => view.buttons(card_buttons(reader, card)),
    };
    view.footer(reader.text("request-code", &[("code", request.code.clone().into())]))
}

fn card_buttons(reader: &Reader, card: &RequestCard) -> Vec<Button> {
    let (request, id) = (&card.request, card.request.id);
    let open = request.state == RequestState::Open;
    match &card.viewer {
        Viewer::Client { .. } => Vec::new(),
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
        .paragraph(reader.text(body, &[("title", wording::request_title(reader, &request.brief).into())]))
        .buttons(vec![
            Button::primary(reader.line("request-new", &[]), Action::New),
            Button::secondary(reader.line("request-undo", &[]), Action::Reopen(request.id, request.version)),
            Button::secondary(reader.line("request-copy", &[]), Action::Copy(request.id)),
            Button::secondary(reader.line("request-all", &[]), Action::List(0)),
        ])
}

/// It stays open for longer.
pub fn extended(reader: &Reader, request: &WorkRequest) -> View {
    let until = request.expires_at.map(|until| wording::moment(reader, until)).unwrap_or_default();
    View::new("request_extended", reader.text("extended-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("posted-until", &[("when", until.into())]))
        .buttons(vec![Button::primary(reader.line("request-see", &[]), Action::View(request.id))])
}

/// What the request says.
fn described(reader: &Reader, name: &str, request: &WorkRequest) -> View {
    let brief = &request.brief;
    let mut facts = vec![
        fact(reader, "label-must", wording::request_skills(&brief.skills, true)),
        fact(reader, "label-nice", wording::request_skills(&brief.skills, false)),
        fact(reader, "label-budget", wording::budget(reader, brief.budget)),
        fact(reader, "label-when", wording::timing(reader, brief.timing())),
        fact(reader, "label-where", wording::work_place(reader, &brief.place)),
        fact(reader, "label-languages", wording::request_languages(&brief.languages)),
    ];
    facts.retain(|fact| !fact.value.is_empty());
    View::new(name, wording::request_title(reader, brief))
        .paragraph(Text::untrusted(brief.description.clone()))
        .block(Block::Facts(facts))
}

fn fact(reader: &Reader, key: &str, value: Text) -> Fact {
    Fact { label: reader.text(key, &[]), value }
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
        RequestState::Held => Tone::Attention,
        RequestState::Closed | RequestState::Expired => Tone::Muted,
    }
}
