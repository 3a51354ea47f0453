//! Profiles: looking at one, and changing one's own section by section.
//!
//! ```text
//! ana: /profile
//! bot: Ana P. · Webflow and CMS work …  ( Add a usual rate ) [ Change something ] [ Share ]
//! ana: (Change something) → Rate
//! bot: Form: Your usual rate   e.g. 45 EUR/h
//! ana: I'm a Webflow developer in Lisbon, 6 years, 45 €/h, 20 h a week. English, Portuguese.
//! bot: I read this as your profile. Please check.  ( Take it over ) [ Rate ] [ Skills ] …
//! ```

pub mod action;
pub mod form;
mod introduction;
mod section;
mod skills;
pub mod view;

use action::{Action, Part};

pub use introduction::message;

use super::ctx::Ctx;
use super::{form as forms, notice};
use crate::domain::id::AccountId;
use crate::domain::identity::Platform;
use crate::domain::profile::Visibility;
use crate::error::{Error, Fault};
use crate::services::account;
use crate::services::profile::{self, ProfileRefusal, Section};
use crate::ui::interaction::Arg;
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// `/profile view`.
pub async fn command_view(ctx: &Ctx<'_>, user: Option<&Arg>) -> Result<Reply, Fault> {
    let whose = match user {
        Some(Arg::Person(person)) => account::find_by_identity(&ctx.call, person).await?,
        _ => Some(ctx.me()),
    };
    match whose {
        Some(whose) => shown(ctx, whose, Reply::private).await,
        None => Ok(Reply::private(view::unknown(&ctx.reader))),
    }
}

/// `/profile edit`.
pub async fn command_edit(ctx: &Ctx<'_>, section: Option<&str>) -> Result<Reply, Fault> {
    match section {
        Some("visibility") => visible(ctx, Reply::private).await,
        Some("languages") => Ok(Reply::private(view::sections::edit_part(&ctx.reader, Part::Languages))),
        Some(key) if Part::from_key(key).is_some() => {
            let part = Part::from_key(key).unwrap_or(Part::Skills);
            Ok(Reply::private(view::sections::edit_part(&ctx.reader, part)))
        }
        _ => sections(ctx, Reply::private).await,
    }
}

/// `/profile share`: one's own card, for everyone in the channel.
pub async fn command_share(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let own = profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?;
    Ok(match own.filter(|card| card.profile.is_some()) {
        Some(card) if card.is_open() => Reply::new(view::card::shared(&ctx.reader, &card)),
        Some(_) => Reply::private(view::share::hidden(&ctx.reader)),
        None => Reply::private(view::share::nothing(&ctx.reader)),
    })
}

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action, picked: &[String]) -> Result<Reply, Fault> {
    match action {
        Action::Own => shown(ctx, ctx.me(), Reply::replace).await,
        Action::View(whose) => shown(ctx, whose, Reply::private).await,
        Action::Work(whose, page) => work(ctx, whose, page).await,
        Action::Sections => sections(ctx, Reply::replace).await,
        Action::Edit(_) | Action::Describe | Action::Fix(_) => forms::open(ctx, &action.into()).await,
        Action::Skills => skills::show(ctx).await,
        Action::Skill(version) => skills::one(ctx, version, picked).await,
        Action::Level(spot) => skills::level(ctx, spot, picked).await,
        Action::Years(spot) => skills::years(ctx, spot, picked).await,
        Action::Forget(spot) => skills::forget(ctx, spot).await,
        Action::Meant(version) => skills::meant(ctx, version, picked).await,
        Action::Remote(remote) => changed(ctx, Section::Remote(remote)).await,
        Action::Visibility => match picked.first().and_then(|key| Visibility::from_key(key)) {
            Some(visibility) => changed(ctx, Section::Visibility(visibility)).await,
            None => visible(ctx, Reply::replace).await,
        },
        Action::Share => share(ctx).await,
        Action::Draft => introduction::show(ctx).await,
        Action::TakeOver => introduction::take_over(ctx).await,
        Action::Discard => introduction::discard(ctx).await,
    }
}

/// Somebody's profile, or that there is none to see.
pub async fn shown(ctx: &Ctx<'_>, whose: AccountId, reply: fn(View) -> Reply) -> Result<Reply, Fault> {
    match profile::card(&ctx.call, &ctx.actor(), whose).await? {
        Some(card) => Ok(reply(view::card::card(&ctx.reader, &card))),
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

async fn work(ctx: &Ctx<'_>, whose: AccountId, page: u32) -> Result<Reply, Fault> {
    match profile::card(&ctx.call, &ctx.actor(), whose).await? {
        Some(card) => Ok(Reply::replace(view::work::all(&ctx.reader, &card, page))),
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

async fn sections(ctx: &Ctx<'_>, reply: fn(View) -> Reply) -> Result<Reply, Fault> {
    match profile::card(&ctx.call, &ctx.actor(), ctx.me()).await? {
        Some(card) => Ok(reply(view::sections::sections(&ctx.reader, &card))),
        None => Ok(notice::not_available(&ctx.reader)),
    }
}

async fn visible(ctx: &Ctx<'_>, reply: fn(View) -> Reply) -> Result<Reply, Fault> {
    let card = profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?;
    let now = card.and_then(|card| card.profile).map(|profile| profile.visibility).unwrap_or_default();
    Ok(reply(view::sections::visibility(&ctx.reader, now)))
}

async fn share(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let own = profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?;
    Ok(Reply::replace(match own {
        Some(card) if card.profile.is_none() => view::share::nothing(&ctx.reader),
        Some(card) if !card.is_open() => view::share::hidden(&ctx.reader),
        Some(_) => {
            let start = format!("p_{}", ctx.me().short());
            let link = ctx.call.links.start(Platform::Telegram, &start);
            view::share::how(&ctx.reader, link.as_deref())
        }
        None => return Ok(notice::not_available(&ctx.reader)),
    }))
}

async fn changed(ctx: &Ctx<'_>, section: Section) -> Result<Reply, Fault> {
    saved(ctx, profile::edit(&ctx.call, ctx.me(), &[section]).await.map(|_| ())).await
}

/// After a change: the profile as it is now.
async fn saved(ctx: &Ctx<'_>, done: Result<(), Error<ProfileRefusal>>) -> Result<Reply, Fault> {
    match done {
        Ok(()) => shown(ctx, ctx.me(), Reply::replace).await,
        Err(error) => refused(ctx, error),
    }
}

/// Why nothing was changed.
fn refused(ctx: &Ctx<'_>, error: Error<ProfileRefusal>) -> Result<Reply, Fault> {
    match error {
        Error::Refused(ProfileRefusal::NotYours | ProfileRefusal::Gone) => {
            Ok(notice::not_available(&ctx.reader))
        }
        Error::Refused(ProfileRefusal::Changed | ProfileRefusal::Full) => {
            Ok(notice::changed(&ctx.reader, Action::Sections))
        }
        Error::Fault(fault) => Err(fault),
    }
}
