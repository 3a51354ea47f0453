//! Setting up an account: role, skills, time zone, and whether matches may be sent.
//!
//! ```text
//! noor: /start
//! bot:  Welcome, Noor  ( I'm looking for work ) [ I'm hiring ] [ Both ]
//! noor: (I'm looking for work)
//! bot:  Form: What can you do? · Where are you?
//! noor: figma, design systems · Berlin
//! bot:  What should reach you?  ( Turn on match messages ) [ Not now ]
//! noor: (Turn on match messages)
//! bot:  You're set. 7 open requests fit you.  ( See my 7 matches ) [ Finish my profile ]
//! ```

pub mod action;
pub mod form;
pub mod view;

use action::Action;

use super::closed::{self, Opening};
use super::ctx::Ctx;
use super::{greeting, notice};
use crate::domain::account::{AccountState, Roles};
use crate::domain::profile::Profile;
use crate::error::{Error, Fault};
use crate::services::account::{self, AccountRefusal, Member};
use crate::services::{Call, matching, profile};
use crate::ui::reply::{How, Reply};

/// A command of this feature: `/start`, with a role if it was given.
pub async fn start(ctx: &Ctx<'_>, role: Option<&str>) -> Result<Reply, Fault> {
    if let AccountState::Leaving { erase_at } = ctx.account().state {
        return Ok(Reply::new(view::leaving(&ctx.reader, erase_at)));
    }
    match role.and_then(Roles::from_key) {
        Some(roles) if roles.works => {
            let view = view::join(&ctx.reader, roles);
            Ok(Reply::new(view))
        }
        Some(_) => hire(ctx).await,
        None if ctx.account().roles.chosen() => ready(ctx, &ctx.member, How::New).await,
        None => {
            let view = view::welcome(&ctx.reader, &ctx.member.identity.name);
            Ok(Reply::new(match prepared(ctx).await? {
                Some(profile) => view::with_prepared(view, &ctx.reader, &profile),
                None => view,
            }))
        }
    }
}

/// The profile that was prepared for the member, if they haven't joined yet.
async fn prepared(ctx: &Ctx<'_>) -> Result<Option<Profile>, Fault> {
    if ctx.account().terms_at.is_some() {
        return Ok(None);
    }
    let card = profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?;
    Ok(card.and_then(|card| card.profile).filter(|profile| !profile.skills.is_empty()))
}

/// A button of this feature that needs no form.
pub async fn handle(ctx: &Ctx<'_>, action: Action, picked: &[String]) -> Result<Reply, Fault> {
    match action {
        Action::Start | Action::Join(_) | Action::Zone => start(ctx, None).await,
        Action::Hire => hire(ctx).await,
        Action::PickZone(index) => pick_zone(ctx, index, picked).await,
        Action::Alerts(on) => alerts(ctx, on).await,
        Action::Leave => Ok(Reply::private(view::ask_leave(&ctx.reader))),
        Action::ConfirmLeave => {
            let left = account::ask_to_leave(&ctx.call, ctx.me()).await;
            changed(ctx, left, |ctx, account| match account.state {
                AccountState::Leaving { erase_at } => Reply::replace(view::leaving(&ctx.reader, erase_at)),
                _ => notice::not_available(&ctx.reader),
            })
        }
        Action::Stay => {
            let stayed = account::stay(&ctx.call, ctx.me()).await;
            changed(ctx, stayed, |ctx, _| Reply::replace(view::stayed(&ctx.reader)))
        }
    }
}

async fn hire(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let roles = Roles { hires: true, works: ctx.account().roles.works };
    match account::choose_roles(&ctx.call, ctx.me(), roles).await {
        Ok(account) => {
            let member = Member { account, ..ctx.member.clone() };
            ready(ctx, &member, How::Replace).await
        }
        Err(error) => refused(ctx, error),
    }
}

async fn pick_zone(ctx: &Ctx<'_>, index: Option<u16>, picked: &[String]) -> Result<Reply, Fault> {
    let index = picked.first().and_then(|value| value.parse().ok()).or(index);
    let zone = index.and_then(|index| chrono_tz::TZ_VARIANTS.get(usize::from(index)).copied());
    let Some(zone) = zone else { return Ok(notice::stale(&ctx.reader)) };
    match account::set_zone(&ctx.call, ctx.me(), zone).await {
        Ok(account) => Ok(Reply::replace(view::zone_set(&ctx.reader, account.zone, account.match_notices))),
        Err(error) => refused(ctx, error),
    }
}

async fn alerts(ctx: &Ctx<'_>, on: bool) -> Result<Reply, Fault> {
    let set = match account::set_match_notices(&ctx.call, ctx.me(), on).await {
        Ok(account) => account,
        Err(error) => return refused(ctx, error),
    };
    let member = Member { account: set, ..ctx.member.clone() };
    let reply = ready(ctx, &member, How::Replace).await?;
    if on { greeting::open(ctx, reply, view::hello).await } else { Ok(reply) }
}

/// Where the set-up stands: what to do next.
pub async fn ready(ctx: &Ctx<'_>, member: &Member, how: How) -> Result<Reply, Fault> {
    let call: &Call<'_> = &ctx.call;
    let roles = member.account.roles;
    let matches = if roles.works {
        let actor = (&member.account).into();
        matching::requests_for(call, &actor).await?.fitting.len()
    } else {
        0
    };
    let view = view::ready(&ctx.reader, &member.account, matches);
    Ok(Reply::View { view: Box::new(view), how, open_direct: None })
}

/// What a change of the account led to.
fn changed<T>(
    ctx: &Ctx<'_>,
    done: Result<T, Error<AccountRefusal>>,
    shown: impl FnOnce(&Ctx<'_>, T) -> Reply,
) -> Result<Reply, Fault> {
    match done {
        Ok(value) => Ok(shown(ctx, value)),
        Err(error) => refused(ctx, error),
    }
}

fn refused(ctx: &Ctx<'_>, error: Error<AccountRefusal>) -> Result<Reply, Fault> {
    match error {
        Error::Refused(AccountRefusal::Changed) => Ok(notice::changed(&ctx.reader, Action::Start)),
        Error::Refused(AccountRefusal::Waits { opens_at }) => {
            Ok(Reply::private(closed::view(&ctx.reader, Opening::Leaving, opens_at)))
        }
        Error::Refused(AccountRefusal::NotYours) => Ok(notice::not_available(&ctx.reader)),
        Error::Fault(fault) => Err(fault),
    }
}
