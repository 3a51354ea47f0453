//! What a contract shows.

use super::action::Action;
use crate::domain::proposal::Side;
use crate::flows::{
    dashboard::action as dashboard, matches::action as matches, pager, request::action as request,
    safety::action as safety, wording,
};
use crate::i18n::Reader;
use crate::services::Subject;
use crate::services::contract::ContractCard;
use crate::ui::text::{Text, TimeStyle};
use crate::ui::view::{Block, Button, Fact, Tone, View};

/// A contract as one of its sides sees it.
pub fn card(reader: &Reader, card: &ContractCard) -> View {
    let made = &card.contract;
    let fact = |key: &str, value: Text| Fact { label: reader.text(key, &[]), value };
    let title = Text::untrusted(made.title.clone());
    let args = [("code", made.code.clone().into()), ("title", title.into())];
    let mut facts = vec![
        fact("label-price", wording::price(reader, made.price)),
        fact("label-client", wording::person(reader, &card.client)),
        fact("label-freelancer", wording::person(reader, &card.freelancer)),
        fact("label-agreed", reader.time(made.created_at, TimeStyle::DateTime).into()),
    ];
    if let Some(days) = made.days {
        facts.insert(1, fact("label-days", reader.text("days", &[("count", days.into())])));
    }
    let next = match card.side {
        Side::Client => "contract-next-client",
        Side::Freelancer => "contract-next-freelancer",
    };
    View::new("contract_card", reader.text("contract-title", &args))
        .tone(Tone::Good)
        .block(Block::Facts(facts))
        .paragraph(reader.text(next, &[]))
        .block(Block::Note(reader.text("contract-money", &[])))
        .buttons(vec![
            Button::primary(reader.line("open-dashboard", &[]), dashboard::Action::Show),
            Button::secondary(reader.line("request-see", &[]), request::Action::View(made.request)),
            Button::secondary(reader.line("report", &[]), safety::Action::Report(Subject::Contract(made.id))),
        ])
}

/// The member's contracts.
pub fn list(reader: &Reader, cards: &[ContractCard], page: u32) -> View {
    let view = View::new("contract_list", reader.text("contracts-title", &[("count", cards.len().into())]));
    if cards.is_empty() {
        return view
            .paragraph(reader.text("contracts-none", &[]))
            .buttons(vec![Button::primary(reader.line("matches-more", &[]), matches::Action::Requests(0))]);
    }
    let mut view = view;
    for card in pager::items(cards, page) {
        let other = if card.side == Side::Client { &card.freelancer } else { &card.client };
        let title = Text::untrusted(card.contract.title.clone());
        let args = [("title", title.into()), ("name", wording::name(reader, other).into())];
        let lines = vec![reader.text("proposal-line", &args), wording::price(reader, card.contract.price)];
        let button = Button::secondary(reader.line("open", &[]), Action::View(card.contract.id));
        view = view.block(Block::Item { lines, button: Some(button) });
    }
    let mut buttons = pager::buttons(reader, cards.len(), page, |page| Action::List(page).into());
    buttons.push(Button::secondary(reader.line("open-dashboard", &[]), dashboard::Action::Show));
    pager::footer(reader, view, cards.len(), page).buttons(buttons)
}
