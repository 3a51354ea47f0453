//! What safety and privacy show.

use super::action::Action;
use crate::domain::id::AccountId;
use crate::flows::{account::action as account, dashboard::action as dashboard, help::action as help};
use crate::i18n::Reader;
use crate::services::{Operator, Subject};
use crate::ui::view::{Block, Button, Tone, View};

/// What is stored, and how to be rid of it.
pub fn privacy(reader: &Reader, operator: &Operator) -> View {
    let lines = ["privacy-what", "privacy-why", "privacy-who", "privacy-how-long", "privacy-rights"];
    View::new("privacy", reader.text("privacy-title", &[]))
        .paragraph(reader.text("privacy-operator", &named(operator)))
        .block(Block::Bullets(lines.iter().map(|key| reader.text(key, &[])).collect()))
        .buttons(vec![
            Button::secondary(reader.line("welcome-terms", &[]), Action::Terms),
            Button::danger(reader.line("leave-title", &[]), account::Action::Leave),
        ])
}

/// The terms.
pub fn terms(reader: &Reader, operator: &Operator) -> View {
    let lines =
        ["terms-market", "terms-contracts", "terms-money", "terms-conduct", "terms-ranking", "terms-age"];
    View::new("terms", reader.text("terms-title", &[]))
        .paragraph(reader.text("terms-operator", &named(operator)))
        .block(Block::Bullets(lines.iter().map(|key| reader.text(key, &[])).collect()))
        .buttons(vec![Button::secondary(reader.line("welcome-privacy", &[]), Action::Privacy)])
}

fn named(operator: &Operator) -> [(&'static str, crate::i18n::Arg); 3] {
    [
        ("name", operator.name.clone().into()),
        ("contact", operator.contact.clone().into()),
        ("country", operator.country.clone().into()),
    ]
}

/// What is to be reported?
pub fn report(reader: &Reader, subject: Option<Subject>) -> View {
    let view = View::new("report", reader.text("report-title", &[]));
    match subject {
        Some(subject) => view
            .paragraph(reader.text("report-body", &[]))
            .buttons(vec![Button::primary(reader.line("report-go", &[]), Action::Report(subject))]),
        None => view
            .paragraph(reader.text("report-how", &[]))
            .buttons(vec![Button::primary(reader.line("report-help", &[]), help::Action::Overview)]),
    }
}

/// The moderators know.
pub fn reported(reader: &Reader) -> View {
    View::new("reported", reader.text("reported-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("reported-body", &[]))
        .buttons(vec![Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show)])
}

/// Neither hears of the other any more.
pub fn blocked(reader: &Reader, whom: AccountId) -> View {
    View::new("blocked", reader.text("blocked-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("blocked-body", &[]))
        .buttons(vec![Button::secondary(reader.line("undo", &[]), Action::Unblock(whom)), home(reader)])
}

/// They may hear of each other again.
pub fn unblocked(reader: &Reader, whom: AccountId) -> View {
    View::new("unblocked", reader.text("unblocked-title", &[]))
        .paragraph(reader.text("unblocked-body", &[]))
        .buttons(vec![Button::secondary(reader.line("block", &[]), Action::Block(whom)), home(reader)])
}

fn home(reader: &Reader) -> Button {
    Button::secondary(reader.line("open-dashboard", &[]), dashboard::Action::Show)
}
