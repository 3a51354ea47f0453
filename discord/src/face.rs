//! The adapter as the program composes it.
//!
//! A loop, a handler for the inbox and a messenger for the outbox.

use std::sync::{Arc, Mutex};

use bot_core::app::App;
use bot_core::clock::SharedClock;
use bot_core::delivery::inbox::EventHandler;
use bot_core::delivery::messenger::Messenger;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::acknowledged::Acknowledgements;
use crate::config::Config;
use crate::decode::Decoder;
use crate::direct::Direct;
use crate::gateway::{Gateway, Intake, Recent};
use crate::handler::Handler;
use crate::limits::Limits;
use crate::messenger::ChannelMessenger;
use crate::render::{CommandIds, Renderer};
use crate::respond::Responder;
use crate::rest::Rest;

/// Guildhall on Discord. Cheap to clone; all clones share one sender and its limits.
#[derive(Debug, Clone)]
pub struct Discord {
    gateway: Arc<Gateway>,
    handler: Arc<Handler>,
    messenger: Arc<ChannelMessenger>,
}

impl Discord {
    /// The adapter, not connected yet. Fails where the authority's file can't be read.
    pub fn new(config: Config, app: App, clock: SharedClock) -> anyhow::Result<Self> {
        let limits = Limits::new();
        let rest = Rest::new(&config.endpoint, &config.token, limits.clone())?;
        let ids = CommandIds::default();
        let renderer = Renderer::new(ids.clone());
        let responder = Responder::new(rest.clone(), renderer.clone());
        let acknowledgements = Acknowledgements::default();
        let intake = Intake {
            app: app.clone(),
            responder: responder.clone(),
            acknowledgements: acknowledgements.clone(),
            clock: Arc::clone(&clock),
            inbox_high: config.inbox_high,
            decoder: Decoder::default(),
            recent: Recent::default(),
            under_way: TaskTracker::new(),
            application: watch::Sender::new(None),
        };
        let gateway = Gateway {
            token: config.token,
            rest: rest.clone(),
            limits,
            ids,
            intake: Arc::new(intake),
            shards: Mutex::new(None),
        };
        let direct = Direct::new(rest.clone(), renderer.clone(), clock);
        Ok(Self {
            gateway: Arc::new(gateway),
            handler: Arc::new(Handler { app, responder, acknowledgements, direct }),
            messenger: Arc::new(ChannelMessenger::new(rest, renderer)),
        })
    }

    /// Handles Discord's events for the inbox's worker.
    pub fn handler(&self) -> Arc<dyn EventHandler> {
        Arc::<Handler>::clone(&self.handler)
    }

    /// Sends notices for the dispatcher. Works without the loop running.
    pub fn messenger(&self) -> Arc<dyn Messenger> {
        Arc::<ChannelMessenger>::clone(&self.messenger)
    }

    /// Whether the gateway is connected now.
    pub async fn is_connected(&self) -> bool {
        self.gateway.is_connected().await
    }

    /// Whether Discord has refused the token: nothing is sent with it any more, and running the loop again ends at
    /// once.
    pub fn has_bad_token(&self) -> bool {
        *self.gateway.limits.bad_token().borrow()
    }

    /// Holds the connection to Discord until `stop`. An error means that the connection ended: run it again, unless
    /// [`Self::has_bad_token`].
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        self.gateway.run(&stop).await
    }
}
