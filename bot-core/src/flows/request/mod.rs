//! Requests: written once, checked on a card, posted with a tap.
//!
//! ```text
//! kite: /request post
//! bot:  Form: New request   Title * · What do you need? * · Skills * · Budget * · When and where?
//! kite: Landing page in Webflow … · 800-1200 EUR · by 15 December, remote
//! bot:  Landing page in Webflow …  12 people fit.  ( Publish ) [ Edit ] [ Save draft ]
//! kite: (Publish)
//! bot:  It's out. 12 people fit; those who asked for messages hear of it now.
//! ```

pub mod action;
pub mod form;
pub mod view;

use action::Action;

use super::ctx::Ctx;
use super::{form as forms, greeting, notice};
use crate::domain::id::RequestId;
use crate::domain::request::{RequestState, WorkRequest};
use crate::error::{Error, Fault};
use crate::flows::catalogue::CLOSE_REASONS;
use crate::services::matching;
use crate::services::request::{self, RequestRefusal};
use crate::ui::reply::Reply;

/// `/request list`.
pub async fn command_list(ctx: &Ctx<'_>, state: Option<&str>) -> Result<Reply, Fault> {
    let state = state.and_then(RequestState::from_key);
    let list = request::list_of(&ctx.call, ctx.me(), state).await?;
    Ok(Reply::private(view::list(&ctx.reader, &list, 0)))
}

/// `/request view`.
pub async fn command_view(ctx: &Ctx<'_>, written: &str) -> Result<Reply, Fault> {
    match request::find_by_reference(&ctx.call, &ctx.actor(), written).await? {
        Some(id) => shown(ctx, id, Reply::private).await,
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

/// `/request close`.
pub async fn command_close(ctx: &Ctx<'_>, written: &str, reason: &str) -> Result<Reply, Fault> {
    match request::find_by_reference(&ctx.call, &ctx.actor(), written).await? {
        Some(id) => close(ctx, id, reason).await,
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action, picked: &[String]) -> Result<Reply, Fault> {
    match action {
        Action::New => new(ctx).await,
        Action::Edit(id) => forms::open(ctx, &Action::Edit(id).into()).await,
        Action::View(id) => shown(ctx, id, Reply::replace).await,
        Action::List(page) => {
            let list = request::list_of(&ctx.call, ctx.me(), None).await?;
            Ok(Reply::replace(view::list(&ctx.reader, &list, page)))
        }
        Action::Musts(id, version) => {
            let musts: Vec<usize> = picked.iter().filter_map(|value| value.parse().ok()).collect();
            let marked = request::mark_musts(&ctx.call, ctx.me(), id, version, &musts).await;
            drafted(ctx, id, marked, Reply::replace).await
        }
        Action::Post(id, version) => post(ctx, id, version).await,
        Action::AskClose(id) => match own(ctx, id).await? {
            Some(request) => Ok(Reply::replace(view::ask_close(&ctx.reader, &request))),
            None => Ok(notice::not_available(&ctx.reader)),
        },
        Action::Close(id) => {
            let reason = picked.first().and_then(|index| index.parse::<usize>().ok());
            let reason = reason.and_then(|index| CLOSE_REASONS.get(index)).copied().unwrap_or("other");
            close(ctx, id, reason).await
        }
    }
}

/// Writes a new request, if hiring is switched on; otherwise that is one tap away.
pub async fn new(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    if !ctx.account().roles.hires {
        return Ok(Reply::private(view::not_hiring(&ctx.reader)));
    }
    forms::open(ctx, &Action::New.into()).await
}

/// The request as the member may see it.
pub async fn shown(
    ctx: &Ctx<'_>,
    id: RequestId,
    how: fn(crate::ui::view::View) -> Reply,
) -> Result<Reply, Fault> {
    let Some(card) = request::card(&ctx.call, &ctx.actor(), id).await? else {
        return Ok(notice::not_available(&ctx.reader));
    };
    if card.request.client == ctx.me() && card.request.state == RequestState::Draft {
        return preview(ctx, &card.request, how).await;
    }
    Ok(how(view::card(&ctx.reader, &card)))
}

async fn preview(
    ctx: &Ctx<'_>,
    draft: &WorkRequest,
    how: fn(crate::ui::view::View) -> Reply,
) -> Result<Reply, Fault> {
    let fitting = matching::count_people(&ctx.call, draft).await?;
    Ok(how(view::preview(&ctx.reader, draft, fitting)))
}

async fn own(ctx: &Ctx<'_>, id: RequestId) -> Result<Option<WorkRequest>, Fault> {
    let card = request::card(&ctx.call, &ctx.actor(), id).await?;
    Ok(card.map(|card| card.request).filter(|request| request.client == ctx.me()))
}

async fn post(ctx: &Ctx<'_>, id: RequestId, version: i64) -> Result<Reply, Fault> {
    match request::post(&ctx.call, ctx.me(), id, version).await {
        Ok(posted) => {
            let fitting = matching::count_people(&ctx.call, &posted).await?;
            let reply = Reply::replace(view::posted(&ctx.reader, &posted, fitting));
            greeting::open(ctx, reply, greeting::view).await
        }
        Err(Error::Refused(RequestRefusal::WrongState(_))) => shown(ctx, id, Reply::replace).await,
        Err(error) => refused(ctx, id, error),
    }
}

async fn close(ctx: &Ctx<'_>, id: RequestId, reason: &str) -> Result<Reply, Fault> {
    match request::close(&ctx.call, ctx.me(), id, reason).await {
        Ok(closed) => Ok(Reply::replace(view::closed(&ctx.reader, &closed))),
        Err(Error::Refused(RequestRefusal::WrongState(_))) => shown(ctx, id, Reply::replace).await,
        Err(error) => refused(ctx, id, error),
    }
}

/// After a draft was written: its preview.
pub(super) async fn drafted(
    ctx: &Ctx<'_>,
    id: RequestId,
    done: Result<WorkRequest, Error<RequestRefusal>>,
    how: fn(crate::ui::view::View) -> Reply,
) -> Result<Reply, Fault> {
    match done {
        Ok(draft) => preview(ctx, &draft, how).await,
        Err(error) => refused(ctx, id, error),
    }
}

fn refused(ctx: &Ctx<'_>, id: RequestId, error: Error<RequestRefusal>) -> Result<Reply, Fault> {
    let reader = &ctx.reader;
    match error {
        Error::Fault(fault) => Err(fault),
        Error::Refused(RequestRefusal::NotAvailable) => Ok(notice::not_available(reader)),
        Error::Refused(RequestRefusal::Changed) => Ok(notice::changed(reader, Action::View(id))),
        Error::Refused(RequestRefusal::WrongState(state)) => {
            Ok(Reply::private(view::wrong_state(reader, id, state)))
        }
        Error::Refused(RequestRefusal::NoSkills) => Ok(Reply::private(view::no_skills(reader, id))),
        Error::Refused(RequestRefusal::TooMany { per_day }) => {
            Ok(Reply::private(view::too_many(reader, id, per_day)))
        }
        Error::Refused(RequestRefusal::NotHiring) => Ok(Reply::private(view::not_hiring(reader))),
    }
}
