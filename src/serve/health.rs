//! Which loops have ended for good: with one of them nothing is ready any more.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The loops that won't be started again. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(super) struct Health(Arc<Mutex<BTreeMap<&'static str, String>>>);

impl Health {
    /// Notes that a loop has ended for good.
    pub(super) fn ended(&self, name: &'static str, why: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name, why);
    }

    /// An error that names what ended.
    pub(super) fn check(&self) -> Result<(), String> {
        let ended = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if ended.is_empty() {
            return Ok(());
        }
        Err(ended.iter().map(|(name, why)| format!("{name}: {why}")).collect::<Vec<_>>().join("; "))
    }
}
