//! Matches: which requests fit me, who fits my request, and why.
//!
//! ```text
//! ana: /matches
//! bot: 7 requests fit you  1. Landing page in Webflow … [ Open ]
//! ana: (Does it fit me?)
//! bot: Why Landing page in Webflow  You have what they need: Webflow … To consider: No reviews yet
//! ```

pub mod action;
pub mod view;
pub mod wishes;

use action::Action;
use bot_matching::Step;

use super::ctx::Ctx;
use super::notice;
use crate::domain::id::RequestId;
use crate::domain::wishes::Reason;
use crate::error::{Error, Fault};
use crate::services::matching::{NotAvailable, Objected};
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

/// `/matches why`: of a request by its code or its title, or of one that is picked from those that are open.
pub async fn command_why(ctx: &Ctx<'_>, written: Option<&str>) -> Result<Reply, Fault> {
    let written = written.unwrap_or_default();
    if let Some(id) = request::find_by_reference(&ctx.call, &ctx.actor(), written).await? {
        return why(ctx, id).await;
    }
    let open = matching::open_to(&ctx.call, &ctx.actor()).await?;
    let named = view::titled(&open, written);
    match named.as_slice() {
        [only] => why(ctx, only.id).await,
        [] => Ok(Reply::private(view::why_which(&ctx.reader, &open.iter().collect::<Vec<_>>()))),
        several => Ok(Reply::private(view::why_which(&ctx.reader, several))),
    }
}

/// `/matches tune`.
pub async fn command_tune(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let wishes = matching::wishes(&ctx.call, ctx.me()).await?;
    Ok(Reply::private(wishes::tune(&ctx.reader, &wishes)))
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action, picked: &[String]) -> Result<Reply, Fault> {
    let first = picked.first().map(String::as_str).unwrap_or_default();
    match action {
        Action::Requests(page) => requests(ctx, page, Reply::replace).await,
        Action::People(id, page) => people(ctx, id, page, Reply::replace).await,
        Action::Why(id) => why(ctx, id).await,
        Action::Pick => match RequestId::from_short(first) {
            Some(id) => why(ctx, id).await,
            None => Ok(notice::stale(&ctx.reader)),
        },
        Action::Dismiss(id) => match matching::dismiss(&ctx.call, ctx.me(), id).await {
            Ok(()) => Ok(Reply::replace(wishes::dismissed(&ctx.reader, id))),
            Err(error) => refused(ctx, error),
        },
        Action::Reason(id) => match Reason::from_key(first) {
            Some(reason) => objected(ctx, matching::object(&ctx.call, ctx.me(), id, reason).await),
            None => Ok(notice::stale(&ctx.reader)),
        },
        Action::Skill(id) => match first.parse() {
            Ok(position) => objected(ctx, matching::object_to_skill(&ctx.call, ctx.me(), id, position).await),
            Err(_) => Ok(notice::stale(&ctx.reader)),
        },
        Action::Snooze(id) => match first.parse().ok().filter(|days| wishes::SNOOZES.contains(days)) {
            Some(days) => objected(ctx, matching::snooze(&ctx.call, ctx.me(), id, days).await),
            None => Ok(notice::stale(&ctx.reader)),
        },
        Action::Restore(id) => match matching::restore(&ctx.call, ctx.me(), id).await {
            Ok(()) => requests(ctx, 0, Reply::replace).await,
            Err(error) => refused(ctx, error),
        },
        Action::Tune => {
            let wishes = matching::wishes(&ctx.call, ctx.me()).await?;
            Ok(Reply::replace(wishes::tune(&ctx.reader, &wishes)))
        }
        Action::Turn(dial) => match first.parse().ok().and_then(Step::from_number) {
            Some(step) => {
                let wishes = matching::tune(&ctx.call, ctx.me(), dial, step).await?;
                Ok(Reply::replace(wishes::tune(&ctx.reader, &wishes)))
            }
            None => Ok(notice::stale(&ctx.reader)),
        },
        Action::Reset => {
            let wishes = matching::reset(&ctx.call, ctx.me()).await?;
            Ok(Reply::replace(wishes::tune(&ctx.reader, &wishes)))
        }
    }
}

fn objected(ctx: &Ctx<'_>, done: Result<Objected, Error<NotAvailable>>) -> Result<Reply, Fault> {
    match done {
        Ok(said) if said.objection.reason == Reason::Skills && said.objection.skill.is_none() => {
            Ok(Reply::replace(wishes::which_skill(&ctx.reader, &said.request)))
        }
        Ok(said) => Ok(Reply::replace(wishes::objected(&ctx.reader, &said))),
        Err(error) => refused(ctx, error),
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
        Some(asked) => Ok(Reply::private(match &asked.explanation {
            Some(found) => view::why(&ctx.reader, &asked, found),
            None => view::no_profile(&ctx.reader),
        })),
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

fn refused(ctx: &Ctx<'_>, error: Error<NotAvailable>) -> Result<Reply, Fault> {
    match error {
        Error::Refused(NotAvailable) => Ok(notice::not_available(&ctx.reader)),
        Error::Fault(fault) => Err(fault),
    }
}
