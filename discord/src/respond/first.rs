//! The first answer to an interaction: within three seconds, and once.

use std::time::Duration;

use bot_core::ui::interaction::Defer;
use bot_core::ui::reply::{How, Receipt, Reply};
use serde_json::{Value, json};
use tokio::time::Instant;

use super::token::{Verdict, verdict};
use super::{Responder, needs_privacy};
use crate::door::{Arrival, Door};
use crate::render::flagged;
use crate::rest::{Call, Failure, To};
use crate::wire::{
    ANSWER_FORM, ANSWER_LATER_MESSAGE, ANSWER_LATER_UPDATE, ANSWER_MESSAGE, ANSWER_UPDATE, EPHEMERAL,
};

/// A pause before the same first answer is given again.
const PAUSE: Duration = Duration::from_millis(100);

/// How a first answer ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum First {
    /// Discord has it, as this message where it says so.
    Taken(Option<String>),
    /// The interaction is over.
    Dead,
    /// Discord refused the content.
    Refused,
    /// Nothing certain came back in time.
    Unsure,
}

impl Responder {
    /// Promises an answer, before anything else is done.
    pub(crate) async fn acknowledge(&self, arrival: &Arrival, defer: Defer, until: Instant) -> First {
        let body = match defer {
            Defer::Update if arrival.has_card() => json!({ "type": ANSWER_LATER_UPDATE }),
            Defer::Update | Defer::Private | Defer::Public => {
                let flags = if needs_privacy(arrival, defer) { EPHEMERAL } else { 0 };
                json!({ "type": ANSWER_LATER_MESSAGE, "data": { "flags": flags } })
            }
        };
        self.first(&arrival.door, &body, until).await
    }

    /// Answers at once, without a promise before: a form, or the card there is instead of one.
    pub(crate) async fn answer_now(
        &self,
        arrival: &Arrival,
        reply: &Reply,
        until: Instant,
    ) -> Option<Receipt> {
        let body = self.now(arrival, reply);
        let mut first = self.first(&arrival.door, &body, until).await;
        if first == First::Refused
            && let Some(instead) = self.instead(arrival, reply)
        {
            first = self.first(&arrival.door, &instead, until).await;
        }
        match first {
            First::Taken(Some(message)) if matches!(reply, Reply::View { .. }) => {
                return Some(Receipt { chat: arrival.interaction.chat.clone(), message });
            }
            First::Taken(_) if matches!(reply, Reply::Nothing) && !arrival.has_card() => {
                let Door { application, ref token, .. } = arrival.door;
                let call = Call::delete(To::Original { application, token: token.clone() });
                if let Err(failure) = self.rest.send(&call).await {
                    tracing::warn!(%failure, "a placeholder could not be taken away");
                }
            }
            First::Taken(_) => {}
            First::Dead | First::Refused | First::Unsure => {
                tracing::warn!(
                    interaction = arrival.door.interaction,
                    ?first,
                    "an interaction got no first answer"
                );
            }
        }
        None
    }

    fn now(&self, arrival: &Arrival, reply: &Reply) -> Value {
        let message = |body| json!({ "type": ANSWER_MESSAGE, "data": private(arrival, body) });
        match reply {
            Reply::Ask(page) => json!({ "type": ANSWER_FORM, "data": self.renderer.form(page) }),
            Reply::View { view, how: How::Replace, .. } if arrival.has_card() => {
                json!({ "type": ANSWER_UPDATE, "data": self.renderer.card(view) })
            }
            Reply::View { view, .. } => message(self.renderer.card(view)),
            Reply::Toast(words) => message(self.renderer.line(words)),
            Reply::Link { label, address } => message(self.renderer.link(label, address)),
            Reply::Nothing if arrival.has_card() => json!({ "type": ANSWER_LATER_UPDATE }),
            Reply::Nothing => json!({ "type": ANSWER_LATER_MESSAGE, "data": { "flags": EPHEMERAL } }),
        }
    }

    /// What is said when Discord refused the answer itself.
    fn instead(&self, arrival: &Arrival, reply: &Reply) -> Option<Value> {
        let view = match reply {
            Reply::Ask(page) => &page.reopen,
            Reply::View { view, .. } => view,
            _ => return None,
        };
        let body = private(arrival, self.renderer.last_resort(view));
        Some(json!({ "type": ANSWER_MESSAGE, "data": body }))
    }

    /// Gives a first answer until Discord has it. An answered fault is given again: if it had taken effect Discord
    /// says so. Where no answer came, the message is looked for first; a form is left to the person, who presses
    /// again.
    async fn first(&self, door: &Door, body: &Value, until: Instant) -> First {
        while Instant::now() < until {
            let call = Call::callback(door.interaction, &door.token, body.clone());
            let failure = match self.rest.send(&call).await {
                Ok(answer) => return First::Taken(message_id(&answer["resource"]["message"])),
                Err(failure) => failure,
            };
            match verdict(&failure) {
                Some(Verdict::Given) => return First::Taken(None),
                Some(Verdict::Closed) => return First::Dead,
                Some(Verdict::Content) => {
                    tracing::error!(%failure, "Discord refused a first answer");
                    return First::Refused;
                }
                None => {}
            }
            if matches!(failure, Failure::NoAnswer { .. }) {
                if body["type"] == ANSWER_FORM {
                    return First::Unsure;
                }
                if let Some(found) = self.find(door).await {
                    return First::Taken(found);
                }
            }
            let wait = match failure {
                Failure::TooMany { retry_after }
                | Failure::NotSent { retry_after: Some(retry_after), .. } => retry_after,
                _ => PAUSE,
            };
            tokio::time::sleep_until(until.min(Instant::now() + wait)).await;
        }
        First::Unsure
    }

    /// Whether a first answer stands already, and as which message.
    async fn find(&self, door: &Door) -> Option<Option<String>> {
        let to = To::Original { application: door.application, token: door.token.clone() };
        self.rest.send(&Call::get(to)).await.ok().map(|message| message_id(&message))
    }
}

pub(super) fn message_id(message: &Value) -> Option<String> {
    message["id"].as_str().map(str::to_owned)
}

fn private(arrival: &Arrival, body: Value) -> Value {
    if needs_privacy(arrival, Defer::Private) { flagged(body, EPHEMERAL) } else { body }
}
