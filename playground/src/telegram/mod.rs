//! The stand-in for Telegram: a Bot API server for one bot, and its people.
//!
//! An unmodified client speaks to [`Telegram::url`] as it would to `https://api.telegram.org`. The people's side (what
//! they type and press, what they see) is [`Telegram`]'s methods, and the same over HTTP by [`Telegram::sim_router`].

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use anyhow::Context;
use serde_json::Value;
use tokio::sync::broadcast;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{clock::SimClock, faults::Faults, journal::Journal, wire::Server};

mod body;
mod call;
mod chat;
mod check;
mod delivery;
mod flood;
mod history;
mod markup;
mod methods;
mod multipart;
mod options;
mod poll;
mod refusal;
mod server;
mod sim;
mod table;
mod text;
mod updates;
mod webhook;
mod world;

pub use options::Options;
pub use sim::{Answer, NewUser, NotPossible, Sent};

use world::World;

/// A running stand-in; clones are handles to the same one.
#[derive(Clone, Debug)]
pub struct Telegram {
    core: Core,
    server: Server,
}

/// What calls from outside work on.
#[derive(Clone, Debug)]
struct Core {
    world: Arc<Mutex<World>>,
    poller: Arc<poll::Poller>,
    clock: SimClock,
    faults: Faults,
    journal: Journal,
}

impl Core {
    /// The world, at the clock's time.
    fn world(&self) -> MutexGuard<'_, World> {
        // a panic under the lock is a bug of the stand-in; the rest of the world is still worth looking at
        let mut world = self.world.lock().unwrap_or_else(PoisonError::into_inner);
        world.now_ms = self.clock.now_ms();
        world
    }
}

impl Telegram {
    /// Listens on `listen` (port 0: any free port) until `stop`.
    pub async fn start(
        listen: SocketAddr,
        options: Options,
        clock: SimClock,
        tracker: &TaskTracker,
        stop: CancellationToken,
    ) -> anyhow::Result<Self> {
        let core = Core {
            world: Arc::new(Mutex::new(World::new(options, clock.now_ms()))),
            poller: Arc::default(),
            clock,
            faults: Faults::default(),
            journal: Journal::default(),
        };
        let router = server::router(core.clone());
        let server = Server::start(listen, None, router, tracker, stop.clone())
            .await
            .with_context(|| format!("can't listen on {listen}"))?;
        tracker.spawn(delivery::run(core.clone(), stop));
        Ok(Self { core, server })
    }

    /// The address to give to a client in place of `https://api.telegram.org`.
    pub fn url(&self) -> String {
        format!("http://{}", self.server.address())
    }

    /// The bot's token.
    pub fn token(&self) -> String {
        self.core.world().options.token.clone()
    }

    /// What goes wrong on purpose.
    pub fn faults(&self) -> &Faults {
        &self.core.faults
    }

    /// Every call a client made. `refused` is set for each answer but 2xx that no fault rule made (`code` tells a 403
    /// from a 400), `warning` for what the real server passes over in silence, such as unknown parameters.
    pub fn journal(&self) -> &Journal {
        &self.core.journal
    }

    /// Closes the port and every connection, and opens it again after `down_ms`. Nothing is forgotten. Returns once
    /// the port is closed.
    pub async fn restart(&self, down_ms: u64) {
        self.server.restart(Duration::from_millis(down_ms)).await;
    }

    /// Everything that becomes visible from now on: `{"kind": "message" | "edited" | "deleted" | ..., "chat": id, ...}`.
    pub fn subscribe(&self) -> broadcast::Receiver<Value> {
        self.core.world().subscribe()
    }
}
