//! Search: work for freelancers, people for clients, bookmarks, and alerts.
//!
//! ```text
//! ana: /find work text:figma place:Lisbon
//! bot: One request found  Landing page … [ Open ]   [ Remote too: +14 ]   [ Tell me when ]
//! ana: (Remote too)
//! bot: 15 requests found · best match first … { Narrow it down: Webflow (6), posted within 7 days (4) }
//! ```

pub mod action;
mod arguments;
pub mod shelf;
mod suggestions;
pub mod view;
mod words;

use std::collections::BTreeMap;

use action::{Action, from_option};
pub use arguments::Unclear;
pub(super) use suggestions::suggest;

use super::ctx::Ctx;
use super::{greeting, notice};
use crate::domain::id::{AlertId, SearchId};
use crate::error::{Error, Fault};
use crate::i18n::Reader;
use crate::services::search::{
    self, AlertRefusal, BookmarkRefusal, Facet, List, Query, Results, Search, Side, Widen,
};
use crate::ui::interaction::{Arg, Caps};
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// `/find work` and `/find talent`.
pub async fn command(ctx: &Ctx<'_>, side: Side, args: &BTreeMap<String, Arg>) -> Result<Reply, Fault> {
    match arguments::query(side, args, &ctx.reader) {
        Ok(query) => started(ctx, query, Reply::private).await,
        Err(unclear) => Ok(Reply::private(view::unclear(&ctx.reader, side, unclear))),
    }
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action, picked: &[String]) -> Result<Reply, Fault> {
    let first = picked.first().map(String::as_str).unwrap_or_default();
    match action {
        Action::All(side) => started(ctx, Query::all(side), Reply::replace).await,
        Action::Again(id, version) => changed(ctx, id, version, Some).await,
        Action::Page(id, version, page) => part(ctx, id, version, page, view::results).await,
        Action::Facets(id, version) => part(ctx, id, version, 0, view::facets).await,
        Action::Marks(id, version, page) => part(ctx, id, version, page, view::marks).await,
        Action::Narrow(id, version) => match Facet::from_key(first) {
            Some(facet) => changed(ctx, id, version, |query| Some(query.toggled(&facet))).await,
            None => Ok(notice::stale(&ctx.reader)),
        },
        Action::Widen(id, version, key) => {
            changed(ctx, id, version, |query| {
                let widen = Widen::from_key(&key, &query)?;
                Some(query.widened(&widen))
            })
            .await
        }
        Action::Mark(id, page) => {
            if let Some(refused) = mark(ctx, first).await? {
                return Ok(refused);
            }
            with(ctx, id, async |search| shown(ctx, &search, page, view::results).await).await
        }
        Action::Watch(id, version) => watch(ctx, id, version).await,
        Action::Save(id) => match search::bookmark(&ctx.call, &ctx.actor(), id).await {
            Ok(()) => Ok(Reply::private(shelf::kept(&ctx.reader, id))),
            Err(error) => not_kept(ctx, error),
        },
        Action::Drop(id) => {
            search::unbookmark(&ctx.call, &ctx.actor(), id).await?;
            saved(ctx, 0).await
        }
        Action::Saved(page) => saved(ctx, page).await,
        Action::Unsave(page) => {
            if let Some((id, _)) = from_option(first) {
                search::unbookmark(&ctx.call, &ctx.actor(), id).await?;
            }
            saved(ctx, page).await
        }
        Action::Alerts => alerts(ctx).await,
        Action::Stop(id) => {
            search::stop(&ctx.call, ctx.me(), id).await?;
            alerts(ctx).await
        }
        Action::Unwatch => {
            if let Some(id) = AlertId::from_short(first) {
                search::stop(&ctx.call, ctx.me(), id).await?;
            }
            alerts(ctx).await
        }
        Action::Rerun(id) => rerun(ctx, id, Reply::replace).await,
    }
}

/// `/stop` ends every alert too.
pub async fn stop_all(ctx: &Ctx<'_>) -> Result<(), Fault> {
    search::stop_all(&ctx.call, ctx.me()).await
}

/// What a watched search of the member's finds now.
pub async fn rerun(ctx: &Ctx<'_>, id: AlertId, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    match search::alert(&ctx.call, &ctx.actor(), id).await? {
        Some(alert) => started(ctx, alert.query, how).await,
        None => Ok(how(view::over(&ctx.reader))),
    }
}

/// How a page of results is drawn.
type Drawn = fn(&Reader, Caps, &Search, &Results) -> View;

async fn started(ctx: &Ctx<'_>, query: Query, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    let found = search::results(&ctx.call, &ctx.actor(), &query, None).await?;
    let list = List { query, order: found.order.clone() };
    let search = search::start(&ctx.call, ctx.me(), ctx.chat(), list).await?;
    Ok(how(view::results(&ctx.reader, ctx.caps(), &search, &found)))
}

async fn shown(ctx: &Ctx<'_>, search: &Search, page: u32, drawn: Drawn) -> Result<Reply, Fault> {
    let List { query, order } = &search.list;
    let found = search::results(&ctx.call, &ctx.actor(), query, Some((order, page))).await?;
    Ok(Reply::replace(drawn(&ctx.reader, ctx.caps(), search, &found)))
}

/// Part of a search as of a version: a list that was narrowed since begins anew.
async fn part(ctx: &Ctx<'_>, id: SearchId, version: i64, page: u32, drawn: Drawn) -> Result<Reply, Fault> {
    with(ctx, id, async |search| {
        if search.version == version {
            shown(ctx, &search, page, drawn).await
        } else {
            shown(ctx, &search, 0, view::results).await
        }
    })
    .await
}

/// The kept search, or that another one took its place.
async fn with(
    ctx: &Ctx<'_>,
    id: SearchId,
    then: impl AsyncFnOnce(Search) -> Result<Reply, Fault>,
) -> Result<Reply, Fault> {
    match search::find(&ctx.call, ctx.me(), id).await? {
        Some(search) => then(search).await,
        None => Ok(Reply::replace(view::over(&ctx.reader))),
    }
}

/// Looks for something else; if the search changed in between, it is shown as it stands.
async fn changed(
    ctx: &Ctx<'_>,
    id: SearchId,
    version: i64,
    change: impl FnOnce(Query) -> Option<Query>,
) -> Result<Reply, Fault> {
    let Some(present) = search::find(&ctx.call, ctx.me(), id).await? else {
        return Ok(Reply::replace(view::over(&ctx.reader)));
    };
    let wanted = if present.version == version { change(present.list.query.clone()) } else { None };
    let Some(query) = wanted else { return shown(ctx, &present, 0, view::results).await };
    let found = search::results(&ctx.call, &ctx.actor(), &query, None).await?;
    let list = List { query, order: found.order.clone() };
    match search::change(&ctx.call, &present, list).await? {
        Some(search) => Ok(Reply::replace(view::results(&ctx.reader, ctx.caps(), &search, &found))),
        None => shown(ctx, &present, 0, view::results).await,
    }
}

/// Bookmarks what was picked, or no longer if it was. A refusal if it can't be.
async fn mark(ctx: &Ctx<'_>, picked: &str) -> Result<Option<Reply>, Fault> {
    let Some((id, saved)) = from_option(picked) else { return Ok(Some(notice::stale(&ctx.reader))) };
    if saved {
        search::unbookmark(&ctx.call, &ctx.actor(), id).await?;
        return Ok(None);
    }
    match search::bookmark(&ctx.call, &ctx.actor(), id).await {
        Ok(()) => Ok(None),
        Err(error) => not_kept(ctx, error).map(Some),
    }
}

fn not_kept(ctx: &Ctx<'_>, error: Error<BookmarkRefusal>) -> Result<Reply, Fault> {
    match error {
        Error::Refused(BookmarkRefusal::NotAvailable) => Ok(notice::not_available(&ctx.reader)),
        Error::Refused(BookmarkRefusal::TooMany { most }) => {
            Ok(Reply::private(shelf::full(&ctx.reader, most)))
        }
        Error::Fault(fault) => Err(fault),
    }
}

async fn watch(ctx: &Ctx<'_>, id: SearchId, version: i64) -> Result<Reply, Fault> {
    let Some(present) = search::find(&ctx.call, ctx.me(), id).await? else {
        return Ok(Reply::replace(view::over(&ctx.reader)));
    };
    if present.version != version {
        return shown(ctx, &present, 0, view::results).await;
    }
    match search::watch(&ctx.call, ctx.me(), &present.list.query).await {
        Ok(alert) => {
            let reply = Reply::replace(shelf::watched(&ctx.reader, &present, &alert));
            greeting::open(ctx, reply, shelf::hello).await
        }
        Err(Error::Refused(AlertRefusal::NotWork)) => Ok(notice::stale(&ctx.reader)),
        Err(Error::Refused(AlertRefusal::TooMany { most })) => {
            Ok(Reply::private(shelf::too_many_alerts(&ctx.reader, most)))
        }
        Err(Error::Fault(fault)) => Err(fault),
    }
}

async fn saved(ctx: &Ctx<'_>, page: u32) -> Result<Reply, Fault> {
    let hits = search::bookmarks(&ctx.call, &ctx.actor()).await?;
    Ok(Reply::replace(shelf::saved(&ctx.reader, &hits, page)))
}

async fn alerts(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let all = search::alerts(&ctx.call, &ctx.actor()).await?;
    Ok(Reply::replace(shelf::alerts(&ctx.reader, &all)))
}
