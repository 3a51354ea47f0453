//! Requests: written, or pasted as one message; checked on a card, then posted.
//!
//! ```text
//! kite: /newrequest
//! kite: need a landing page in Webflow, 400-600 €, by mid January
//! bot:  Landing page in Webflow   Needed: Webflow   Budget: 400 – 600 EUR, from "400-600 €" …  ( Publish ) [ Budget ] …
//! kite: (Publish)
//! bot:  It's out. 12 people fit; those who asked for messages hear of it now.
//! ```

pub mod action;
pub mod form;
pub mod message;
mod refused;
mod turn;
mod typed;
pub mod view;

use action::Action;
use refused::refused;
pub use turn::{command_turn, offer, whole};

use super::ctx::Ctx;
use super::{form as forms, greeting, notice};
use crate::domain::correction::Correction;
use crate::domain::grounds::{Field, Grounds};
use crate::domain::id::{RequestId, TemplateId};
use crate::domain::request::{RequestState, WorkRequest};
use crate::error::{Error, Fault};
use crate::flows::catalogue::CLOSE_REASONS;
use crate::flows::reading;
use crate::services::matching;
use crate::services::request::{self, Corrected, DraftCard, RequestRefusal};
use crate::ui::reply::Reply;
use crate::ui::view::View;

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

/// `/request edit`.
pub async fn command_edit(ctx: &Ctx<'_>, written: &str) -> Result<Reply, Fault> {
    match request::find_by_reference(&ctx.call, &ctx.actor(), written).await? {
        Some(id) => change(ctx, id, Reply::private).await,
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

/// `/request post`, from a template where one is named.
pub async fn command_post(ctx: &Ctx<'_>, template: Option<&str>) -> Result<Reply, Fault> {
    match template {
        Some(short) => match TemplateId::from_short(short) {
            Some(id) => from_template(ctx, id, Reply::private).await,
            None => Ok(notice::not_available(&ctx.reader)),
        },
        None => new(ctx).await,
    }
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action, picked: &[String]) -> Result<Reply, Fault> {
    match action {
        Action::New => new(ctx).await,
        Action::Turn => turn::kept(ctx).await,
        Action::Edit(_) | Action::Field(..) => forms::open(ctx, &action.into()).await,
        Action::View(id) => shown(ctx, id, Reply::replace).await,
        Action::Musts(id, version) => {
            let musts: Vec<usize> = picked.iter().filter_map(|value| value.parse().ok()).collect();
            let marked = request::mark_musts(&ctx.call, ctx.me(), id, version, &musts).await;
            corrected(ctx, id, marked).await
        }
        Action::Currency(id) => currency(ctx, id, picked.first().map_or("", String::as_str)).await,
        Action::Post(id, version) => post(ctx, id, version).await,
        Action::Change(id) => change(ctx, id, Reply::replace).await,
        Action::Make(id, version) => {
            let made = request::make_change(&ctx.call, ctx.me(), id, version).await;
            told(ctx, id, made, |changed| view::changed(&ctx.reader, changed)).await
        }
        Action::Drop(id, version) => match request::drop_change(&ctx.call, ctx.me(), id, version).await {
            Ok(()) => shown(ctx, id, Reply::replace).await,
            Err(error) => refused(ctx, id, error),
        },
        Action::Extend(id, version) => {
            let extended = request::extend(&ctx.call, ctx.me(), id, version).await;
            told(ctx, id, extended, |extended| view::extended(&ctx.reader, extended)).await
        }
        Action::AskClose(id) => match own(ctx, id).await? {
            Some(request) => Ok(Reply::replace(view::ask_close(&ctx.reader, &request))),
            None => Ok(notice::not_available(&ctx.reader)),
        },
        Action::Close(id) => {
            let reason = picked.first().and_then(|index| index.parse::<usize>().ok());
            let reason = reason.and_then(|index| CLOSE_REASONS.get(index)).copied().unwrap_or("other");
            close(ctx, id, reason).await
        }
        Action::Reopen(id, version) => match request::reopen(&ctx.call, ctx.me(), id, version).await {
            Ok(_) => shown(ctx, id, Reply::replace).await,
            Err(error) => refused(ctx, id, error),
        },
        Action::TakeBack(id) => {
            let draft = request::take_back(&ctx.call, ctx.me(), id).await;
            drafted(ctx, id, draft, Reply::replace).await
        }
        Action::Copy(from) => {
            let id = new_id(ctx);
            let copied = request::copy(&ctx.call, ctx.me(), from, id).await;
            drafted(ctx, from, copied, Reply::new).await
        }
        Action::Keep(id) => {
            let template = TemplateId(new_id(ctx).0);
            match request::keep_template(&ctx.call, ctx.me(), id, template).await {
                Ok(kept) => Ok(Reply::private(view::kept(&ctx.reader, &kept))),
                Err(error) => refused(ctx, id, error),
            }
        }
        Action::List(page) => {
            let list = request::list_of(&ctx.call, ctx.me(), None).await?;
            Ok(Reply::replace(view::list(&ctx.reader, &list, page)))
        }
        Action::Drafts(page) => {
            let drafts = request::list_of(&ctx.call, ctx.me(), Some(RequestState::Draft)).await?;
            Ok(Reply::replace(view::drafts(&ctx.reader, &drafts, page)))
        }
        Action::Templates(page) => templates(ctx, page).await,
        Action::Use(template) => from_template(ctx, template, Reply::new).await,
        Action::Forget => {
            if let Some(template) = picked.first().and_then(|short| TemplateId::from_short(short)) {
                request::forget_template(&ctx.call, ctx.me(), template).await?;
            }
            templates(ctx, 0).await
        }
    }
}

/// The id of what this event makes: the same event never makes a second one.
pub(super) fn new_id(ctx: &Ctx<'_>) -> RequestId {
    RequestId(ctx.call.ids.derived(ctx.interaction.at, &ctx.interaction.id.0))
}

/// Writes a new request, if hiring is switched on; otherwise that is one tap away.
pub async fn new(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    if !ctx.account().roles.hires {
        return Ok(Reply::private(view::not_hiring(&ctx.reader)));
    }
    forms::open(ctx, &Action::New.into()).await
}

/// The request as the member may see it.
pub async fn shown(ctx: &Ctx<'_>, id: RequestId, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    let Some(card) = request::card(&ctx.call, &ctx.actor(), id).await? else {
        return Ok(notice::not_available(&ctx.reader));
    };
    if card.request.client == ctx.me() && card.request.state == RequestState::Draft {
        return preview(ctx, id, how).await;
    }
    Ok(how(view::card(&ctx.reader, &card)))
}

async fn preview(ctx: &Ctx<'_>, id: RequestId, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    match request::draft_card(&ctx.call, &ctx.actor(), id).await? {
        Some(card) => Ok(how(draft_view(ctx, &card).await?)),
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

async fn draft_view(ctx: &Ctx<'_>, card: &DraftCard) -> Result<View, Fault> {
    let fitting = matching::count_people(&ctx.call, &card.request).await?;
    Ok(view::preview(&ctx.reader, card, fitting, ctx.caps().inputs_per_page > 1))
}

async fn own(ctx: &Ctx<'_>, id: RequestId) -> Result<Option<WorkRequest>, Fault> {
    let card = request::card(&ctx.call, &ctx.actor(), id).await?;
    Ok(card.map(|card| card.request).filter(|request| request.client == ctx.me()))
}

async fn post(ctx: &Ctx<'_>, id: RequestId, version: i64) -> Result<Reply, Fault> {
    match request::post(&ctx.call, ctx.me(), id, version).await {
        Ok(held) if held.state == RequestState::Held => {
            let reply = shown(ctx, id, Reply::replace).await?;
            greeting::open(ctx, reply, greeting::view).await
        }
        Ok(posted) => {
            let fitting = matching::count_people(&ctx.call, &posted).await?;
            let reply = Reply::replace(view::posted(&ctx.reader, &posted, fitting));
            greeting::open(ctx, reply, greeting::view).await
        }
        Err(Error::Refused(RequestRefusal::WrongState(_))) => shown(ctx, id, Reply::replace).await,
        Err(error) => refused(ctx, id, error),
    }
}

/// What to change: a draft's card, or the change that is being prepared.
async fn change(ctx: &Ctx<'_>, id: RequestId, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    let Some(request) = own(ctx, id).await? else { return Ok(notice::not_available(&ctx.reader)) };
    if request.state != RequestState::Open {
        return shown(ctx, id, how).await;
    }
    let prepared = request::change(&ctx.call, &ctx.actor(), id, request.version).await?;
    let modals = ctx.caps().inputs_per_page > 1;
    Ok(how(view::change(&ctx.reader, &request, prepared.as_ref(), modals)))
}

/// The amount was clear, its currency wasn't: what was written is read again with the currency that was chosen.
async fn currency(ctx: &Ctx<'_>, id: RequestId, code: &str) -> Result<Reply, Fault> {
    let card = request::draft_card(&ctx.call, &ctx.actor(), id).await?;
    let quote = card.and_then(|card| card.grounds.of(Field::Budget).map(|ground| ground.quotes.join(" ")));
    let Some(quote) = quote else { return shown(ctx, id, Reply::replace).await };
    let Ok(Some(budget)) = reading::budget_in(&quote, code) else {
        return forms::open(ctx, &Action::Field(id, Field::Budget).into()).await;
    };
    let mut grounds = Grounds::default();
    grounds.set(Field::Budget, vec![quote], None);
    let said = [Correction::Budget(Some(budget))];
    let done = request::correct(&ctx.call, ctx.me(), id, &said, &grounds).await;
    corrected(ctx, id, done).await
}

async fn close(ctx: &Ctx<'_>, id: RequestId, reason: &str) -> Result<Reply, Fault> {
    match request::close(&ctx.call, ctx.me(), id, reason).await {
        Ok(closed) => Ok(Reply::replace(view::closed(&ctx.reader, &closed))),
        Err(Error::Refused(RequestRefusal::WrongState(_))) => shown(ctx, id, Reply::replace).await,
        Err(error) => refused(ctx, id, error),
    }
}

async fn templates(ctx: &Ctx<'_>, page: u32) -> Result<Reply, Fault> {
    let list = request::list_templates(&ctx.call, ctx.me()).await?;
    Ok(Reply::replace(view::templates(&ctx.reader, &list, page)))
}

async fn from_template(ctx: &Ctx<'_>, template: TemplateId, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    let id = new_id(ctx);
    let begun = request::use_template(&ctx.call, ctx.me(), template, id).await;
    drafted(ctx, id, begun, how).await
}

/// After a draft was written: its card.
pub(super) async fn drafted(
    ctx: &Ctx<'_>,
    id: RequestId,
    done: Result<WorkRequest, Error<RequestRefusal>>,
    how: fn(View) -> Reply,
) -> Result<Reply, Fault> {
    match done {
        Ok(draft) => preview(ctx, draft.id, how).await,
        Err(error) => refused(ctx, id, error),
    }
}

/// After fields were set anew: the draft, or the change that is being prepared.
pub(super) async fn corrected(
    ctx: &Ctx<'_>,
    id: RequestId,
    done: Result<Corrected, Error<RequestRefusal>>,
) -> Result<Reply, Fault> {
    match done {
        Ok(Corrected::Draft(draft)) => preview(ctx, draft.id, Reply::replace).await,
        Ok(Corrected::Change(_)) => change(ctx, id, Reply::replace).await,
        Err(error) => refused(ctx, id, error),
    }
}

/// After a request that is out was changed: what became of it, unless a moderator looks at it first.
async fn told(
    ctx: &Ctx<'_>,
    id: RequestId,
    done: Result<WorkRequest, Error<RequestRefusal>>,
    out: impl FnOnce(&WorkRequest) -> View,
) -> Result<Reply, Fault> {
    match done {
        Ok(request) if request.is_private() => shown(ctx, id, Reply::replace).await,
        Ok(request) => Ok(Reply::replace(out(&request))),
        Err(error) => refused(ctx, id, error),
    }
}
