//! Something that has to hold for the process to be ready.

use std::fmt;
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;

/// A check that takes longer counts as failed: whoever asks doesn't wait for ever either.
const PATIENCE: Duration = Duration::from_secs(2);

/// Something that has to hold for the process to be ready.
pub struct Check {
    name: &'static str,
    ask: Box<dyn Fn() -> BoxFuture<'static, Result<(), String>> + Send + Sync>,
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Check").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Check {
    /// A check that `ask` makes; its error says what doesn't hold, for the operator to read.
    pub fn new<F>(name: &'static str, ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<(), String>> + Send + 'static,
    {
        Self { name, ask: Box::new(move || ask().boxed()) }
    }

    /// What it is about.
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// Asks.
    pub(super) async fn verdict(&self) -> Result<(), String> {
        let asked = tokio::time::timeout(PATIENCE, (self.ask)()).await;
        asked.unwrap_or_else(|_| Err(format!("no answer within {} s", PATIENCE.as_secs())))
    }
}
