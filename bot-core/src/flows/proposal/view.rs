//! What a proposal shows to its two sides.

use super::action::Action;
use crate::domain::id::{ProposalId, RequestId};
use crate::domain::proposal::{Proposal, ProposalState, Side};
use crate::domain::request::RequestState;
use crate::flows::{
    account::action as account, contract::action as contract, dashboard::action as dashboard,
    matches::action as matches, pager, profile::action as profile, request::action as request,
    safety::action as safety, wording,
};
use crate::i18n::Reader;
use crate::services::Subject;
use crate::services::contract::ContractCard;
use crate::services::proposal::ProposalCard;
use crate::ui::limits;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Fact, Tone, View};

/// A proposal as one of its sides sees it.
pub fn card(reader: &Reader, card: &ProposalCard) -> View {
    let proposal = &card.proposal;
    let title = Text::untrusted(card.request.brief.title.clone());
    let heading = match (card.side, proposal.state) {
        (Side::Freelancer, ProposalState::Draft) => "proposal-title-draft",
        (Side::Freelancer, _) => "proposal-title-mine",
        (Side::Client, _) => "proposal-title-received",
    };
    let args = [("title", title.into()), ("name", wording::name(reader, &card.other).into())];
    let view = terms(reader, View::new("proposal_card", reader.text(heading, &args)), card)
        .tone(tone(card.side, proposal.state))
        .block(Block::Note(
            reader.text(&state_key(card), &[("name", wording::name(reader, &card.other).into())]),
        ));
    view.buttons(buttons(reader, card))
}

fn terms(reader: &Reader, view: View, card: &ProposalCard) -> View {
    let proposal = &card.proposal;
    let fact = |key: &str, value: Text| Fact { label: reader.text(key, &[]), value };
    let mut facts = vec![fact("label-price", wording::terms_price(reader, &proposal.terms))];
    if let Some(days) = proposal.terms.days {
        facts.push(fact("label-days", reader.text("days", &[("count", days.into())])));
    }
    facts.push(fact("label-budget", wording::budget(reader, card.request.brief.budget)));
    let other = if card.side == Side::Client { "label-freelancer" } else { "label-client" };
    facts.push(fact(other, wording::person(reader, &card.other)));
    if let (Side::Client, Some(profile)) = (card.side, &card.profile) {
        facts.push(fact("label-skills", wording::profile_skills(reader, &profile.skills)));
    }
    let view = view.block(Block::Facts(facts));
    if proposal.terms.message.is_empty() {
        return view;
    }
    view.block(Block::Quote(Text::untrusted(proposal.terms.message.clone())))
}

fn buttons(reader: &Reader, card: &ProposalCard) -> Vec<Button> {
    let (id, version) = (card.proposal.id, card.proposal.version);
    let see_request =
        Button::secondary(reader.line("request-see", &[]), request::Action::View(card.request.id));
    match (card.side, card.proposal.state) {
        (Side::Freelancer, ProposalState::Draft) => {
            let edit = reader.line("proposal-edit", &[]);
            match card.proposal.terms.price {
                Some(_) => vec![
                    Button::primary(amount_label(reader, "proposal-send", card), Action::Send(id, version)),
                    Button::secondary(edit, Action::Edit(id)),
                    see_request,
                ],
                None => vec![Button::primary(edit, Action::Edit(id)), see_request],
            }
        }
        (Side::Freelancer, ProposalState::Sent) => {
            vec![
                Button::secondary(reader.line("proposal-withdraw", &[]), Action::AskWithdraw(id)),
                see_request,
            ]
        }
        (Side::Client, ProposalState::Sent) => vec![
            Button::primary(amount_label(reader, "proposal-accept", card), Action::AskAccept(id)),
            Button::secondary(
                reader.line("person-see", &[]),
                profile::Action::View(card.proposal.freelancer),
            ),
            Button::danger(reader.line("proposal-decline", &[]), Action::Decline(id, version)),
            Button::secondary(reader.line("report", &[]), safety::Action::Report(Subject::Proposal(id))),
        ],
        (_, ProposalState::Accepted) => match &card.contract {
            Some(made) => {
                vec![Button::primary(reader.line("contract-see", &[]), contract::Action::View(made.id))]
            }
            None => vec![see_request],
        },
        _ => vec![see_request, Button::secondary(reader.line("proposals-all", &[]), Action::List(0))],
    }
}

/// A label that repeats the amount, shortened for very long ones.
fn amount_label(reader: &Reader, key: &str, card: &ProposalCard) -> String {
    let amount = card.proposal.terms.price.map(|price| price.amount.shown()).unwrap_or_default();
    limits::shortened(&reader.line(key, &[("amount", amount.into())]), limits::BUTTON_LABEL)
}

/// The terms once more, before they bind.
pub fn ask_accept(reader: &Reader, card: &ProposalCard) -> View {
    let (id, version) = (card.proposal.id, card.proposal.version);
    let args = [
        ("price", wording::terms_price(reader, &card.proposal.terms).into()),
        ("name", wording::name(reader, &card.other).into()),
    ];
    terms(reader, View::new("proposal_ask_accept", reader.text("accept-title", &args)), card)
        .tone(Tone::Attention)
        .paragraph(reader.text("accept-body", &[]))
        .buttons(vec![
            Button::primary(amount_label(reader, "proposal-accept", card), Action::Accept(id, version)),
            Button::secondary(reader.line("nav-back", &[]), Action::View(id)),
        ])
}

/// Really take it back?
pub fn ask_withdraw(reader: &Reader, card: &ProposalCard) -> View {
    let (id, version) = (card.proposal.id, card.proposal.version);
    let args = [("name", wording::name(reader, &card.other).into())];
    View::new("proposal_ask_withdraw", reader.text("withdraw-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("withdraw-body", &args))
        .buttons(vec![
            Button::danger(reader.line("proposal-withdraw", &[]), Action::Withdraw(id, version)),
            Button::secondary(reader.line("nav-back", &[]), Action::View(id)),
        ])
}

/// There is a contract: what the client sees at once.
pub fn agreed(reader: &Reader, card: &ContractCard) -> View {
    let made = &card.contract;
    let args = [
        ("code", made.code.clone().into()),
        ("name", wording::name(reader, &card.freelancer).into()),
        ("price", wording::price(reader, made.price).into()),
    ];
    View::new("proposal_agreed", reader.text("agreed-title", &args))
        .tone(Tone::Good)
        .paragraph(reader.text("agreed-body", &args))
        .paragraph(reader.text("agreed-others", &[]))
        .buttons(vec![Button::primary(reader.line("contract-see", &[]), contract::Action::View(made.id))])
}

/// Declined, with a moment to think again.
pub fn declined(reader: &Reader, proposal: &Proposal) -> View {
    View::new("proposal_declined", reader.text("declined-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("declined-body", &[]))
        .buttons(vec![
            Button::secondary(reader.line("undo", &[]), Action::Reopen(proposal.id, proposal.version)),
            Button::secondary(reader.line("proposals-all", &[]), Action::List(0)),
        ])
}

/// A proposal as an entry of a list.
pub(crate) fn item(reader: &Reader, card: &ProposalCard) -> Block {
    let title = Text::untrusted(card.request.brief.title.clone());
    let name = wording::name(reader, &card.other);
    let head = reader.text("proposal-line", &[("title", title.into()), ("name", name.clone().into())]);
    let state = reader.text(&state_key(card), &[("name", name.into())]);
    let lines = vec![head, wording::terms_price(reader, &card.proposal.terms), state];
    let button = Button::secondary(reader.line("open", &[]), Action::View(card.proposal.id));
    Block::Item { lines, button: Some(button) }
}

/// The member's proposals.
pub fn list(reader: &Reader, cards: &[ProposalCard], page: u32) -> View {
    let view = View::new("proposal_list", reader.text("proposals-title", &[("count", cards.len().into())]));
    if cards.is_empty() {
        return view.paragraph(reader.text("proposals-none", &[])).buttons(vec![
            Button::primary(reader.line("matches-more", &[]), matches::Action::Requests(0)),
            Button::secondary(reader.line("request-new", &[]), request::Action::New),
        ]);
    }
    let mut view = view;
    for card in pager::items(cards, page) {
        view = view.block(item(reader, card));
    }
    let mut buttons = pager::buttons(reader, cards.len(), page, |page| Action::List(page).into());
    buttons.push(Button::secondary(reader.line("open-dashboard", &[]), dashboard::Action::Show));
    pager::footer(reader, view, cards.len(), page).buttons(buttons)
}

/// Somebody who came by a link and hasn't said what they are here for.
pub fn no_account(reader: &Reader) -> View {
    View::new("proposal_no_account", reader.text("no-account-title", &[]))
        .paragraph(reader.text("no-account-body", &[]))
        .buttons(vec![Button::primary(reader.line("dashboard-begin", &[]), account::Action::Start)])
}

/// Looking for work isn't switched on.
pub fn not_working(reader: &Reader) -> View {
    use crate::domain::account::Roles;
    let both = account::Action::Join(Roles { works: true, hires: true });
    View::new("not_working", reader.text("not-working-title", &[]))
        .paragraph(reader.text("not-working-body", &[]))
        .buttons(vec![Button::primary(reader.line("not-working-go", &[]), both)])
}

/// The request no longer takes proposals.
pub fn request_ended(reader: &Reader, request: RequestId, state: RequestState) -> View {
    let state = reader.line(&format!("request-state-{}", state.key()), &[]);
    View::new("proposal_request_ended", reader.text("request-ended-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("request-ended-body", &[("state", state.into())]))
        .buttons(vec![
            Button::primary(reader.line("matches-more", &[]), matches::Action::Requests(0)),
            Button::secondary(reader.line("request-see", &[]), request::Action::View(request)),
        ])
}

/// It names no price.
pub fn no_price(reader: &Reader, id: ProposalId) -> View {
    let edit = Button::primary(reader.line("proposal-edit", &[]), Action::Edit(id));
    refusal(reader.text("no-price-title", &[]), reader.text("no-price-body", &[]), edit)
}

/// Enough for today.
pub fn too_many(reader: &Reader, id: ProposalId, per_day: i64) -> View {
    let see = Button::primary(reader.line("request-my-proposal", &[]), Action::View(id));
    let body = reader.text("proposals-too-many-body", &[("count", per_day.into())]);
    refusal(reader.text("proposals-too-many-title", &[]), body, see)
}

/// The notice has gone out.
pub fn too_late(reader: &Reader, id: ProposalId) -> View {
    let see = Button::primary(reader.line("request-my-proposal", &[]), Action::View(id));
    refusal(reader.text("too-late-title", &[]), reader.text("too-late-body", &[]), see)
}

fn refusal(title: Text, body: Text, way_on: Button) -> View {
    View::new("proposal_refused", title).tone(Tone::Attention).paragraph(body).buttons(vec![way_on])
}

fn state_key(card: &ProposalCard) -> String {
    format!("proposal-{}-{}", card.side.key(), card.proposal.state.key())
}

fn tone(side: Side, state: ProposalState) -> Tone {
    match state {
        ProposalState::Sent if side == Side::Client => Tone::Attention,
        ProposalState::Draft | ProposalState::Sent => Tone::Neutral,
        ProposalState::Accepted => Tone::Good,
        ProposalState::Declined | ProposalState::Withdrawn | ProposalState::Lapsed => Tone::Muted,
    }
}
