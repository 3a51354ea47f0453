//! Safety and privacy: what is stored, the terms, reporting and blocking.

pub mod action;
pub mod form;
pub mod view;

use action::Action;

use super::ctx::Ctx;
use super::{form as forms, notice};
use crate::error::{Error, Fault};
use crate::services::safety::{self, SafetyRefusal};
use crate::services::{Subject, account, contract, proposal, request};
use crate::ui::interaction::Arg;
use crate::ui::reply::Reply;

/// `/privacy`.
pub fn privacy(ctx: &Ctx<'_>) -> Reply {
    Reply::private(view::privacy(&ctx.reader, &ctx.call.rules.operator))
}

/// `/terms`.
pub fn terms(ctx: &Ctx<'_>) -> Reply {
    Reply::private(view::terms(&ctx.reader, &ctx.call.rules.operator))
}

/// `/report`.
pub async fn command_report(
    ctx: &Ctx<'_>,
    user: Option<&Arg>,
    reference: Option<&str>,
) -> Result<Reply, Fault> {
    let subject = match (user, reference) {
        (_, Some(reference)) => referenced(ctx, reference).await?,
        (Some(Arg::Person(person)), None) => {
            account::find_by_identity(&ctx.call, person).await?.map(Subject::Account)
        }
        _ => None,
    };
    Ok(Reply::private(view::report(&ctx.reader, subject)))
}

async fn referenced(ctx: &Ctx<'_>, written: &str) -> Result<Option<Subject>, Fault> {
    let actor = ctx.actor();
    if let Some(id) = contract::find_by_reference(&ctx.call, &actor, written).await? {
        return Ok(Some(Subject::Contract(id)));
    }
    if let Some(id) = request::find_by_reference(&ctx.call, &actor, written).await? {
        return Ok(Some(Subject::Request(id)));
    }
    Ok(proposal::find_by_reference(&ctx.call, &actor, written).await?.map(Subject::Proposal))
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action) -> Result<Reply, Fault> {
    match action {
        Action::Privacy => Ok(privacy(ctx)),
        Action::Terms => Ok(terms(ctx)),
        Action::Report(subject) => forms::open(ctx, &Action::Report(subject).into()).await,
        Action::Block(whom) => {
            done(ctx, safety::block(&ctx.call, ctx.me(), whom).await, || view::blocked(&ctx.reader, whom))
        }
        Action::Unblock(whom) => {
            done(ctx, safety::unblock(&ctx.call, ctx.me(), whom).await, || view::unblocked(&ctx.reader, whom))
        }
    }
}

fn done(
    ctx: &Ctx<'_>,
    result: Result<(), Error<SafetyRefusal>>,
    shown: impl FnOnce() -> crate::ui::view::View,
) -> Result<Reply, Fault> {
    match result {
        Ok(()) => Ok(Reply::replace(shown())),
        Err(Error::Refused(SafetyRefusal::NotAvailable)) => Ok(notice::not_available(&ctx.reader)),
        Err(Error::Fault(fault)) => Err(fault),
    }
}
