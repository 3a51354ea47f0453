//! Contracts: what two sides agreed on, and how to reach each other.

pub mod action;
pub mod view;

use action::Action;

use super::ctx::Ctx;
use super::{closed, notice};
use crate::domain::id::ContractId;
use crate::error::Fault;
use crate::services::{Subject, contract};
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// `/contract list`.
pub async fn command_list(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    list(ctx, 0, Reply::private).await
}

/// `/contract view`.
pub async fn command_view(ctx: &Ctx<'_>, written: &str) -> Result<Reply, Fault> {
    match contract::find_by_reference(&ctx.call, &ctx.actor(), written).await? {
        Some(id) => shown(ctx, id, Reply::private).await,
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action) -> Result<Reply, Fault> {
    match action {
        Action::View(id) => shown(ctx, id, Reply::replace).await,
        Action::List(page) => list(ctx, page, Reply::replace).await,
    }
}

/// The contract as one of its sides sees it.
pub async fn shown(ctx: &Ctx<'_>, id: ContractId, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    match contract::card(&ctx.call, &ctx.actor(), id).await? {
        Some(card) => Ok(how(view::card(&ctx.reader, &card))),
        None => closed::or_absent(ctx, Subject::Contract(id)).await,
    }
}

async fn list(ctx: &Ctx<'_>, page: u32, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    let cards = contract::list(&ctx.call, &ctx.actor()).await?;
    Ok(how(view::list(&ctx.reader, &cards, page)))
}
