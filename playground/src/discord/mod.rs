//! The stand-in for Discord: its REST API and its gateway.
//!
//! An unmodified client runs on it in two ways: over plain HTTP with another base address, or over TLS as discord.com
//! itself, found at the stand-in's address and vouched for by the stand-in's authority.

mod certificate;
mod check;
mod event;
mod gateway;
mod limits;
mod options;
mod refusal;
mod rest;
mod sim;
mod table;
mod world;

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    time::Duration,
};

use axum::{Router, extract::DefaultBodyLimit, routing::get};
use serde_json::{Value, json};
use tokio::sync::{Notify, broadcast};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use self::{gateway::Sessions, limits::Limits, world::World};
pub use self::{
    options::Options,
    sim::{Call, Mishap, NewUser},
};
use crate::{clock::SimClock, faults::Faults, journal::Journal, wire::Server};

/// What a request may weigh: ten files of ten megabytes.
const MOST_BYTES: usize = 100 << 20;

/// A running stand-in; clones are handles to the same one.
#[derive(Clone, Debug)]
pub struct Discord(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    options: Options,
    clock: SimClock,
    tracker: TaskTracker,
    stop: CancellationToken,
    faults: Faults,
    journal: Journal,
    // locked in this order, and never over an await
    world: Mutex<World>,
    sessions: Mutex<Sessions>,
    limits: Mutex<Limits>,
    events: broadcast::Sender<Value>,
    changed: Notify,
    plain: OnceLock<Server>,
    secure: OnceLock<Secure>,
}

#[derive(Debug)]
struct Secure {
    server: Server,
    authority: String,
}

impl Discord {
    /// Listens on `listen` (port 0 picks one) until `stop`.
    pub async fn start(
        listen: SocketAddr,
        options: Options,
        clock: SimClock,
        tracker: &TaskTracker,
        stop: CancellationToken,
    ) -> anyhow::Result<Self> {
        let world = World::new(&options, clock.now_ms());
        let tls = options.tls;
        let discord = Self(Arc::new(Inner {
            options,
            clock,
            tracker: tracker.clone(),
            stop: stop.clone(),
            faults: Faults::default(),
            journal: Journal::default(),
            world: Mutex::new(world),
            sessions: Mutex::default(),
            limits: Mutex::default(),
            events: broadcast::channel(4_096).0,
            changed: Notify::new(),
            plain: OnceLock::new(),
            secure: OnceLock::new(),
        }));
        let app = discord.app();
        let plain = Server::start(listen, None, app.clone(), tracker, stop.clone()).await?;
        discord.0.plain.get_or_init(|| plain);
        if let Some(listen) = tls {
            let made = certificate::for_discord()?;
            let server = Server::start(listen, Some(made.config), app, tracker, stop).await?;
            discord.0.secure.get_or_init(|| Secure { server, authority: made.authority });
        }
        Ok(discord)
    }

    fn app(&self) -> Router {
        Router::new()
            .route("/", get(gateway::upgrade))
            .route("/attachments/{id}/{name}", get(rest::file))
            .fallback(rest::handle)
            .layer(DefaultBodyLimit::max(MOST_BYTES))
            .with_state(self.clone())
    }

    /// The base address of the REST API in plain mode, as in `http://127.0.0.1:8000`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }

    /// Where the stand-in listens as discord.com, if it does.
    pub fn tls_address(&self) -> Option<SocketAddr> {
        self.0.secure.get().map(|secure| secure.server.address())
    }

    /// The authority to trust in TLS mode, as PEM.
    pub fn authority(&self) -> Option<&str> {
        self.0.secure.get().map(|secure| secure.authority.as_str())
    }

    /// The bot's token.
    pub fn token(&self) -> &str {
        &self.0.options.token
    }

    /// The bot's user and application id.
    pub fn application_id(&self) -> u64 {
        self.world().bot.id
    }

    /// What shall go wrong.
    pub fn faults(&self) -> &Faults {
        &self.0.faults
    }

    /// What the bot asked, and what it was answered.
    pub fn journal(&self) -> &Journal {
        &self.0.journal
    }

    /// Every visible change from here on.
    pub fn subscribe(&self) -> broadcast::Receiver<Value> {
        self.0.events.subscribe()
    }

    /// Stops listening and cuts every connection for `down_ms`; what the stand-in knows stays.
    pub async fn restart(&self, down_ms: u64) {
        let down = Duration::from_millis(down_ms);
        if let Some(plain) = self.0.plain.get() {
            plain.restart(down).await;
        }
        if let Some(secure) = self.0.secure.get() {
            secure.server.restart(down).await;
        }
    }

    fn address(&self) -> SocketAddr {
        self.0.plain.get().map_or_else(|| SocketAddr::from(([127, 0, 0, 1], 0)), Server::address)
    }

    fn gateway_url(&self) -> String {
        format!("ws://{}", self.address())
    }

    fn files_at(&self) -> String {
        format!("{}/attachments", self.url())
    }

    fn options(&self) -> &Options {
        &self.0.options
    }

    fn is_token(&self, given: &str) -> bool {
        given.strip_prefix("Bot ").unwrap_or(given) == self.0.options.token
    }

    fn now_ms(&self) -> i64 {
        self.0.clock.now_ms()
    }

    fn world(&self) -> MutexGuard<'_, World> {
        // a panic in a handler is a bug that shows in its own test; the others go on with what there is
        self.0.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.0.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn limits(&self) -> MutexGuard<'_, Limits> {
        self.0.limits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells the page, and whoever waits for a change.
    fn tell(&self, event: Value) {
        if self.0.events.send(event).is_err() {
            tracing::trace!("nobody watches");
        }
        self.0.changed.notify_waiters();
    }

    fn tell_gateway(&self) {
        let connected = self.sessions().is_connected();
        self.tell(json!({"kind": "gateway", "connected": connected}));
    }
}
