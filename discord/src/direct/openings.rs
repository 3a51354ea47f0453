//! How many direct channels may be opened.
//!
//! Discord quarantines bots that open many.

use std::collections::VecDeque;

use bot_core::domain::time::{DAY_MS, MINUTE_MS, Timestamp};

/// Openings in ten minutes, and in a day.
const IN_TEN_MINUTES: usize = 10;
const IN_A_DAY: usize = 100;
/// The first pause after Discord has said it is too fast; it doubles up to a day.
const PAUSE_MS: i64 = 10 * MINUTE_MS;

/// When channels were opened.
#[derive(Debug, Default)]
pub(super) struct Openings {
    opened: VecDeque<Timestamp>,
    paused_until: Option<Timestamp>,
    pause_ms: i64,
}

impl Openings {
    /// Counts one more, unless that would be too many.
    pub(super) fn take(&mut self, now: Timestamp) -> bool {
        while self.opened.front().is_some_and(|at| now.millis() - at.millis() >= DAY_MS) {
            self.opened.pop_front();
        }
        let lately = self.opened.iter().filter(|at| now.millis() - at.millis() < 10 * MINUTE_MS).count();
        let is_paused = self.paused_until.is_some_and(|until| until > now);
        if is_paused || lately >= IN_TEN_MINUTES || self.opened.len() >= IN_A_DAY {
            return false;
        }
        self.opened.push_back(now);
        true
    }

    /// Discord said it is too fast.
    pub(super) fn pause(&mut self, now: Timestamp) {
        self.pause_ms = if self.pause_ms == 0 { PAUSE_MS } else { (self.pause_ms * 2).min(DAY_MS) };
        self.paused_until = Some(now.plus_millis(self.pause_ms));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_in_ten_minutes_and_a_hundred_a_day() {
        let mut openings = Openings::default();
        let mut opened = Vec::new();
        for second in 0..86_400 {
            let now = Timestamp::from_millis(second * 1_000);
            if openings.take(now) {
                opened.push(second);
            }
        }
        assert_eq!(opened.len(), IN_A_DAY);
        let fullest = opened
            .iter()
            .map(|from| opened.iter().filter(|at| (0..600).contains(&(*at - from))).count())
            .max();
        assert_eq!(fullest, Some(IN_TEN_MINUTES));
    }

    #[test]
    fn a_pause_doubles() {
        let mut openings = Openings::default();
        let at = |minutes: i64| Timestamp::from_millis(minutes * MINUTE_MS);
        openings.pause(at(0));
        assert!(!openings.take(at(9)));
        assert!(openings.take(at(10)));
        openings.pause(at(10));
        assert!(!openings.take(at(29)));
        assert!(openings.take(at(30)));
    }
}
