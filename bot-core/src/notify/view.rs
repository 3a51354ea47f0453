//! What a notice says, from the facts as they stand when it is sent.

use crate::domain::id::{AlertId, ContractId, ProposalId, RequestId};
use crate::domain::proposal::ProposalState;
use crate::domain::request::RequestState;
use crate::error::Fault;
use crate::flows::{self, contract, find, matches, proposal, request, wording};
use crate::i18n::Reader;
use crate::notify::digest::{self, Said};
use crate::notify::notification::Notification;
use crate::services::authority::Actor;
use crate::services::matching::{self, FittingRequest};
use crate::services::proposal::ProposalCard;
use crate::services::request::Viewer;
use crate::services::{
    Call, contract as contracts, link as links, proposal as proposals, request as requests, search,
};
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Tone, View};

/// What to tell `recipient`; none if it is no longer true.
pub(super) async fn worded(
    call: &Call<'_>,
    reader: &Reader,
    recipient: &Actor,
    notification: &Notification,
) -> Result<Option<View>, Fault> {
    let Notification::Digest { digest, slowed } = notification else {
        return notice(call, reader, recipient, notification).await;
    };
    match digest::said(call, reader, recipient, digest, *slowed).await? {
        Said::Nothing => Ok(None),
        Said::One(news) => notice(call, reader, recipient, &news).await,
        Said::Many(view) => Ok(Some(view)),
    }
}

/// The words of one piece of news.
async fn notice(
    call: &Call<'_>,
    reader: &Reader,
    recipient: &Actor,
    notification: &Notification,
) -> Result<Option<View>, Fault> {
    match *notification {
        // A digest holds no other.
        Notification::Digest { .. } => Ok(None),
        Notification::Match { request } => found(call, reader, recipient, request).await,
        Notification::Found { request, alert } => watched(call, reader, recipient, request, alert).await,
        Notification::ProposalReceived { proposal, .. } => received(call, reader, recipient, proposal).await,
        Notification::ProposalWithdrawn { proposal } => {
            ended(call, reader, recipient, proposal, ProposalState::Withdrawn).await
        }
        Notification::ProposalDeclined { proposal, .. } => {
            ended(call, reader, recipient, proposal, ProposalState::Declined).await
        }
        Notification::ProposalLapsed { proposal } => {
            ended(call, reader, recipient, proposal, ProposalState::Lapsed).await
        }
        Notification::ContractMade { contract } => made(call, reader, recipient, contract).await,
        Notification::RequestChanged { request, base } => news(call, reader, recipient, request, base).await,
        Notification::RequestReleased { request, .. } => released(call, reader, recipient, request).await,
        Notification::RequestRefused { request, .. } => refused(call, reader, recipient, request).await,
        Notification::RequestEnding { request, .. } => {
            own_request(call, reader, recipient, request, RequestState::Open).await
        }
        Notification::RequestExpired { request } => {
            own_request(call, reader, recipient, request, RequestState::Expired).await
        }
        Notification::LinkTyped { link }
        | Notification::LinkAgreed { link }
        | Notification::LinkEnding { link }
        | Notification::LinkStopped { link }
        | Notification::LinkMerged { link } => {
            let meeting = links::meeting(call, recipient, link).await?;
            Ok(meeting.and_then(|meeting| flows::link::notice::notice(reader, notification, &meeting)))
        }
        Notification::Unlinked { from, platform, .. } if from == recipient.account => {
            Ok(Some(flows::link::view::unlinked(reader, platform)))
        }
        Notification::Unlinked { platform, .. } => Ok(Some(flows::link::view::afresh(reader, platform))),
    }
}

async fn found(call: &Call<'_>, reader: &Reader, to: &Actor, id: RequestId) -> Result<Option<View>, Fault> {
    Ok(fitting(call, to, id).await?.map(|found| matches::view::notice(reader, &found)))
}

/// The request and why it fits `to`; none if it doesn't any more.
pub(super) async fn fitting(
    call: &Call<'_>,
    to: &Actor,
    id: RequestId,
) -> Result<Option<FittingRequest>, Fault> {
    let Some(card) = requests::card(call, to, id).await? else { return Ok(None) };
    let explanation = matching::why(call, to, id).await?.and_then(|why| why.explanation);
    let Some(explanation) = explanation.filter(|found| found.obstacles.is_empty()) else { return Ok(None) };
    Ok(Some(FittingRequest { request: card.request, client: card.client, explanation }))
}

async fn watched(
    call: &Call<'_>,
    reader: &Reader,
    to: &Actor,
    id: RequestId,
    alert: AlertId,
) -> Result<Option<View>, Fault> {
    let Some(card) = requests::card(call, to, id).await? else { return Ok(None) };
    let Some(alert) = search::alert(call, to, alert).await? else { return Ok(None) };
    let open = card.request.state == RequestState::Open;
    Ok(open.then(|| find::view::alert_notice(reader, &card, &alert)))
}

async fn received(
    call: &Call<'_>,
    reader: &Reader,
    to: &Actor,
    id: ProposalId,
) -> Result<Option<View>, Fault> {
    let card = proposals::card(call, to, id).await?;
    let card = card.filter(|card| card.proposal.state == ProposalState::Sent);
    Ok(card.map(|card| proposal::view::card(reader, &card)))
}

async fn ended(
    call: &Call<'_>,
    reader: &Reader,
    to: &Actor,
    id: ProposalId,
    state: ProposalState,
) -> Result<Option<View>, Fault> {
    let card = proposals::card(call, to, id).await?;
    Ok(card.filter(|card| card.proposal.state == state).map(|card| proposal_ended(reader, &card)))
}

/// A proposal has ended without a contract: said kindly, with a way on.
pub(crate) fn proposal_ended(reader: &Reader, card: &ProposalCard) -> View {
    let [heading, body] = match card.proposal.state {
        ProposalState::Withdrawn => ["notice-withdrawn-title", "notice-withdrawn-body"],
        ProposalState::Declined => ["notice-declined-title", "notice-declined-body"],
        _ if card.other.is_empty() => ["notice-left-title", "notice-left-body"],
        _ => match card.request.state {
            RequestState::Filled => ["notice-filled-title", "notice-filled-body"],
            RequestState::Expired => ["notice-ran-out-title", "notice-ran-out-body"],
            _ => ["notice-lapsed-title", "notice-lapsed-body"],
        },
    };
    let title = Text::untrusted(card.request.brief.title.clone());
    let args = [("title", title.into()), ("name", wording::name(reader, &card.other).into())];
    let way_on = match card.proposal.state {
        ProposalState::Withdrawn => {
            Button::secondary(reader.line("request-see", &[]), request::action::Action::View(card.request.id))
        }
        _ => Button::primary(reader.line("matches-more", &[]), matches::action::Action::Requests(0)),
    };
    View::new("proposal_ended", reader.text(heading, &args))
        .tone(Tone::Muted)
        .paragraph(reader.text(body, &args))
        .buttons(vec![way_on])
}

async fn made(call: &Call<'_>, reader: &Reader, to: &Actor, id: ContractId) -> Result<Option<View>, Fault> {
    let card = contracts::card(call, to, id).await?;
    Ok(card.map(|card| {
        let mut view = contract::view::card(reader, &card);
        let other = if card.contract.client == to.account { &card.freelancer } else { &card.client };
        let news = reader.text("notice-contract", &[("name", wording::person(reader, other).into())]);
        view.blocks.insert(0, Block::Paragraph(news));
        view
    }))
}

/// Told while the proposal still waits for an answer.
async fn news(
    call: &Call<'_>,
    reader: &Reader,
    to: &Actor,
    id: RequestId,
    base: i64,
) -> Result<Option<View>, Fault> {
    let card = requests::card(call, to, id).await?;
    let waits = card.is_some_and(|card| match card.viewer {
        Viewer::Freelancer { proposal: Some(own) } => own.state == ProposalState::Sent,
        _ => false,
    });
    if !waits {
        return Ok(None);
    }
    let change = requests::change(call, to, id, base).await?;
    Ok(change.filter(|change| change.made).map(|change| request::view::news(reader, &change)))
}

async fn released(
    call: &Call<'_>,
    reader: &Reader,
    to: &Actor,
    id: RequestId,
) -> Result<Option<View>, Fault> {
    let card = requests::card(call, to, id).await?;
    Ok(card.filter(|card| card.request.state == RequestState::Open).map(|card| {
        let mut view = request::view::card(reader, &card);
        view.blocks.insert(0, Block::Paragraph(reader.text("notice-released", &[])));
        view
    }))
}

async fn refused(call: &Call<'_>, reader: &Reader, to: &Actor, id: RequestId) -> Result<Option<View>, Fault> {
    let card = requests::card(call, to, id).await?;
    Ok(card
        .filter(|card| card.request.state == RequestState::Closed)
        .map(|card| request::view::refused(reader, &card)))
}

async fn own_request(
    call: &Call<'_>,
    reader: &Reader,
    to: &Actor,
    id: RequestId,
    state: RequestState,
) -> Result<Option<View>, Fault> {
    let card = requests::card(call, to, id).await?;
    Ok(card.filter(|card| card.request.state == state).map(|card| {
        let mut view = request::view::card(reader, &card);
        let key = if state == RequestState::Open { "notice-ending" } else { "notice-expired" };
        view.blocks.insert(0, Block::Paragraph(reader.text(key, &[])));
        view
    }))
}
