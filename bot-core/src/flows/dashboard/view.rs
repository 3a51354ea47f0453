//! What the dashboard shows: the next step first.

use super::action::Action;
use crate::domain::account::Account;
use crate::flows::{
    account::action as account, contract::action as contract, matches::action as matches,
    proposal::action as proposal, request::action as request, settings::action as settings, wording,
};
use crate::i18n::Reader;
use crate::services::dashboard::Dashboard;
use crate::services::proposal::ProposalCard;
use crate::ui::action::Token;
use crate::ui::text::{Text, TimeStyle};
use crate::ui::view::{Block, Button, ButtonKind, Tone, View};

/// Entries named under a heading.
const NAMED: usize = 5;

/// What needs the member, and what waits for others.
pub fn dashboard(reader: &Reader, account: &Account, read: &Dashboard) -> View {
    let today = reader.time(reader.now, TimeStyle::Date);
    let mut view = View::new("dashboard", reader.text("dashboard-title", &[("date", today.into())]));
    let moves = moves(reader, read);
    if moves.is_empty() {
        view = view.paragraph(reader.text("dashboard-nothing", &[]));
    } else {
        view = view.tone(Tone::Attention);
        let heading = reader.text("dashboard-your-move", &[("count", moves.len().into())]);
        view = view.block(Block::Heading(heading));
        for (number, (line, label, token)) in moves.into_iter().take(NAMED).enumerate() {
            let kind = if number == 0 { ButtonKind::Primary } else { ButtonKind::Secondary };
            let button = Button { kind, ..Button::secondary(label, token) };
            view = view.block(Block::Item { lines: vec![line], button: Some(button) });
        }
    }
    view = waiting(reader, view, read);
    if account.roles.works {
        view = view.paragraph(reader.text("dashboard-matches", &[("count", read.matches.into())]));
    }
    view.buttons(ways(reader, account, read)).footer(reader.text("dashboard-footer", &[]))
}

/// What is the member's move: the line, the button's words and what it does.
fn moves(reader: &Reader, read: &Dashboard) -> Vec<(Text, String, Token)> {
    let mut moves = Vec::new();
    for card in &read.to_decide {
        let args = [("title", title(card).into()), ("name", wording::name(reader, &card.other).into())];
        let line = reader.text("dashboard-decide", &args);
        moves.push((
            line,
            reader.line("dashboard-answer", &[]),
            proposal::Action::View(card.proposal.id).into(),
        ));
    }
    for card in &read.to_send {
        let line = reader.text("dashboard-send", &[("title", title(card).into())]);
        moves.push((
            line,
            reader.line("dashboard-finish", &[]),
            proposal::Action::View(card.proposal.id).into(),
        ));
    }
    for draft in &read.to_post {
        let title = wording::request_title(reader, &draft.brief);
        let line = reader.text("dashboard-post", &[("title", title.into())]);
        moves.push((line, reader.line("dashboard-finish", &[]), request::Action::View(draft.id).into()));
    }
    for form in &read.forms {
        let token = Token::parse(&form.form);
        let line = reader
            .text("dashboard-form", &[("when", reader.time(form.updated_at, TimeStyle::Relative).into())]);
        moves.push((line, reader.line("form-continue", &[]), token));
    }
    moves
}

fn waiting(reader: &Reader, view: View, read: &Dashboard) -> View {
    let mut lines = Vec::new();
    for card in read.waiting.iter().take(NAMED) {
        let args = [("title", title(card).into()), ("name", wording::name(reader, &card.other).into())];
        lines.push(reader.text("dashboard-waits", &args));
    }
    for request in read.open.iter().take(NAMED) {
        let name = Text::untrusted(request.brief.title.clone());
        lines.push(reader.text("dashboard-open", &[("title", name.into())]));
    }
    for request in read.held.iter().take(NAMED) {
        let name = wording::request_title(reader, &request.brief);
        lines.push(reader.text("dashboard-held", &[("title", name.into())]));
    }
    for card in read.contracts.iter().take(NAMED) {
        let name = Text::untrusted(card.contract.title.clone());
        lines.push(reader.text("dashboard-contract", &[("title", name.into())]));
    }
    if lines.is_empty() {
        return view;
    }
    let heading = reader.text("dashboard-waiting", &[("count", lines.len().into())]);
    view.block(Block::Divider).block(Block::Heading(heading)).block(Block::Bullets(lines))
}

fn ways(reader: &Reader, account: &Account, read: &Dashboard) -> Vec<Button> {
    if !account.roles.chosen() {
        return vec![Button::primary(reader.line("dashboard-begin", &[]), account::Action::Start)];
    }
    let mut ways = Vec::new();
    if account.roles.works {
        ways.push(Button::secondary(reader.line("dashboard-see-matches", &[]), matches::Action::Requests(0)));
    }
    if account.roles.hires {
        ways.push(Button::secondary(reader.line("request-all", &[]), request::Action::List(0)));
    }
    if !read.contracts.is_empty() {
        ways.push(Button::secondary(reader.line("dashboard-contracts", &[]), contract::Action::List(0)));
    }
    ways.push(Button::secondary(reader.line("dashboard-settings", &[]), settings::Action::Show));
    ways.push(Button::secondary(reader.line("dashboard-refresh", &[]), Action::Show));
    ways
}

fn title(card: &ProposalCard) -> Text {
    Text::untrusted(card.request.brief.title.clone())
}
