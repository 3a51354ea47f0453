//! What a client can do with their own request, by where it stands.

use super::super::action::Action;
use crate::domain::hold::{Hold, rule_key};
use crate::domain::request::RequestState;
use crate::flows::{matches::action as matches, proposal::action as proposal, wording};
use crate::i18n::Reader;
use crate::services::request::RequestCard;
use crate::ui::text::{Span, Text};
use crate::ui::view::{Block, Button, Tone, View};

/// Their card with what can be done.
pub(super) fn controls(reader: &Reader, view: View, card: &RequestCard, waiting: usize) -> View {
    match card.request.state {
        RequestState::Held => held(reader, view, card),
        RequestState::Open => open(reader, view, card, waiting),
        _ => over(reader, view, card),
    }
}

fn open(reader: &Reader, view: View, card: &RequestCard, waiting: usize) -> View {
    let (id, version) = (card.request.id, card.request.version);
    let button = |key: &str, action: Action| Button::secondary(reader.line(key, &[]), action);
    let mut first = Vec::new();
    if waiting > 0 {
        let label = reader.line("request-proposals", &[("count", waiting.into())]);
        first.push(Button::primary(label, proposal::Action::List(0)));
    }
    first.push(Button::secondary(reader.line("request-people", &[]), matches::Action::People(id, 0)));
    first.push(button("request-change", Action::Change(id)));
    first.push(button("request-close", Action::AskClose(id)));
    view.buttons(first).buttons(vec![
        button("request-extend", Action::Extend(id, version)),
        button("request-copy", Action::Copy(id)),
        button("request-keep", Action::Keep(id)),
        button("request-all", Action::List(0)),
    ])
}

fn over(reader: &Reader, view: View, card: &RequestCard) -> View {
    let id = card.request.id;
    let mut view = view;
    if let Some((_, reason)) = &card.ended {
        // The reasons that a client can choose have words; what the program notes for itself hasn't.
        let key = match reason.as_str() {
            "found-here" => Some("ended-found-here"),
            "found-elsewhere" => Some("ended-found-elsewhere"),
            "no-longer-needed" => Some("ended-no-longer-needed"),
            "refused" => Some("ended-refused"),
            _ => None,
        };
        if let Some(key) = key {
            view = view.block(Block::Note(reader.text(key, &[])));
        }
    }
    view.buttons(vec![
        Button::primary(reader.line("request-copy", &[]), Action::Copy(id)),
        Button::secondary(reader.line("request-keep", &[]), Action::Keep(id)),
        Button::secondary(reader.line("request-all", &[]), Action::List(0)),
    ])
}

fn held(reader: &Reader, view: View, card: &RequestCard) -> View {
    let mut view = view.block(Block::Divider);
    if let Some(hold) = &card.hold {
        view = view
            .block(Block::Heading(reader.text("held-title", &[])))
            .paragraph(rule(reader, "held-body", hold))
            .paragraph(reader.text("held-next", &[]));
    }
    view.buttons(vec![
        Button::primary(reader.line("held-change", &[]), Action::TakeBack(card.request.id)),
        Button::secondary(reader.line("preview-discard", &[]), Action::Close(card.request.id)),
        Button::secondary(reader.line("request-all", &[]), Action::List(0)),
    ])
}

/// A moderator has kept it in.
pub fn refused(reader: &Reader, card: &RequestCard) -> View {
    let args = [("title", wording::request_title(reader, &card.request.brief).into())];
    let mut view = View::new("request_refused", reader.text("refused-title", &args)).tone(Tone::Muted);
    if let Some(hold) = &card.hold {
        view = view.paragraph(rule(reader, "refused-body", hold));
        if !hold.note.is_empty() {
            view = view.block(Block::Quote(Text::untrusted(hold.note.clone())));
        }
    }
    view.paragraph(reader.text("refused-next", &[])).buttons(vec![
        Button::primary(reader.line("request-new", &[]), Action::New),
        Button::secondary(reader.line("request-see", &[]), Action::View(card.request.id)),
    ])
}

/// Which rule, and for which words.
fn rule(reader: &Reader, key: &str, hold: &Hold) -> Text {
    let rule = reader.text(&format!("rule-{}", rule_key(hold.rule)), &[]);
    let args = [("quote", Span::Untrusted(hold.quote.clone()).into()), ("rule", rule.into())];
    reader.text(key, &args)
}
