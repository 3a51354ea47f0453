//! The ids Discord gave our commands: they make a command clickable.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Ids by the name of the top-level command; empty until the commands have been compared with Discord's.
#[derive(Debug, Clone, Default)]
pub struct CommandIds(Arc<RwLock<BTreeMap<String, u64>>>);

impl CommandIds {
    /// Takes over what Discord answered.
    pub fn learn(&self, ids: impl IntoIterator<Item = (String, u64)>) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).extend(ids);
    }

    /// The id behind `path`, as in `request post`: that of its first word.
    pub fn of(&self, path: &str) -> Option<u64> {
        let name = path.split(' ').next()?;
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(name).copied()
    }
}
