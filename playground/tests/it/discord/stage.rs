//! A running stand-in, torn down with the test.

use std::{net::SocketAddr, time::Duration};

use playground::{
    clock::SimClock,
    discord::{Discord, NewUser, Options},
};
use serde_json::Value;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

pub(crate) struct Stage {
    pub(crate) discord: Discord,
    pub(crate) clock: SimClock,
    pub(crate) channel: u64,
    pub(crate) user: u64,
    stop: CancellationToken,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

impl Stage {
    pub(crate) async fn new() -> Self {
        Self::with(Options::default()).await
    }

    pub(crate) async fn with(options: Options) -> Self {
        let (clock, stop) = (SimClock::new(), CancellationToken::new());
        let listen = SocketAddr::from(([127, 0, 0, 1], 0));
        let tracker = TaskTracker::new();
        let discord = Discord::start(listen, options, clock.clone(), &tracker, stop.clone())
            .await
            .expect("a free port on loopback");
        let channel = discord.channel("general").expect("the default server has one");
        let user = discord.add_user(NewUser { username: "ana".to_owned(), ..NewUser::default() });
        Self { discord, clock, channel, user, stop }
    }

    /// How an interaction ended, answered or failed.
    pub(crate) async fn settled(&self, interaction: u64) -> Value {
        self.discord.settled(interaction, Duration::from_secs(5)).await.expect("it ends within five seconds")
    }

    /// The messages the user sees in the channel.
    pub(crate) fn seen(&self) -> Vec<Value> {
        self.discord.messages(self.user, self.channel).expect("the user is in the channel")
    }

    /// Waits until the gateway has a client, or has none.
    pub(crate) async fn gateway(&self, connected: bool) {
        let mut changes = self.discord.subscribe();
        let wait = async {
            while self.discord.state(None).expect("the state")["gateway_connected"] != connected {
                changes.recv().await.expect("the stand-in runs");
            }
        };
        tokio::time::timeout(Duration::from_secs(15), wait).await.expect("the gateway changes in time");
    }
}
