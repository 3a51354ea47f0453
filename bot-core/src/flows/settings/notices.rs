//! What reaches a member: each topic with its pace and place, and fewer of them.

use super::action::Action;
use super::{notices_view, quiet, refused};
use crate::domain::account::Account;
use crate::domain::topic::{Channel, Pace, Topic};
use crate::error::{Error, Fault};
use crate::flows::ctx::Ctx;
use crate::flows::notice;
use crate::services::account::{self, AccountRefusal};
use crate::services::notices;
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// `/settings notifications`.
pub(super) async fn show(
    ctx: &Ctx<'_>,
    account: &Account,
    how: impl Fn(View) -> Reply + Send,
) -> Result<Reply, Fault> {
    let wishes = notices::wishes(&ctx.call, account).await?;
    Ok(how(notices_view::all(&ctx.reader, account, &wishes)))
}

/// A button about notices; `picked` is what was chosen with it.
pub(super) async fn handle(ctx: &Ctx<'_>, action: Action, picked: &str) -> Result<Reply, Fault> {
    let (call, me) = (&ctx.call, ctx.me());
    match action {
        Action::Topic(topic) => one(ctx, ctx.account(), topic).await,
        Action::Pace(topic) => match Pace::from_key(picked).filter(|_| !topic.is_urgent()) {
            Some(pace) => chosen(ctx, topic, notices::set_pace(call, me, topic, pace).await).await,
            None => Ok(notice::stale(&ctx.reader)),
        },
        Action::Again(topic, pace) if !topic.is_urgent() => {
            chosen(ctx, topic, notices::set_pace(call, me, topic, pace).await).await
        }
        Action::Where(topic) => match Channel::from_key(picked) {
            Some(channel) => chosen(ctx, topic, notices::set_channel(call, me, topic, channel).await).await,
            None => Ok(notice::stale(&ctx.reader)),
        },
        Action::Fewer(topic) if !topic.is_urgent() => match notices::calm(call, me, topic).await {
            Ok((account, calmed)) => {
                let wishes = notices::wishes(call, &account).await?;
                Ok(Reply::private(notices_view::fewer(&ctx.reader, &wishes, topic, calmed)))
            }
            Err(error) => refused(ctx, error),
        },
        Action::Time => match picked.parse().ok().filter(|minute: &u16| *minute < 24 * 60) {
            Some(minute) => set(ctx, notices::set_digest_minute(call, me, minute).await).await,
            None => Ok(notice::stale(&ctx.reader)),
        },
        Action::Night => match quiet(picked) {
            Some(quiet) => set(ctx, account::set_quiet_hours(call, me, quiet).await).await,
            None => Ok(notice::stale(&ctx.reader)),
        },
        _ => show(ctx, ctx.account(), Reply::replace).await,
    }
}

async fn set(ctx: &Ctx<'_>, done: Result<Account, Error<AccountRefusal>>) -> Result<Reply, Fault> {
    match done {
        Ok(account) => show(ctx, &account, Reply::replace).await,
        Err(error) => refused(ctx, error),
    }
}

async fn chosen(
    ctx: &Ctx<'_>,
    topic: Topic,
    done: Result<Account, Error<AccountRefusal>>,
) -> Result<Reply, Fault> {
    match done {
        Ok(account) => one(ctx, &account, topic).await,
        Err(error) => refused(ctx, error),
    }
}

async fn one(ctx: &Ctx<'_>, account: &Account, topic: Topic) -> Result<Reply, Fault> {
    let wishes = notices::wishes(&ctx.call, account).await?;
    Ok(Reply::replace(notices_view::one(&ctx.reader, &wishes, topic)))
}
