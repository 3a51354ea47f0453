//! Where one has worked before: role, where, when, and what was done there.
//!
//! ```text
//! ana: (Add experience) → Web designer · Kite Studio · March 2021 - now · Shops and blogs for 30 clients
//! bot: Your experience  1 · Web designer, Kite Studio (March 2021 – now)  [ Change ]
//! ```

pub mod action;
pub mod form;
pub mod view;

use action::Action;

use super::ctx::Ctx;
use super::{form as forms, notice};
use crate::domain::id::ExperienceId;
use crate::domain::profile::Experience;
use crate::error::{Error, Fault};
use crate::services::profile::{self, ProfileRefusal};
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// A button of this feature.
pub async fn handle(ctx: &Ctx<'_>, action: Action) -> Result<Reply, Fault> {
    match action {
        Action::List(page) => show(ctx, page, Reply::replace).await,
        Action::Add | Action::Edit(_) => forms::open(ctx, &action.into()).await,
        Action::Open(id) => Ok(match find(ctx, id).await? {
            Some(entry) => Reply::replace(view::one(&ctx.reader, &entry)),
            None => notice::not_available(&ctx.reader),
        }),
        Action::Remove(id) => match profile::remove_experience(&ctx.call, ctx.me(), id).await {
            Ok(()) => show(ctx, 0, Reply::replace).await,
            Err(error) => refused(ctx, error),
        },
    }
}

/// One's own entries.
pub async fn show(ctx: &Ctx<'_>, page: u32, reply: fn(View) -> Reply) -> Result<Reply, Fault> {
    Ok(reply(view::list(&ctx.reader, &own(ctx).await?, page)))
}

async fn own(ctx: &Ctx<'_>) -> Result<Vec<Experience>, Fault> {
    let card = profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?;
    Ok(card.map(|card| card.experiences).unwrap_or_default())
}

async fn find(ctx: &Ctx<'_>, id: ExperienceId) -> Result<Option<Experience>, Fault> {
    Ok(own(ctx).await?.into_iter().find(|entry| entry.id == id))
}

fn refused(ctx: &Ctx<'_>, error: Error<ProfileRefusal>) -> Result<Reply, Fault> {
    match error {
        Error::Refused(ProfileRefusal::Full) => Ok(Reply::private(view::full(&ctx.reader))),
        Error::Refused(ProfileRefusal::Changed) => Ok(notice::changed(&ctx.reader, Action::List(0))),
        Error::Refused(ProfileRefusal::NotYours | ProfileRefusal::Gone) => {
            Ok(notice::not_available(&ctx.reader))
        }
        Error::Fault(fault) => Err(fault),
    }
}
