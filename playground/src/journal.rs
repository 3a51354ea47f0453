//! Every call a client made to a stand-in, and what it was answered.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How many calls are kept unless said otherwise.
const KEPT: usize = 20_000;

/// One call. It holds no token: the stand-ins cut it out of `route` and `body`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// When it was answered, in milliseconds since the Unix epoch, by the playground's clock.
    pub at_ms: i64,
    /// `METHOD path` on Discord, the method's name on Telegram.
    pub route: String,
    /// The HTTP status of the answer; 0 if the connection was closed instead.
    pub status: u16,
    /// The platform's own error code, where it has one.
    pub code: Option<i64>,
    /// Why the stand-in refused what the real platform would have refused too.
    pub refused: Option<String>,
    /// What the platform would let pass, but a careful bot never sends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
    /// What was sent.
    pub body: Value,
}

/// The last calls, oldest first; clones share them.
#[derive(Clone, Debug)]
pub struct Journal {
    calls: Arc<Mutex<VecDeque<Call>>>,
    kept: usize,
}

impl Default for Journal {
    fn default() -> Self {
        Self::with_room_for(KEPT)
    }
}

impl Journal {
    /// A journal that forgets the oldest call once it holds `kept`.
    pub fn with_room_for(kept: usize) -> Self {
        Self { calls: Arc::default(), kept }
    }

    /// Writes a call down.
    pub fn push(&self, call: Call) {
        let mut calls = self.lock();
        if calls.len() >= self.kept {
            calls.pop_front();
        }
        calls.push_back(call);
    }

    /// All calls still held, oldest first.
    pub fn list(&self) -> Vec<Call> {
        self.lock().iter().cloned().collect()
    }

    /// Forgets all calls.
    pub fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Call>> {
        // a list of calls has no state in between that a panic could leave behind
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{Call, Journal};

    #[test]
    fn the_oldest_calls_make_room() {
        let journal = Journal::with_room_for(2);
        for at_ms in 1..=3 {
            let route = "getMe".to_owned();
            let (code, refused, warning) = (None, None, None);
            journal.push(Call { at_ms, route, status: 200, code, refused, warning, body: Value::Null });
        }
        assert_eq!(journal.list().iter().map(|call| call.at_ms).collect::<Vec<_>>(), [2, 3]);
    }
}
