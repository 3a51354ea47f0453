//! Named moments at which a test may end the process.
//!
//! Each lies between two writes that a crash can separate.

use std::fmt;
use std::sync::Arc;

/// Told each time such a moment is reached.
pub type Checkpoints = Arc<dyn Fn(&'static str) + Send + Sync>;

/// The events stand in the inbox; nothing was done about them yet.
pub const INBOX_COMMITTED: &str = "inbox_committed";
/// The change stands; what it causes wasn't sent and its answer wasn't given.
pub const STATE_COMMITTED: &str = "state_committed";
/// A notice left; that it did isn't written yet.
pub const SENT_NOT_RECORDED: &str = "sent_not_recorded";
/// An interaction was acknowledged; its answer wasn't given.
pub const ANSWER_DEFERRED: &str = "answer_deferred";

/// The listener, with a `Debug` of its own.
#[derive(Clone)]
pub(crate) struct Listener(pub(crate) Checkpoints);

impl Listener {
    /// Tells it.
    pub(crate) fn reached(&self, checkpoint: &'static str) {
        (self.0)(checkpoint);
    }
}

impl Default for Listener {
    fn default() -> Self {
        Self(Arc::new(|_| ()))
    }
}

impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Listener(..)")
    }
}
