//! The answer after an acknowledgement, tried again while that can help.

use std::time::Duration;

use bot_core::ui::interaction::Defer;
use bot_core::ui::reply::{Receipt, Reply};
use serde_json::Value;

use super::first::message_id;
use super::plan::Step;
use super::token::{Verdict, verdict};
use super::{Responder, Source};
use crate::door::{Arrival, Door};
use crate::rest::{Call, Failure, To};

/// How often a call is tried before the whole answer is put off.
const TRIES: u32 = 4;
/// The pause after the first try; it doubles.
const PAUSE: Duration = Duration::from_millis(250);
/// The longest pause that is waited out here.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// When an answer that was put off is tried again.
const LATER: Duration = Duration::from_secs(5);

/// Why an answer was not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Undelivered {
    /// The interaction was never acknowledged, or is over.
    Closed,
    /// Discord refused even the plain words.
    Refused(String),
    /// It can be tried again.
    Later {
        /// When.
        after: Duration,
        /// What stood in the way.
        why: String,
    },
}

impl Responder {
    /// Shows `reply`, and says as which message it stands.
    pub(crate) async fn deliver(
        &self,
        arrival: &Arrival,
        defer: Defer,
        reply: &Reply,
    ) -> Result<Option<Receipt>, Undelivered> {
        let mut message = None;
        for step in self.plan(arrival, defer, reply) {
            message = message_id(&self.step(&arrival.door, step).await?).or(message);
        }
        Ok(message.map(|message| Receipt { chat: arrival.interaction.chat.clone(), message }))
    }

    async fn step(&self, door: &Door, step: Step<'_>) -> Result<Value, Undelivered> {
        let original = || To::Original { application: door.application, token: door.token.clone() };
        let follow_ups = || To::FollowUps { application: door.application, token: door.token.clone() };
        match step {
            Step::Edit(body, source) => self.shown(body, source, |body| Call::patch(original(), body)).await,
            Step::FollowUp(body, source) => {
                self.shown(body, source, |body| Call::post(follow_ups(), body)).await
            }
            Step::Erase => match self.tried(&Call::delete(original())).await {
                Ok(answer) => Ok(answer),
                // It is gone already: an earlier try took it away.
                Err(failure) if verdict(&failure) == Some(Verdict::Closed) => Ok(Value::Null),
                Err(failure) => Err(undelivered(&failure)),
            },
        }
    }

    /// Sends a body; where Discord refuses it, what is left of it, so that nobody is met with silence.
    async fn shown(
        &self,
        body: Value,
        source: Source<'_>,
        call: impl Fn(Value) -> Call,
    ) -> Result<Value, Undelivered> {
        let flags = body["flags"].clone();
        let failure = match self.tried(&call(body)).await {
            Ok(answer) => return Ok(answer),
            Err(failure) => failure,
        };
        let (Some(Verdict::Content), Source::View(view)) = (verdict(&failure), source) else {
            return Err(undelivered(&failure));
        };
        tracing::error!(view = view.name, %failure, "Discord refused a card; its words are shown instead");
        let mut plain = self.renderer.last_resort(view);
        plain["flags"] = flags;
        self.tried(&call(plain)).await.map_err(|failure| undelivered(&failure))
    }

    /// Tries a call while that can help. Editing and deleting may be repeated freely; a message more may then stand
    /// twice, which is better than an answer that never came.
    async fn tried(&self, call: &Call) -> Result<Value, Failure> {
        let mut pause = PAUSE;
        for _ in 1..TRIES {
            let wait = match self.rest.send(call).await {
                Ok(answer) => return Ok(answer),
                Err(failure @ Failure::Refused { .. }) => return Err(failure),
                Err(Failure::TooMany { retry_after }) => retry_after,
                Err(Failure::NotSent { retry_after, .. }) => retry_after.unwrap_or(pause),
                Err(Failure::Fault { .. } | Failure::NoAnswer { .. }) => pause,
            };
            if wait > LONGEST_PAUSE {
                return Err(Failure::TooMany { retry_after: wait });
            }
            tokio::time::sleep(wait).await;
            pause *= 2;
        }
        self.rest.send(call).await
    }
}

fn undelivered(failure: &Failure) -> Undelivered {
    match (verdict(failure), failure) {
        (Some(Verdict::Closed), _) => Undelivered::Closed,
        (Some(_), _) => Undelivered::Refused(failure.to_string()),
        (None, Failure::TooMany { retry_after }) => {
            Undelivered::Later { after: *retry_after, why: failure.to_string() }
        }
        (None, _) => Undelivered::Later { after: LATER, why: failure.to_string() },
    }
}
