//! What stays closed until a link is older.
//!
//! It says when it opens, and how to stop the link meanwhile.

use super::{Ctx, link, notice, wording};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::i18n::Reader;
use crate::services::{self, Subject};
use crate::ui::reply::Reply;
use crate::ui::view::{Button, Tone, View};

/// What was wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Something of the account that this one waits to become one with.
    Theirs,
    /// Deleting the account.
    Leaving,
    /// Unlinking.
    Unlinking,
}

/// For something that can't be opened: whether it is only closed for now, or not available at all.
pub async fn or_absent(ctx: &Ctx<'_>, subject: Subject) -> Result<Reply, Fault> {
    Ok(match services::link::opens_at(&ctx.call, &ctx.actor(), subject).await? {
        Some(at) => Reply::private(view(&ctx.reader, Opening::Theirs, at)),
        None => notice::not_available(&ctx.reader),
    })
}

/// It opens at `at`.
pub fn view(reader: &Reader, what: Opening, at: Timestamp) -> View {
    let body = match what {
        Opening::Theirs => "opens-theirs",
        Opening::Leaving => "opens-leaving",
        Opening::Unlinking => "opens-unlinking",
    };
    let when = wording::moment(reader, at);
    View::new("closed", reader.text("opens-title", &[("when", when.clone().into())]))
        .tone(Tone::Attention)
        .paragraph(reader.text(body, &[("when", when.into())]))
        .buttons(vec![Button::primary(reader.line("opens-see", &[]), link::action::Action::Show)])
}
