//! Settings: one card, each row with its own control.

pub mod action;
pub mod notices;
pub mod notices_view;
pub mod view;

use action::Action;

use super::ctx::Ctx;
use super::notice;
use crate::domain::account::{Account, QuietHours, Roles};
use crate::error::{Error, Fault};
use crate::services::account::{self, AccountRefusal};
use crate::ui::reply::Reply;

/// The quiet hours a member can choose from, by key.
pub const QUIET: [(&str, QuietHours); 4] = [
    ("night", QuietHours::NIGHT),
    ("long", QuietHours { from: 20 * 60, until: 9 * 60 }),
    ("short", QuietHours { from: 23 * 60, until: 7 * 60 }),
    ("none", QuietHours::NONE),
];

/// `/settings`, or a section of them.
pub async fn command(ctx: &Ctx<'_>, section: Option<&str>) -> Result<Reply, Fault> {
    match section {
        Some("notifications") => notices::show(ctx, ctx.account(), Reply::private).await,
        _ => Ok(Reply::private(view::settings(&ctx.reader, ctx.account()))),
    }
}

/// `/stop`, and the stop in every message.
pub async fn stop(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    match account::set_match_notices(&ctx.call, ctx.me(), false).await {
        Ok(_) => Ok(Reply::private(view::stopped(&ctx.reader))),
        Err(error) => refused(ctx, error),
    }
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action, picked: &[String]) -> Result<Reply, Fault> {
    let first = picked.first().map(String::as_str).unwrap_or_default();
    match action {
        Action::Show => Ok(Reply::replace(view::settings(&ctx.reader, ctx.account()))),
        Action::Stop => stop(ctx).await,
        Action::Quiet => match quiet(first) {
            Some(quiet) => set(ctx, account::set_quiet_hours(&ctx.call, ctx.me(), quiet).await),
            None => Ok(notice::stale(&ctx.reader)),
        },
        Action::Roles => match Roles::from_key(first) {
            Some(roles) => set(ctx, account::choose_roles(&ctx.call, ctx.me(), roles).await),
            None => Ok(notice::stale(&ctx.reader)),
        },
        _ => notices::handle(ctx, action, first).await,
    }
}

/// The quiet hours under this key.
fn quiet(key: &str) -> Option<QuietHours> {
    QUIET.iter().find(|(known, _)| *known == key).map(|(_, quiet)| *quiet)
}

fn set(ctx: &Ctx<'_>, done: Result<Account, Error<AccountRefusal>>) -> Result<Reply, Fault> {
    match done {
        Ok(account) => Ok(Reply::replace(view::settings(&ctx.reader, &account))),
        Err(error) => refused(ctx, error),
    }
}

fn refused(ctx: &Ctx<'_>, error: Error<AccountRefusal>) -> Result<Reply, Fault> {
    match error {
        Error::Refused(AccountRefusal::Changed) => Ok(notice::changed(&ctx.reader, Action::Show)),
        Error::Refused(AccountRefusal::NotYours | AccountRefusal::Waits { .. }) => {
            Ok(notice::not_available(&ctx.reader))
        }
        Error::Fault(fault) => Err(fault),
    }
}
