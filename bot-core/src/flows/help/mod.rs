//! Help: the commands from the catalogue, and a few topics in plain words.

pub mod action;
pub mod view;

use action::Action;

use super::ctx::Ctx;
use crate::ui::reply::Reply;

/// The topics there is help on.
pub const TOPICS: [&str; 6] = ["start", "matches", "requests", "proposals", "safety", "commands"];

/// `/help`.
pub fn command(ctx: &Ctx<'_>, topic: Option<&str>) -> Reply {
    Reply::private(view::help(&ctx.reader, topic.filter(|topic| TOPICS.contains(topic))))
}

/// A button of this feature.
pub fn handle(ctx: &Ctx<'_>, action: Action, picked: &[String]) -> Reply {
    let topic = picked.first().map(String::as_str).filter(|_| action == Action::Topic);
    Reply::replace(view::help(&ctx.reader, topic.filter(|topic| TOPICS.contains(topic))))
}
