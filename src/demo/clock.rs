//! The product's clock in a demo: the stand-ins' own, which the page can move.

use bot_core::clock::Clock;
use bot_core::domain::time::Timestamp;
use playground::clock::SimClock;

/// Shows what the stand-ins' clock shows.
#[derive(Debug)]
pub(super) struct SimulatedClock(SimClock);

impl SimulatedClock {
    /// Follows `clock`.
    pub(super) fn new(clock: SimClock) -> Self {
        Self(clock)
    }
}

impl Clock for SimulatedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.now_ms())
    }
}
