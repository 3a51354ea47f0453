//! Answers to interactions.
//!
//! The first one within three seconds, what follows through the interaction's token.

mod deliver;
mod first;
mod plan;
#[cfg(test)]
mod tests;
mod token;

use bot_core::ui::interaction::Defer;
use bot_core::ui::view::View;
use serde_json::{Value, json};

pub(crate) use deliver::Undelivered;
pub(crate) use first::First;

use crate::door::Arrival;
use crate::render::Renderer;
use crate::rest::{Call, Rest};
use crate::wire::ANSWER_SUGGESTIONS;

/// Answers interactions. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Responder {
    rest: Rest,
    renderer: Renderer,
}

impl Responder {
    /// Completes a half-typed argument. There is nothing to be done about one that fails: the next key asks again.
    pub(crate) async fn complete(&self, interaction: u64, token: &str, choices: Vec<Value>) {
        let body = json!({ "type": ANSWER_SUGGESTIONS, "data": { "choices": choices } });
        if let Err(failure) = self.rest.send(&Call::callback(interaction, token, body)).await {
            tracing::info!(%failure, "a completion was not taken");
        }
    }

    /// A responder that sends through `rest`.
    pub(crate) fn new(rest: Rest, renderer: Renderer) -> Self {
        Self { rest, renderer }
    }
}

/// Whether a message must be marked as private: not in the bot's own channel, where nobody reads along and where a
/// private message would be gone after the next start of the app.
fn needs_privacy(arrival: &Arrival, defer: Defer) -> bool {
    defer != Defer::Public && !arrival.is_direct()
}

/// What to show of a view when its card is refused.
#[derive(Debug, Clone, Copy)]
enum Source<'a> {
    /// A card.
    View(&'a View),
    /// A line or a link, which hold nothing that could be left out.
    Words,
}
