//! Pieces of work one shows: a link, what was done, and the skills in it.
//!
//! ```text
//! ana: (Add a piece of work) → A bakery's shop · example.com/bakery · Shop, blog and opening hours · webflow
//! bot: Your portfolio  1 · A bakery's shop  [ Change ]
//! ```

pub mod action;
pub mod form;
pub mod view;

use action::Action;

use super::ctx::Ctx;
use super::{form as forms, notice};
use crate::domain::id::PortfolioId;
use crate::domain::profile::PortfolioItem;
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
            Some(item) => Reply::replace(view::one(&ctx.reader, &item)),
            None => notice::not_available(&ctx.reader),
        }),
        Action::Remove(id) => match profile::remove_item(&ctx.call, ctx.me(), id).await {
            Ok(()) => show(ctx, 0, Reply::replace).await,
            Err(error) => refused(ctx, error),
        },
    }
}

/// One's own portfolio.
pub async fn show(ctx: &Ctx<'_>, page: u32, reply: fn(View) -> Reply) -> Result<Reply, Fault> {
    Ok(reply(view::list(&ctx.reader, &own(ctx).await?, page)))
}

async fn own(ctx: &Ctx<'_>) -> Result<Vec<PortfolioItem>, Fault> {
    let card = profile::card(&ctx.call, &ctx.actor(), ctx.me()).await?;
    Ok(card.map(|card| card.items).unwrap_or_default())
}

async fn find(ctx: &Ctx<'_>, id: PortfolioId) -> Result<Option<PortfolioItem>, Fault> {
    Ok(own(ctx).await?.into_iter().find(|item| item.id == id))
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
