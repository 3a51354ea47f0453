//! Direct channels, opened only inside the member's own action.

mod openings;

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bot_core::clock::SharedClock;
use bot_core::domain::identity::Platform;
use bot_core::ui::interaction::{Chat, ChatKind, Reach};
use bot_core::ui::view::View;
use serde_json::{Value, json};

use crate::door::Arrival;
use crate::proof::Proof;
use crate::render::Renderer;
use crate::rest::{Call, Failure, Rest, To};
use crate::wire::code;
use openings::Openings;

/// How often a call is tried.
const TRIES: u32 = 4;
/// The pause after the first try; it doubles.
const PAUSE: Duration = Duration::from_millis(500);
/// The longest pause that is waited out.
const LONGEST_PAUSE: Duration = Duration::from_secs(20);

/// Opens direct channels.
#[derive(Debug)]
pub(crate) struct Direct {
    rest: Rest,
    renderer: Renderer,
    clock: SharedClock,
    openings: Mutex<Openings>,
}

impl Direct {
    /// With nothing opened yet.
    pub(crate) fn new(rest: Rest, renderer: Renderer, clock: SharedClock) -> Self {
        Self { rest, renderer, clock, openings: Mutex::default() }
    }

    /// Opens the direct channel of whoever acted, sends `view` there and says whether that worked. What was done in
    /// the bot's own channel needs no opening: that channel is the direct one.
    pub(crate) async fn reach(&self, arrival: &Arrival, view: &View) -> Reach {
        let chat = if arrival.is_direct() {
            arrival.interaction.chat.clone()
        } else {
            match self.open(&arrival.interaction.actor.user).await {
                Some(channel) => {
                    Chat { platform: Platform::Discord, address: channel, kind: ChatKind::Private }
                }
                None => return Reach::Refused,
            }
        };
        let Ok(channel) = chat.address.parse() else { return Reach::Refused };
        match self.write(channel, &format!("{}:direct", arrival.interaction.id.0), view).await {
            Err(Failure::Refused { status, code, .. }) => {
                tracing::info!(status, code, "a direct channel takes no messages");
                Reach::Refused
            }
            Err(failure) => {
                // The channel is open; whether this first message arrived is of less weight than that.
                tracing::warn!(%failure, "the first direct message may not have arrived");
                Reach::Opened(chat)
            }
            Ok(_) => Reach::Opened(chat),
        }
    }

    /// Writes `view` into a channel under a key that keeps it from standing there twice.
    pub(crate) async fn write(&self, channel: u64, key: &str, view: &View) -> Result<Value, Failure> {
        let body = Proof::of(key).on(self.renderer.card(view));
        self.tried(&Call::post(To::Messages { channel }, body)).await
    }

    async fn open(&self, user: &str) -> Option<String> {
        let now = self.clock.now();
        if !self.openings.lock().unwrap_or_else(PoisonError::into_inner).take(now) {
            tracing::warn!("the limit of new direct channels is reached");
            metrics::counter!("discord_direct_held_total").increment(1);
            return None;
        }
        match self.tried(&Call::post(To::DirectChannels, json!({ "recipient_id": user }))).await {
            Ok(channel) => channel["id"].as_str().map(str::to_owned),
            Err(failure) => {
                if failure.code() == Some(code::OPENING_TOO_FAST) {
                    tracing::error!("Discord says direct channels are opened too fast: opening pauses");
                    self.openings.lock().unwrap_or_else(PoisonError::into_inner).pause(self.clock.now());
                }
                tracing::info!(%failure, "a direct channel could not be opened");
                None
            }
        }
    }

    /// Both calls may be repeated: the channel of a person is one, and the message has a nonce.
    async fn tried(&self, call: &Call) -> Result<Value, Failure> {
        let mut pause = PAUSE;
        for _ in 1..TRIES {
            let wait = match self.rest.send(call).await {
                Err(Failure::TooMany { retry_after }) => retry_after,
                Err(Failure::NotSent { retry_after, .. }) => retry_after.unwrap_or(pause),
                Err(Failure::Fault { .. } | Failure::NoAnswer { .. }) => pause,
                done => return done,
            };
            tokio::time::sleep(wait.min(LONGEST_PAUSE)).await;
            pause *= 2;
        }
        self.rest.send(call).await
    }
}
