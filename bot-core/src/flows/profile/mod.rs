//! Profiles: looking at one, and changing one's own section by section.
//!
//! ```text
//! ana: /profile
//! bot: Ana P. · Webflow and CMS work …  [ Change something ]
//! ana: (Change something) → Rate
//! bot: Form: Your usual rate   e.g. 45 EUR/h
//! ```

pub mod action;
pub mod form;
pub mod view;

use action::{Action, Part};

use super::ctx::Ctx;
use super::{form as forms, notice};
use crate::domain::id::AccountId;
use crate::domain::profile::AvailabilityStatus;
use crate::error::{Error, Fault};
use crate::services::account;
use crate::services::profile::{self, ProfileRefusal, Section};
use crate::ui::interaction::Arg;
use crate::ui::reply::Reply;

/// `/profile view`.
pub async fn command_view(ctx: &Ctx<'_>, user: Option<&Arg>) -> Result<Reply, Fault> {
    let whose = match user {
        Some(Arg::Person(person)) => account::find_by_identity(&ctx.call, person).await?,
        _ => Some(ctx.me()),
    };
    match whose {
        Some(whose) => shown(ctx, whose).await,
        None => Ok(Reply::private(view::unknown(&ctx.reader))),
    }
}

/// `/profile edit`.
pub async fn command_edit(ctx: &Ctx<'_>, section: Option<&str>) -> Result<Reply, Fault> {
    match section {
        Some("availability") => Ok(Reply::private(view::availability(&ctx.reader))),
        Some(key) if Part::from_key(key).is_some() => {
            let part = Part::from_key(key).unwrap_or(Part::Skills);
            Ok(Reply::private(view::edit_part(&ctx.reader, part)))
        }
        _ => sections(ctx).await,
    }
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action, picked: &[String]) -> Result<Reply, Fault> {
    match action {
        Action::Own => shown(ctx, ctx.me()).await,
        Action::View(whose) => shown(ctx, whose).await,
        Action::Sections => sections(ctx).await,
        Action::Edit(part) => forms::open(ctx, &Action::Edit(part).into()).await,
        Action::Availability => set_availability(ctx, picked).await,
    }
}

async fn shown(ctx: &Ctx<'_>, whose: AccountId) -> Result<Reply, Fault> {
    match profile::card(&ctx.call, &ctx.actor(), whose).await? {
        Some(card) => Ok(Reply::private(view::card(&ctx.reader, &card))),
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

async fn sections(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let own = profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?;
    match own {
        Some(card) => Ok(Reply::replace(view::sections(&ctx.reader, &card))),
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

async fn set_availability(ctx: &Ctx<'_>, picked: &[String]) -> Result<Reply, Fault> {
    let Some(status) = picked.first().and_then(|key| AvailabilityStatus::from_key(key)) else {
        return Ok(Reply::replace(view::availability(&ctx.reader)));
    };
    let section = Section::Status(status);
    saved(ctx, profile::edit(&ctx.call, ctx.me(), &[section]).await.map(|_| ())).await
}

/// After a change: the profile as it is now.
pub(super) async fn saved(ctx: &Ctx<'_>, done: Result<(), Error<ProfileRefusal>>) -> Result<Reply, Fault> {
    match done {
        Ok(()) => match profile::card(&ctx.call, &ctx.actor(), ctx.me()).await? {
            Some(card) => Ok(Reply::replace(view::card(&ctx.reader, &card))),
            None => Ok(notice::not_available(&ctx.reader)),
        },
        Err(Error::Refused(ProfileRefusal::NotYours | ProfileRefusal::Gone)) => {
            Ok(notice::not_available(&ctx.reader))
        }
        Err(Error::Refused(ProfileRefusal::Changed | ProfileRefusal::Full)) => {
            Ok(notice::changed(&ctx.reader, Action::Sections))
        }
        Err(Error::Fault(fault)) => Err(fault),
    }
}
