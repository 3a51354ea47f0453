//! The dashboard: what needs me, what waits for others.

pub mod action;
pub mod view;

use super::ctx::Ctx;
use super::form;
use crate::error::Fault;
use crate::services::dashboard;
use crate::ui::reply::Reply;
use crate::ui::view::View;

/// The dashboard as it stands.
pub async fn show(ctx: &Ctx<'_>, how: fn(View) -> Reply) -> Result<Reply, Fault> {
    let mut read = dashboard::read(&ctx.call, &ctx.actor()).await?;
    for draft in std::mem::take(&mut read.forms) {
        if form::begun(ctx, &draft).await? {
            read.forms.push(draft);
        }
    }
    Ok(how(view::dashboard(&ctx.reader, ctx.account(), &read)))
}
