//! The one clock of the playground; it can be jumped ahead.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

/// System time plus an offset that all clones share.
#[derive(Clone, Debug, Default)]
pub struct SimClock {
    offset_ms: Arc<AtomicI64>,
}

impl SimClock {
    /// A clock that shows the system's time until it is jumped.
    pub fn new() -> Self {
        Self::default()
    }

    /// Now, in milliseconds since the Unix epoch (UTC), offset included.
    #[expect(clippy::disallowed_methods, reason = "the stand-ins' one look at the system's clock")]
    pub fn now_ms(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX).saturating_add(self.offset_ms())
    }

    /// How far ahead of the system's time this clock is, in milliseconds.
    pub fn offset_ms(&self) -> i64 {
        self.offset_ms.load(Ordering::Relaxed)
    }

    /// Moves the clock by `ms` milliseconds, for every clone of it.
    pub fn jump(&self, ms: i64) {
        self.offset_ms.fetch_add(ms, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::SimClock;

    #[test]
    fn a_jump_is_seen_by_every_clone() {
        let clock = SimClock::new();
        let other = clock.clone();
        let before = other.now_ms();
        clock.jump(86_400_000);
        assert!(other.now_ms() >= before + 86_400_000);
        assert_eq!(other.offset_ms(), 86_400_000);
    }
}
