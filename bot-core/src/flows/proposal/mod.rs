//! Proposals: prepared with one tap, sent with a second, decided with care.
//!
//! ```text
//! ana:  (Propose)
//! bot:  Your proposal for Landing page in Webflow  1,000 EUR, fixed price  ( Send 1,000 EUR ) [ Edit ]
//! ana:  (Send 1,000 EUR)
//! bot:  Sent. Kite Studio has been told.
//! kite: (Accept 1,000 EUR)
//! bot:  Agree on 1,000 EUR with Ana P.?  ( Accept 1,000 EUR ) [ Back ]
//! kite: (Accept 1,000 EUR)
//! bot:  Contract #7F3K2Q9A …
//! ```

pub mod action;
pub mod form;
pub mod view;

use action::Action;

use super::ctx::Ctx;
use super::{closed, form as forms, greeting, notice};
use crate::domain::id::{ProposalId, RequestId};
use crate::domain::proposal::ProposalState;
use crate::error::{Error, Fault};
use crate::services::proposal::{self, ProposalRefusal};
use crate::services::{Subject, contract, request};
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// `/proposal list`.
pub async fn command_list(ctx: &Ctx<'_>, state: Option<&str>) -> Result<Reply, Fault> {
    let cards = proposal::list(&ctx.call, &ctx.actor(), state.and_then(ProposalState::from_key)).await?;
    Ok(Reply::private(view::list(&ctx.reader, &cards, 0)))
}

/// `/proposal view`.
pub async fn command_view(ctx: &Ctx<'_>, written: &str) -> Result<Reply, Fault> {
    match proposal::find_by_reference(&ctx.call, &ctx.actor(), written).await? {
        Some(id) => shown(ctx, id, Reply::private).await,
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

/// `/proposal send`: prepares; sending is a second tap.
pub async fn command_send(ctx: &Ctx<'_>, written: &str) -> Result<Reply, Fault> {
    match request::find_by_reference(&ctx.call, &ctx.actor(), written).await? {
        Some(id) => prepare(ctx, id, Reply::private).await,
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action) -> Result<Reply, Fault> {
    match action {
        Action::Prepare(request) => prepare(ctx, request, Reply::new).await,
        Action::View(id) => shown(ctx, id, Reply::replace).await,
        Action::Edit(id) => forms::open(ctx, &Action::Edit(id).into()).await,
        Action::Send(id, version) => {
            let sent = proposal::send(&ctx.call, ctx.me(), id, version).await;
            let reply = after(ctx, id, sent.map(|_| ())).await?;
            greeting::open(ctx, reply, greeting::view).await
        }
        Action::AskWithdraw(id) => ask(ctx, id, view::ask_withdraw).await,
        Action::Withdraw(id, version) => {
            let withdrawn = proposal::withdraw(&ctx.call, ctx.me(), id, version).await;
            after(ctx, id, withdrawn.map(|_| ())).await
        }
        Action::AskAccept(id) => ask(ctx, id, view::ask_accept).await,
        Action::Accept(id, version) => accept(ctx, id, version).await,
        Action::Decline(id, version) => match proposal::decline(&ctx.call, ctx.me(), id, version).await {
            Ok(declined) => Ok(Reply::replace(view::declined(&ctx.reader, &declined))),
            Err(error) => refused(ctx, id, error).await,
        },
        Action::Reopen(id, version) => {
            let reopened = proposal::reopen(&ctx.call, ctx.me(), id, version).await;
            after(ctx, id, reopened.map(|_| ())).await
        }
        Action::List(page) => {
            let cards = proposal::list(&ctx.call, &ctx.actor(), None).await?;
            Ok(Reply::replace(view::list(&ctx.reader, &cards, page)))
        }
    }
}

async fn prepare(ctx: &Ctx<'_>, request: RequestId, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    if !ctx.account().roles.chosen() {
        return Ok(Reply::private(view::no_account(&ctx.reader)));
    }
    if !ctx.account().roles.works {
        return Ok(Reply::private(view::not_working(&ctx.reader)));
    }
    match proposal::prepare(&ctx.call, ctx.me(), request).await {
        Ok(prepared) => shown(ctx, prepared.id, how).await,
        Err(Error::Refused(ProposalRefusal::RequestEnded(state))) => {
            Ok(Reply::private(view::request_ended(&ctx.reader, request, state)))
        }
        Err(Error::Refused(_)) => Ok(notice::not_available(&ctx.reader)),
        Err(Error::Fault(fault)) => Err(fault),
    }
}

/// The proposal as the member may see it.
pub async fn shown(ctx: &Ctx<'_>, id: ProposalId, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    match proposal::card(&ctx.call, &ctx.actor(), id).await? {
        Some(card) => Ok(how(view::card(&ctx.reader, &card))),
        None => closed::or_absent(ctx, Subject::Proposal(id)).await,
    }
}

async fn ask(
    ctx: &Ctx<'_>,
    id: ProposalId,
    question: fn(&crate::i18n::Reader, &proposal::ProposalCard) -> View,
) -> Result<Reply, Fault> {
    match proposal::card(&ctx.call, &ctx.actor(), id).await? {
        Some(card) if card.proposal.state == ProposalState::Sent => {
            Ok(Reply::replace(question(&ctx.reader, &card)))
        }
        Some(card) => Ok(Reply::replace(view::card(&ctx.reader, &card))),
        None => closed::or_absent(ctx, Subject::Proposal(id)).await,
    }
}

async fn accept(ctx: &Ctx<'_>, id: ProposalId, version: i64) -> Result<Reply, Fault> {
    match proposal::accept(&ctx.call, ctx.me(), id, version).await {
        Ok(agreed) => match contract::card(&ctx.call, &ctx.actor(), agreed.id).await? {
            Some(card) => Ok(Reply::replace(view::agreed(&ctx.reader, &card))),
            None => Ok(notice::not_available(&ctx.reader)),
        },
        Err(error) => refused(ctx, id, error).await,
    }
}

/// After a change: the proposal as it is now.
pub(super) async fn after(
    ctx: &Ctx<'_>,
    id: ProposalId,
    done: Result<(), Error<ProposalRefusal>>,
) -> Result<Reply, Fault> {
    match done {
        Ok(()) => shown(ctx, id, Reply::replace).await,
        Err(error) => refused(ctx, id, error).await,
    }
}

async fn refused(ctx: &Ctx<'_>, id: ProposalId, error: Error<ProposalRefusal>) -> Result<Reply, Fault> {
    let reader = &ctx.reader;
    match error {
        Error::Fault(fault) => Err(fault),
        Error::Refused(ProposalRefusal::NotAvailable) => closed::or_absent(ctx, Subject::Proposal(id)).await,
        Error::Refused(ProposalRefusal::Changed) => Ok(notice::changed(reader, Action::View(id))),
        // What was pressed has happened already, or something else has: the card says which.
        Error::Refused(ProposalRefusal::WrongState(_)) => shown(ctx, id, Reply::replace).await,
        Error::Refused(ProposalRefusal::RequestEnded(state)) => {
            let card = proposal::card(&ctx.call, &ctx.actor(), id).await?;
            let Some(card) = card else { return Ok(notice::not_available(reader)) };
            Ok(Reply::private(view::request_ended(reader, card.request.id, state)))
        }
        Error::Refused(ProposalRefusal::NoPrice) => Ok(Reply::private(view::no_price(reader, id))),
        Error::Refused(ProposalRefusal::TooMany { per_day }) => {
            Ok(Reply::private(view::too_many(reader, id, per_day)))
        }
        Error::Refused(ProposalRefusal::TooLate) => Ok(Reply::private(view::too_late(reader, id))),
    }
}
