//! The interactions seen lately.
//!
//! One that comes again after a reconnection must not be acknowledged again.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many are remembered.
const KEPT: usize = 10_000;

/// Ids of interactions, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Recent(Mutex<Seen>);

#[derive(Debug, Default)]
struct Seen {
    ids: HashSet<u64>,
    order: VecDeque<u64>,
}

impl Recent {
    /// Whether `id` is seen for the first time.
    pub(super) fn is_new(&self, id: u64) -> bool {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !seen.ids.insert(id) {
            return false;
        }
        seen.order.push_back(id);
        if seen.order.len() > KEPT
            && let Some(oldest) = seen.order.pop_front()
        {
            seen.ids.remove(&oldest);
        }
        true
    }
}
