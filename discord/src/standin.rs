//! For tests: a stand-in for Discord, reached in both ways there are.

use std::net::SocketAddr;

use playground::clock::SimClock;
use playground::discord::{Discord, NewUser, Options};
use playground::faults::{Kind, Rule};
use secrecy::SecretString;
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;

use crate::config::Endpoint;
use crate::limits::Limits;
use crate::rest::Rest;

/// A running stand-in.
pub(crate) struct StandIn {
    pub(crate) discord: Discord,
    authority: tempfile::NamedTempFile,
    _stop: DropGuard,
}

/// How the stand-in is reached.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mode {
    Url,
    Address,
}

impl Mode {
    pub(crate) const BOTH: [Self; 2] = [Self::Url, Self::Address];
}

impl StandIn {
    pub(crate) async fn start() -> anyhow::Result<Self> {
        let local = SocketAddr::from(([127, 0, 0, 1], 0));
        let stop = CancellationToken::new();
        let options = Options { tls: Some(local), ..Options::default() };
        let discord =
            Discord::start(local, options, SimClock::new(), &TaskTracker::new(), stop.clone()).await?;
        let authority = tempfile::NamedTempFile::new()?;
        std::fs::write(&authority, discord.authority().unwrap_or_default())?;
        Ok(Self { discord, authority, _stop: stop.drop_guard() })
    }

    pub(crate) fn endpoint(&self, mode: Mode) -> anyhow::Result<Endpoint> {
        Ok(match mode {
            Mode::Url => Endpoint::Url(self.discord.url()),
            Mode::Address => Endpoint::Address {
                address: anyhow::Context::context(self.discord.tls_address(), "it listens with TLS")?,
                ca_file: self.authority.path().to_owned(),
            },
        })
    }

    pub(crate) fn rest(&self, mode: Mode) -> anyhow::Result<Rest> {
        self.rest_as(mode, self.discord.token())
    }

    pub(crate) fn rest_as(&self, mode: Mode, token: &str) -> anyhow::Result<Rest> {
        Rest::new(&self.endpoint(mode)?, &SecretString::from(token.to_owned()), Limits::new())
    }

    pub(crate) fn person(&self, name: &str) -> u64 {
        self.discord.add_user(NewUser { username: name.to_owned(), ..NewUser::default() })
    }

    pub(crate) fn fault(&self, route: &str, kind: Kind, times: u32, retry_after: Option<f64>) {
        let route = route.to_owned();
        self.discord.faults().add(Rule { route, kind, times, retry_after, delay_ms: None });
    }

    /// How many calls were answered with this status.
    pub(crate) fn calls(&self, status: u16) -> usize {
        self.discord.journal().list().iter().filter(|call| call.status == status).count()
    }
}
