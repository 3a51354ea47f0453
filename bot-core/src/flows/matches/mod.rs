//! Matches: which requests fit me, who fits my request, and why.
//!
//! ```text
//! ana: /matches
//! bot: 7 requests fit you  1. Landing page in Webflow … [ Open ]
//! ana: (Why this?)
//! bot: Why Landing page in Webflow  Webflow: they need it … To consider: no reviews yet
//! ```

pub mod action;
pub mod view;

use action::Action;

use super::ctx::Ctx;
use super::notice;
use crate::domain::id::RequestId;
use crate::error::{Error, Fault};
use crate::services::matching::{NotAvailable, Why};
use crate::services::{matching, request};
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// `/matches show`.
pub async fn command_show(ctx: &Ctx<'_>, written: Option<&str>) -> Result<Reply, Fault> {
    let Some(written) = written else {
        return if ctx.account().roles.works {
            requests(ctx, 0, Reply::private).await
        } else {
            Ok(Reply::private(view::which_request(&ctx.reader)))
        };
    };
    match request::find_by_reference(&ctx.call, &ctx.actor(), written).await? {
        Some(id) => people(ctx, id, 0, Reply::private).await,
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

/// `/matches why`.
pub async fn command_why(ctx: &Ctx<'_>, written: &str) -> Result<Reply, Fault> {
    match request::find_by_reference(&ctx.call, &ctx.actor(), written).await? {
        Some(id) => why(ctx, id).await,
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action) -> Result<Reply, Fault> {
    match action {
        Action::Requests(page) => requests(ctx, page, Reply::replace).await,
        Action::People(id, page) => people(ctx, id, page, Reply::replace).await,
        Action::Why(id) => why(ctx, id).await,
        Action::Dismiss(id) => match matching::dismiss(&ctx.call, ctx.me(), id).await {
            Ok(()) => Ok(Reply::replace(view::dismissed(&ctx.reader, id))),
            Err(error) => refused(ctx, error),
        },
        Action::Restore(id) => match matching::restore(&ctx.call, ctx.me(), id).await {
            Ok(()) => requests(ctx, 0, Reply::replace).await,
            Err(error) => refused(ctx, error),
        },
    }
}

async fn requests(ctx: &Ctx<'_>, page: u32, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    let found = matching::requests_for(&ctx.call, &ctx.actor()).await?;
    Ok(how(view::requests(&ctx.reader, &found, page)))
}

async fn people(ctx: &Ctx<'_>, id: RequestId, page: u32, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    match matching::people_for(&ctx.call, &ctx.actor(), id).await? {
        Some(found) => Ok(how(view::people(&ctx.reader, id, &found, page))),
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

async fn why(ctx: &Ctx<'_>, id: RequestId) -> Result<Reply, Fault> {
    match matching::why(&ctx.call, &ctx.actor(), id).await? {
        Some(Why { request, explanation: Some(explanation) }) => {
            Ok(Reply::private(view::why(&ctx.reader, &request, &explanation)))
        }
        Some(Why { explanation: None, .. }) => Ok(Reply::private(view::no_profile(&ctx.reader))),
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

fn refused(ctx: &Ctx<'_>, error: Error<NotAvailable>) -> Result<Reply, Fault> {
    match error {
        Error::Refused(NotAvailable) => Ok(notice::not_available(&ctx.reader)),
        Error::Fault(fault) => Err(fault),
    }
}
