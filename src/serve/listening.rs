//! An HTTP listener as a loop: it stops at once and lets what is open end.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use tokio_util::sync::CancellationToken;

/// How long open connections may take to end.
const DRAIN: Duration = Duration::from_secs(3);

/// A bound listener and what it answers. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Listening {
    listener: Arc<TcpListener>,
    router: Router,
}

impl Listening {
    /// Binds now, so that a port in use ends the start instead of a loop.
    pub(super) fn bind(key: &str, address: SocketAddr, router: Router) -> anyhow::Result<Self> {
        let listener =
            TcpListener::bind(address).with_context(|| format!("{key}: can't listen on {address}"))?;
        listener.set_nonblocking(true).context("a listener can't be set up")?;
        tracing::info!(key, address = %listener.local_addr()?, "listening");
        Ok(Self { listener: Arc::new(listener), router })
    }

    /// Answers until `stop`.
    pub(super) async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        let listener = tokio::net::TcpListener::from_std(self.listener.try_clone()?)?;
        let serving =
            axum::serve(listener, self.router).with_graceful_shutdown(stop.clone().cancelled_owned());
        tokio::select! {
            ended = serving.into_future() => Ok(ended?),
            () = async {
                stop.cancelled().await;
                tokio::time::sleep(DRAIN).await;
            } => Ok(()),
        }
    }
}
