//! One message turned into a request.
//!
//! Pasted where the first question is asked, written in a private chat just so, or picked on one's own message.

use super::action::Action;
use super::{drafted, message, new_id, view};
use crate::domain::request::DESCRIPTION;
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::Values;
use crate::flows::notice;
use crate::services::drafts::{self, Draft};
use crate::services::request;
use crate::ui::action::Token;
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// Under which field an offered message is kept.
const WORDS: &str = "words";

/// The message command on a message of one's own. Of somebody else's message no word has come along.
pub async fn command_turn(ctx: &Ctx<'_>, text: Option<&str>) -> Result<Reply, Fault> {
    match text {
        Some(text) => turned(ctx, text, Reply::private).await,
        None => Ok(Reply::private(view::not_yours(&ctx.reader))),
    }
}

/// A message that answers the first question with everything at once, where questions are asked one by one.
pub async fn whole(ctx: &Ctx<'_>, text: &str) -> Result<Option<Reply>, Fault> {
    if ctx.caps().inputs_per_page > 1 || !message::is_whole(text, ctx.call.now, ctx.reader.zone) {
        return Ok(None);
    }
    let form = Token::from(Action::New).encode();
    let open = drafts::find_open(&ctx.call, ctx.me(), ctx.chat()).await?;
    if open.is_none_or(|open| open.form != form || open.page != 0) {
        return Ok(None);
    }
    if is_too_long(text) {
        return Ok(Some(Reply::new(view::too_long(&ctx.reader))));
    }
    let reply = turned(ctx, text, Reply::new).await?;
    drafts::forget(&ctx.call, ctx.me(), ctx.chat(), &form).await?;
    Ok(Some(reply))
}

/// A message that nobody asked for, if it reads like a request of somebody who hires: it is kept, and turning it into
/// one is offered.
pub async fn offer(ctx: &Ctx<'_>, text: &str) -> Result<Option<Reply>, Fault> {
    if !ctx.account().roles.hires || !message::may_be_one(text, ctx.call.now, ctx.reader.zone) {
        return Ok(None);
    }
    let draft = Draft {
        form: Token::from(Action::Turn).encode(),
        page: 0,
        values: Values::from([(WORDS.to_owned(), text.to_owned())]),
        open: false,
        updated_at: ctx.call.now,
    };
    drafts::keep(&ctx.call, ctx.me(), ctx.chat(), &draft).await?;
    Ok(Some(Reply::new(view::offer(&ctx.reader, text))))
}

/// The message that was offered last becomes a request.
pub(super) async fn kept(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let form = Token::from(Action::Turn).encode();
    let kept = drafts::find(&ctx.call, ctx.me(), ctx.chat(), &form).await?;
    let Some(text) = kept.and_then(|mut kept| kept.values.remove(WORDS)) else {
        return Ok(notice::stale(&ctx.reader));
    };
    let reply = turned(ctx, &text, Reply::replace).await?;
    drafts::forget(&ctx.call, ctx.me(), ctx.chat(), &form).await?;
    Ok(reply)
}

async fn turned(ctx: &Ctx<'_>, text: &str, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    if is_too_long(text) {
        return Ok(how(view::too_long(&ctx.reader)));
    }
    let (brief, grounds) = message::read(text, ctx.call.now, ctx.reader.zone);
    let id = new_id(ctx);
    let done = request::draft_read(&ctx.call, ctx.me(), id, &brief, &grounds).await;
    drafted(ctx, id, done, how).await
}

fn is_too_long(text: &str) -> bool {
    text.trim().chars().count() > usize::from(DESCRIPTION)
}
