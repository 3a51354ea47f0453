//! Logs go to stderr: for people on a terminal, for machines (JSON) otherwise.

use std::io::{self, IsTerminal as _};

use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Starts logging what `filter` lets through. A second start in one process changes nothing.
pub(crate) fn start(filter: &str) {
    let targets: Targets =
        filter.parse().unwrap_or_else(|_| Targets::new().with_default(tracing::Level::INFO));
    let (people, machines) = if io::stderr().is_terminal() {
        (Some(tracing_subscriber::fmt::layer().with_writer(io::stderr).with_target(false).compact()), None)
    } else {
        (None, Some(tracing_subscriber::fmt::layer().with_writer(io::stderr).json()))
    };
    let logs = people.map(Layer::boxed).or(machines.map(Layer::boxed));
    let started = tracing_subscriber::registry().with(logs.with_filter(targets)).try_init();
    if let Err(error) = started {
        tracing::debug!(%error, "logging runs already");
    }
}
