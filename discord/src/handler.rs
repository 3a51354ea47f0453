//! Handles what the inbox hands out, and answers it.

use std::time::Duration;

use bot_core::app::App;
use bot_core::delivery::checkpoint;
use bot_core::delivery::inbox::{Claimed, EventHandler, Handled};
use bot_core::domain::identity::Platform;
use bot_core::ui::interaction::{Defer, EventId, FirstAnswer, Input, Interaction};
use bot_core::ui::reply::{Receipt, Reply};
use bot_core::ui::view::View;
use futures::future::BoxFuture;
use tokio::time::Instant;

use crate::acknowledged::Acknowledgements;
use crate::direct::Direct;
use crate::door::Arrival;
use crate::respond::{First, Responder, Undelivered};

/// How long a late acknowledgement is tried: it is only worth something within Discord's three seconds.
const LATE: Duration = Duration::from_secs(2);

/// The inbox's handler of Discord's interactions.
#[derive(Debug)]
pub(crate) struct Handler {
    pub(crate) app: App,
    pub(crate) responder: Responder,
    pub(crate) acknowledgements: Acknowledgements,
    pub(crate) direct: Direct,
}

impl EventHandler for Handler {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn handle(&self, event: Claimed) -> BoxFuture<'_, Handled> {
        Box::pin(self.answer(event))
    }
}

impl Handler {
    async fn answer(&self, event: Claimed) -> Handled {
        let arrival: Arrival = match serde_json::from_str(&event.body) {
            Ok(arrival) => arrival,
            Err(error) => {
                return Handled::Unanswered(format!("the stored interaction can't be read: {error}"));
            }
        };
        let defer = match App::first_answer(&arrival.interaction.input, arrival.door.origin) {
            FirstAnswer::Defer(defer) => defer,
            // Only an older version can have stored it; its promise is not known.
            FirstAnswer::OpensForm => Defer::Private,
        };
        let reply = match &event.handled {
            Some(subject) => self.app.resume(&arrival.interaction, subject.as_deref()).await,
            None => self.app.handle(arrival.interaction.clone()).await,
        };
        let first = self.acknowledgements.settled(arrival.door.interaction).await;
        self.app.inbox().reached(checkpoint::ANSWER_DEFERRED);
        let handled = self.show(&arrival, defer, first, &reply).await;
        if matches!(handled, Handled::Answered)
            && let Reply::View { open_direct: Some(view), .. } = &reply
        {
            self.open_direct(&arrival, defer, view).await;
        }
        handled
    }

    /// Shows a reply through the interaction, or where that is over in the channel it came from.
    async fn show(&self, arrival: &Arrival, defer: Defer, first: Option<First>, reply: &Reply) -> Handled {
        let over = arrival.door.token.is_empty() || matches!(first, Some(First::Dead | First::Refused));
        let shown = if over {
            Err(Undelivered::Closed)
        } else {
            match self.responder.deliver(arrival, defer, reply).await {
                // Nothing was promised yet: this process may have died before it could.
                Err(Undelivered::Closed) if first.is_none_or(|first| first == First::Unsure) => {
                    self.promise_and_deliver(arrival, defer, reply).await
                }
                shown => shown,
            }
        };
        match shown {
            Ok(receipt) => self.remember(arrival, receipt).await,
            Err(Undelivered::Later { after, why }) => return Handled::Retry { after, why },
            Err(Undelivered::Refused(why)) => return Handled::Unanswered(why),
            Err(Undelivered::Closed) => return self.show_in_channel(arrival, reply).await,
        }
        Handled::Answered
    }

    async fn promise_and_deliver(
        &self,
        arrival: &Arrival,
        defer: Defer,
        reply: &Reply,
    ) -> Result<Option<Receipt>, Undelivered> {
        match self.responder.acknowledge(arrival, defer, Instant::now() + LATE).await {
            First::Taken(_) => self.responder.deliver(arrival, defer, reply).await,
            First::Dead | First::Refused | First::Unsure => Err(Undelivered::Closed),
        }
    }

    /// The interaction is over: the answer becomes a message in the channel it came from, where that is the bot's own,
    /// or in the one in which the person can be written to.
    async fn show_in_channel(&self, arrival: &Arrival, reply: &Reply) -> Handled {
        let view = match reply {
            Reply::View { view, .. } => view,
            Reply::Ask(page) => &page.reopen,
            Reply::Toast(_) | Reply::Link { .. } | Reply::Nothing => return Handled::Answered,
        };
        let chat = if arrival.is_direct() {
            Some(arrival.interaction.chat.clone())
        } else {
            self.app.direct(&arrival.interaction.actor).await
        };
        let Some((channel, chat)) = chat.and_then(|chat| Some((chat.address.parse().ok()?, chat))) else {
            return Handled::Unanswered("the interaction is over and there is no direct channel".to_owned());
        };
        match self.direct.write(channel, &arrival.interaction.id.0, view).await {
            Ok(message) => {
                let message = message["id"].as_str().map(str::to_owned);
                self.remember(arrival, message.map(|message| Receipt { chat, message })).await;
                Handled::Answered
            }
            Err(failure) => Handled::Unanswered(failure.to_string()),
        }
    }

    /// Within the same interaction: opens the person's channel, reports how that went, and shows what follows.
    async fn open_direct(&self, arrival: &Arrival, defer: Defer, view: &View) {
        let reach = self.direct.reach(arrival, view).await;
        let report = Interaction {
            id: EventId(format!("{}:reach", arrival.interaction.id.0)),
            input: Input::Reach(reach),
            ..arrival.interaction.clone()
        };
        let reply = self.app.handle(report).await;
        if matches!(reply, Reply::Nothing) {
            return;
        }
        match self.responder.deliver(arrival, defer, &reply).await {
            Ok(receipt) => self.remember(arrival, receipt).await,
            Err(failure) => tracing::warn!(?failure, "what followed a direct channel could not be shown"),
        }
    }

    async fn remember(&self, arrival: &Arrival, receipt: Option<Receipt>) {
        if let Some(receipt) = receipt {
            self.app.answered(&arrival.interaction.actor, &receipt).await;
        }
    }
}
