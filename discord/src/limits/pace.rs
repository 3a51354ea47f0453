//! The overall limit, and the pause Discord asks for when it is hit.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

/// Requests in any second: Discord's 50, less what the network may push together.
const MOST: usize = 45;
/// The window.
const WINDOW: Duration = Duration::from_secs(1);

/// When requests left, and until when none may.
#[derive(Debug, Default)]
pub(super) struct Pace {
    sent: VecDeque<Instant>,
    paused_until: Option<Instant>,
}

impl Pace {
    /// How long Discord wants silence yet.
    pub(super) fn paused(&self, now: Instant) -> Option<Duration> {
        self.paused_until.filter(|until| *until > now).map(|until| until - now)
    }

    /// Silence until then.
    pub(super) fn pause(&mut self, until: Instant) {
        self.paused_until = Some(self.paused_until.map_or(until, |before| before.max(until)));
    }

    /// How long until there is room for one more.
    pub(super) fn full(&mut self, now: Instant) -> Option<Duration> {
        while self.sent.front().is_some_and(|sent| now.duration_since(*sent) >= WINDOW) {
            self.sent.pop_front();
        }
        let oldest = self.sent.front().filter(|_| self.sent.len() >= MOST)?;
        Some(WINDOW.saturating_sub(now.duration_since(*oldest)))
    }

    /// One more leaves.
    pub(super) fn take(&mut self, now: Instant) {
        self.sent.push_back(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_second_holds_more_than_the_limit() {
        let (mut pace, start) = (Pace::default(), Instant::now());
        let mut left = Vec::new();
        for milli in 0..3_000 {
            let now = start + Duration::from_millis(milli);
            if pace.full(now).is_none() {
                pace.take(now);
                left.push(now);
            }
        }
        let fullest = left
            .iter()
            .map(|from| left.iter().filter(|at| **at >= *from && at.duration_since(*from) < WINDOW).count())
            .max();
        assert_eq!(fullest, Some(MOST));
        assert_eq!(left.len(), 3 * MOST);
    }
}
