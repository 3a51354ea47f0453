//! One's time: how available, how much, from when, and being away.
//!
//! ```text
//! ana: /availability
//! bot: Your time  free now, 20 h a week  { How available are you? } [ Hours a week ] [ I'll be away ] …
//! ana: (I'll be away) → until 10 January, "Hiking, back on the 11th"
//! bot: Your time  away until 10 January …  ( I'm back )
//! ```

pub mod action;
pub mod form;
pub mod view;

use std::collections::BTreeMap;

use action::{Action, Question};

use super::ctx::Ctx;
use super::{form as forms, notice};
use crate::domain::profile::{AvailabilityStatus, MOST_HOURS, Profile};
use crate::error::{Error, Fault};
use crate::services::profile::{self, ProfileRefusal, Section};
use crate::ui::interaction::Arg;
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// The arguments of a command.
type Args = BTreeMap<String, Arg>;

fn text<'a>(args: &'a Args, name: &str) -> Option<&'a str> {
    match args.get(name) {
        Some(Arg::Text(text) | Arg::Choice(text)) => Some(text.as_str()),
        _ => None,
    }
}

/// `/availability set`: without a word, how it stands.
pub async fn command_set(ctx: &Ctx<'_>, args: &Args) -> Result<Reply, Fault> {
    let mut sections = Vec::new();
    if let Some(status) = text(args, "status").and_then(AvailabilityStatus::from_key) {
        sections.push(Section::Status(status));
    }
    if let Some(Arg::Int(hours)) = args.get("hours") {
        sections.extend(u8::try_from(*hours).ok().filter(|hours| *hours <= MOST_HOURS).map(Section::Hours));
    }
    if let Some(from) = text(args, "from") {
        match form::day(ctx, from) {
            Some(from) => sections.push(Section::From(Some(from))),
            None => return Ok(Reply::private(view::no_date(&ctx.reader, Question::From))),
        }
    }
    if !sections.is_empty()
        && let Err(error) = profile::edit(&ctx.call, ctx.me(), &sections).await
    {
        return refused(ctx, error);
    }
    show(ctx, Reply::private).await
}

/// `/availability away`.
pub async fn command_away(ctx: &Ctx<'_>, args: &Args) -> Result<Reply, Fault> {
    let (from, until) = (text(args, "from"), text(args, "until").unwrap_or_default());
    let begin = match from {
        Some(from) => form::day(ctx, from),
        None => Some(ctx.call.now),
    };
    let reply = text(args, "message").unwrap_or_default();
    let absence = begin.and_then(|begin| form::absence(ctx, until, begin, reply));
    let Some(absence) = absence else {
        return Ok(Reply::private(view::no_date(&ctx.reader, Question::Away)));
    };
    match profile::edit(&ctx.call, ctx.me(), &[Section::Absence(Some(absence))]).await {
        Ok(_) => show(ctx, Reply::private).await,
        Err(error) => refused(ctx, error),
    }
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action, picked: &[String]) -> Result<Reply, Fault> {
    match action {
        Action::Show => show(ctx, Reply::replace).await,
        Action::Status => match picked.first().and_then(|key| AvailabilityStatus::from_key(key)) {
            Some(status) => change(ctx, Section::Status(status)).await,
            None => show(ctx, Reply::replace).await,
        },
        Action::Tell(_) => forms::open(ctx, &action.into()).await,
        Action::StillFree => match profile::edit(&ctx.call, ctx.me(), &[Section::StillFree]).await {
            Ok(profile) => Ok(Reply::replace(view::confirmed(&ctx.reader, &profile))),
            Err(error) => refused(ctx, error),
        },
        Action::Back => change(ctx, Section::Absence(None)).await,
    }
}

/// How it stands.
pub async fn show(ctx: &Ctx<'_>, reply: fn(View) -> Reply) -> Result<Reply, Fault> {
    let profile = own(ctx).await?.unwrap_or_else(|| Profile::empty(ctx.me(), ctx.call.now));
    Ok(reply(view::availability(&ctx.reader, &profile)))
}

async fn own(ctx: &Ctx<'_>) -> Result<Option<Profile>, Fault> {
    Ok(profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?.and_then(|card| card.profile))
}

async fn change(ctx: &Ctx<'_>, section: Section) -> Result<Reply, Fault> {
    saved(ctx, profile::edit(&ctx.call, ctx.me(), &[section]).await.map(|_| ())).await
}

/// After a change: how it stands now.
async fn saved(ctx: &Ctx<'_>, done: Result<(), Error<ProfileRefusal>>) -> Result<Reply, Fault> {
    match done {
        Ok(()) => show(ctx, Reply::replace).await,
        Err(error) => refused(ctx, error),
    }
}

fn refused(ctx: &Ctx<'_>, error: Error<ProfileRefusal>) -> Result<Reply, Fault> {
    match error {
        Error::Refused(ProfileRefusal::NotYours) => Ok(notice::not_available(&ctx.reader)),
        Error::Refused(_) => Ok(notice::changed(&ctx.reader, Action::Show)),
        Error::Fault(fault) => Err(fault),
    }
}
