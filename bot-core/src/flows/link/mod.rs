//! Linking two chats: one person on two platforms becomes one account.
//!
//! ```text
//! noor on Discord:  /link
//! bot:              Your code: K7QF-2M9X  Type it to me on Telegram.  ( I typed it ) [ I have a code ]
//! noor on Telegram: K7QF-2M9X
//! bot:              Is this you?  Noor (@noor, Discord), here since 3 March …  ( Yes, that is me ) ‹ Not me ›
//! noor on Discord:  (Yes, that is me)                         the same card, with who typed the code
//! bot:              Almost one account. On 27 November …  ‹ Not me ›
//! ```

pub mod action;
pub mod form;
pub mod notice;
pub mod refusal;
pub mod view;

use action::Action;

use super::closed::{self, Opening};
use super::ctx::Ctx;
use super::{form as forms, greeting, notice as notices};
use crate::domain::id::LinkId;
use crate::domain::identity::Platform;
use crate::domain::link::{Link, LinkState};
use crate::error::{Error, Fault};
use crate::services::link::{self, LinkRefusal, Standing, Typed};
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// `/link`: where it stands, a fresh code where nothing is under way; with a code, typing it.
pub async fn command(ctx: &Ctx<'_>, code: Option<&str>) -> Result<Reply, Fault> {
    match code.filter(|code| !code.is_empty()) {
        Some(code) => typed(ctx, code).await,
        None => shown(ctx, Reply::private).await,
    }
}

/// `/unlink`.
pub async fn command_unlink(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    if let Some(waiting) = ctx.account().link {
        return Ok(Reply::private(closed::view(&ctx.reader, Opening::Unlinking, waiting.opens_at)));
    }
    match link::standing(&ctx.call, &ctx.actor()).await? {
        Standing::Linked(known) => Ok(Reply::private(view::linked(&ctx.reader, &known))),
        Standing::Free => Ok(Reply::private(refusal::not_linked(&ctx.reader))),
        Standing::Meeting(meeting) => Ok(Reply::private(view::meeting(&ctx.reader, &meeting))),
    }
}

/// A button of this feature that needs no form.
pub async fn handle(ctx: &Ctx<'_>, action: Action) -> Result<Reply, Fault> {
    match action {
        Action::Show => shown(ctx, Reply::replace).await,
        Action::New => new_code(ctx, Reply::replace).await,
        Action::Type => forms::open(ctx, &action.into()).await,
        Action::Agree(id) => after(ctx, id, link::agree(&ctx.call, ctx.me(), id).await).await,
        Action::NotMe(id) => after(ctx, id, link::not_me(&ctx.call, ctx.me(), id).await).await,
        Action::AskUnlink(platform) => match link::standing(&ctx.call, &ctx.actor()).await? {
            Standing::Linked(known) => {
                let asked = known.iter().find(|identity| identity.platform == platform);
                Ok(asked.map_or_else(
                    || notices::stale(&ctx.reader),
                    |identity| Reply::replace(view::ask_unlink(&ctx.reader, identity)),
                ))
            }
            Standing::Free | Standing::Meeting(_) => command_unlink(ctx).await,
        },
        Action::Unlink(platform) => unlink(ctx, platform).await,
    }
}

/// A code was typed, as a message, after the command or in the form.
pub async fn typed(ctx: &Ctx<'_>, code: &str) -> Result<Reply, Fault> {
    match link::type_code(&ctx.call, ctx.me(), code).await {
        Ok(Typed::Met(id)) => meeting(ctx, id, Reply::new).await,
        Ok(Typed::Wrong { left }) => Ok(Reply::private(refusal::wrong(&ctx.reader, left))),
        Ok(Typed::Locked { until }) => Ok(Reply::private(refusal::locked(&ctx.reader, until))),
        Err(error) => refused(ctx, error).await,
    }
}

/// After a crash: where it stands now.
pub async fn resume(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    shown(ctx, Reply::new).await
}

async fn shown(ctx: &Ctx<'_>, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    match link::standing(&ctx.call, &ctx.actor()).await? {
        Standing::Free => new_code(ctx, how).await,
        Standing::Meeting(meeting) => Ok(how(view::meeting(&ctx.reader, &meeting))),
        Standing::Linked(known) => Ok(how(view::linked(&ctx.reader, &known))),
    }
}

/// Makes a code. Whoever gets one waits for news, so that their direct channel opens where there is none yet.
async fn new_code(ctx: &Ctx<'_>, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    match link::start(&ctx.call, ctx.me()).await {
        Ok(offer) => {
            let here = ctx.member.identity.platform;
            greeting::open(ctx, how(view::code(&ctx.reader, here, &offer)), greeting::view).await
        }
        Err(error) => refused(ctx, error).await,
    }
}

async fn meeting(ctx: &Ctx<'_>, id: LinkId, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    match link::meeting(&ctx.call, &ctx.actor(), id).await? {
        Some(meeting) => Ok(how(view::meeting(&ctx.reader, &meeting))),
        None => Ok(notices::not_available(&ctx.reader)),
    }
}

async fn after(ctx: &Ctx<'_>, id: LinkId, done: Result<Link, Error<LinkRefusal>>) -> Result<Reply, Fault> {
    match done {
        Ok(link) if link.state == LinkState::Stopped => {
            let other = link.other_than(ctx.me());
            Ok(Reply::replace(view::stopped(&ctx.reader, link.reason, other)))
        }
        Ok(_) => meeting(ctx, id, Reply::replace).await,
        Err(error) => refused(ctx, error).await,
    }
}

async fn unlink(ctx: &Ctx<'_>, platform: Platform) -> Result<Reply, Fault> {
    match link::unlink(&ctx.call, ctx.me(), platform).await {
        Ok(()) => Ok(Reply::replace(view::unlinked(&ctx.reader, platform))),
        Err(error) => refused(ctx, error).await,
    }
}

async fn refused(ctx: &Ctx<'_>, error: Error<LinkRefusal>) -> Result<Reply, Fault> {
    match error {
        Error::Fault(fault) => Err(fault),
        // What is under way says more than that something is.
        Error::Refused(LinkRefusal::Busy) => match link::standing(&ctx.call, &ctx.actor()).await? {
            Standing::Meeting(meeting) => Ok(Reply::private(view::meeting(&ctx.reader, &meeting))),
            Standing::Free | Standing::Linked(_) => Ok(notices::changed(&ctx.reader, Action::Show)),
        },
        Error::Refused(LinkRefusal::Waits { opens_at }) => {
            Ok(Reply::private(closed::view(&ctx.reader, Opening::Unlinking, opens_at)))
        }
        Error::Refused(LinkRefusal::NotAvailable) => Ok(notices::not_available(&ctx.reader)),
        Error::Refused(LinkRefusal::Changed) => Ok(notices::changed(&ctx.reader, Action::Show)),
        Error::Refused(LinkRefusal::Merged) => {
            Ok(Reply::private(refusal::too_late(&ctx.reader, &ctx.call.rules.operator)))
        }
        Error::Refused(why) => Ok(Reply::private(refusal::view(&ctx.reader, why))),
    }
}
