//! An interaction arrives: it is acknowledged and committed side by side.

use std::pin::pin;
use std::time::Duration;

use bot_core::app::App;
use bot_core::clock::SharedClock;
use bot_core::delivery::inbox::NewEvent;
use bot_core::flows::notice;
use bot_core::ui::interaction::{Defer, FirstAnswer};
use bot_core::ui::reply::Reply;
use serenity::model::application::Interaction;
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::task::TaskTracker;

use super::recent::Recent;
use crate::acknowledged::Acknowledgements;
use crate::decode::Decoder;
use crate::door::Arrival;
use crate::respond::{First, Responder};

/// How long after its arrival an interaction can still be given its first answer. Discord counts three seconds from
/// when it sent it.
const FIRST_ANSWER: Duration = Duration::from_millis(2_700);

/// How long a promise waits for its commit.
const COMMIT_FIRST: Duration = Duration::from_millis(500);

/// Takes interactions in.
#[derive(Debug)]
pub(crate) struct Intake {
    pub(crate) app: App,
    pub(crate) responder: Responder,
    pub(crate) acknowledgements: Acknowledgements,
    pub(crate) clock: SharedClock,
    /// Rows waiting above which people are told to try again.
    pub(crate) inbox_high: i64,
    pub(crate) decoder: Decoder,
    pub(crate) recent: Recent,
    /// What is being taken in: a shutdown waits for it.
    pub(crate) under_way: TaskTracker,
    /// Our application, once Discord has said which it is.
    pub(crate) application: watch::Sender<Option<u64>>,
}

impl Intake {
    /// Takes in an interaction, unless it has been here before.
    pub(super) async fn take(&self, interaction: &Interaction) {
        let _under_way = self.under_way.token();
        if !self.recent.is_new(interaction.id().get()) {
            tracing::info!(
                interaction = interaction.id().get(),
                "an interaction came again and is left alone"
            );
            return;
        }
        let (arrived, at) = (Instant::now(), self.clock.now());
        match interaction {
            Interaction::Command(command) => self.arrived(&self.decoder.command(command, at), arrived).await,
            Interaction::Component(press) => self.arrived(&self.decoder.press(press, at), arrived).await,
            Interaction::Modal(submit) => self.arrived(&self.decoder.submit(submit, at), arrived).await,
            Interaction::Autocomplete(command) => self.suggest(command, arrived + FIRST_ANSWER).await,
            _ => {
                tracing::warn!(
                    interaction = interaction.id().get(),
                    "an interaction of a kind we don't know"
                );
            }
        }
    }

    async fn arrived(&self, arrival: &Arrival, arrived: Instant) {
        metrics::counter!("discord_interactions_total").increment(1);
        let until = arrived + FIRST_ANSWER;
        match App::first_answer(&arrival.interaction.input, arrival.door.origin) {
            FirstAnswer::OpensForm => self.open_form(arrival, arrived, until).await,
            FirstAnswer::Defer(defer) => self.keep(arrival, defer, until).await,
        }
    }

    /// The commit comes first, so that what was promised can't be forgotten. But three seconds can't wait for a disk:
    /// where it takes long the promise doesn't wait for it, and is kept with that news where it fails.
    async fn keep(&self, arrival: &Arrival, defer: Defer, until: Instant) {
        let ends = self.acknowledgements.begin(arrival.door.interaction);
        let promise = async {
            let first = self.responder.acknowledge(arrival, defer, until).await;
            ends.send_replace(Some(first.clone()));
            first
        };
        let mut commit = pin!(self.commit(arrival));
        let early = tokio::time::timeout(COMMIT_FIRST, &mut commit).await;
        let (first, kept) =
            if let Ok(kept) = early { (promise.await, kept) } else { tokio::join!(promise, commit) };
        let Err(news) = kept else { return };
        if matches!(first, First::Dead | First::Refused) {
            return;
        }
        if let Err(failure) = self.responder.deliver(arrival, defer, &news).await {
            tracing::error!(?failure, "a person could not be told that nothing was saved");
        }
    }

    /// Commits what was done, or says why it wasn't.
    async fn commit(&self, arrival: &Arrival) -> Result<(), Reply> {
        let inbox = self.app.inbox();
        let stored = async {
            if inbox.backlog().await? > self.inbox_high {
                return Ok(false);
            }
            let body = serde_json::to_string(arrival)?;
            let lane = format!("discord:{}", arrival.interaction.actor.user);
            inbox.store(vec![NewEvent { id: arrival.interaction.id.clone(), lane, body }], None).await?;
            Ok(true)
        };
        match stored.await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Reply::private(notice::busy())),
            Err(fault) => {
                let fault: bot_core::error::Fault = fault;
                tracing::error!(%fault, "an interaction could not be saved");
                Err(Reply::private(notice::nothing_saved()))
            }
        }
    }
}
