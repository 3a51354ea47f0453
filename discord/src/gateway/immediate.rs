//! What is answered without the inbox: forms and completion.
//!
//! They change nothing but a draft.

use std::time::Duration;

use bot_core::flows::{notice, request};
use bot_core::ui::action::Token;
use bot_core::ui::interaction::Input;
use bot_core::ui::reply::Reply;
use serde_json::{Value, json};
use serenity::model::application::CommandInteraction;
use tokio::time::Instant;

use super::intake::Intake;
use crate::door::Arrival;

/// How long the core may take to fill a form.
const FILLING: Duration = Duration::from_secs(2);
/// Discord shows this many completions.
const SUGGESTIONS: usize = 25;

impl Intake {
    /// Opens a form, or shows what there is instead. A form that isn't filled in time is offered as a card.
    pub(super) async fn open_form(&self, arrival: &Arrival, arrived: Instant, until: Instant) {
        let filling = self.app.handle(arrival.interaction.clone());
        let filled = tokio::time::timeout_at(arrived + FILLING, filling).await;
        let reply = filled.unwrap_or_else(|_| {
            metrics::counter!("discord_forms_late_total").increment(1);
            Reply::private(notice::late(again(&arrival.interaction.input)))
        });
        let receipt = self.responder.answer_now(arrival, &reply, until).await;
        if let Some(receipt) = receipt {
            self.app.answered(&arrival.interaction.actor, &receipt).await;
        }
    }

    /// Completes a half-typed argument.
    pub(super) async fn suggest(&self, command: &CommandInteraction, until: Instant) {
        let Some(partial) = self.decoder.partial(command) else { return };
        let typing = self.decoder.command(command, self.clock.now()).interaction;
        let asked = self.app.suggest(&typing, &partial.path, &partial.argument, &partial.typed);
        let suggestions = tokio::time::timeout_at(until - FILLING / 4, asked).await.unwrap_or_default();
        let choices: Vec<Value> = suggestions
            .into_iter()
            .take(SUGGESTIONS)
            .map(|suggestion| json!({ "name": suggestion.label, "value": suggestion.value }))
            .collect();
        self.responder.complete(command.id.get(), &command.token, choices).await;
    }
}

/// The button that asks for the same form once more.
fn again(input: &Input) -> Token {
    match input {
        Input::Action { action, .. } => action.clone(),
        // The one command that is answered with a form.
        _ => request::action::Action::New.into(),
    }
}
