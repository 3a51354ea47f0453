//! The presses answered lately.
//!
//! Telegram takes one answer to each: another try of the same update must not give a second.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many are remembered: Telegram takes no answer after a few minutes anyway.
const KEPT: usize = 2_000;

/// Ids of answered presses, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Answered(Mutex<Seen>);

#[derive(Debug, Default)]
struct Seen {
    queries: HashSet<String>,
    order: VecDeque<String>,
}

impl Answered {
    /// Whether `query` was answered.
    pub(crate) fn has(&self, query: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).queries.contains(query)
    }

    /// Notes that `query` was answered.
    pub(crate) fn note(&self, query: &str) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !seen.queries.insert(query.to_owned()) {
            return;
        }
        seen.order.push_back(query.to_owned());
        if seen.order.len() > KEPT
            && let Some(oldest) = seen.order.pop_front()
        {
            seen.queries.remove(&oldest);
        }
    }
}
