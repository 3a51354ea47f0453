//! The first direct message, sent within an action that makes it needed.
//!
//! Whoever posts or proposes in a server's channel waits for news that can't be told there.

use super::ctx::Ctx;
use super::dashboard;
use crate::error::Fault;
use crate::i18n::Reader;
use crate::services::account;
use crate::ui::reply::Reply;
use crate::ui::view::{Button, Tone, View};

/// Says what this channel is for.
pub fn view(reader: &Reader) -> View {
    View::new("greeting", reader.text("greeting-title", &[]))
        .tone(Tone::Good)
        .paragraph(reader.text("greeting-body", &[]))
        .buttons(vec![Button::primary(reader.line("open-dashboard", &[]), dashboard::action::Action::Show)])
}

/// Has the member's direct channel opened with `hello`, where nothing could be told to them otherwise.
pub async fn open(ctx: &Ctx<'_>, reply: Reply, hello: fn(&Reader) -> View) -> Result<Reply, Fault> {
    match reply {
        Reply::View { view, how, open_direct: None }
            if ctx.caps().opens_direct && !account::reachable(&ctx.call, ctx.me()).await? =>
        {
            Ok(Reply::View { view, how, open_direct: Some(Box::new(hello(&ctx.reader))) })
        }
        other => Ok(other),
    }
}
