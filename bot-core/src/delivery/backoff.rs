//! How long a failed row waits, and when it is given up.

use std::time::Duration;

use crate::domain::time::{DAY_MS, HOUR_MS};
use crate::ids::Ids;

/// Tries after which a row may be given up.
pub const MAX_ATTEMPTS: u32 = 12;
/// A row that could not be sent is tried for so long, however often that is.
pub const SENDING_SPAN_MS: i64 = DAY_MS;
/// Panics after which a row is given up.
pub const MAX_PANICS: u32 = 3;
/// The first try's longest wait.
const BASE_MS: u64 = 2_000;

/// A random wait after try number `attempt` (from 1): anything up to 2 s, doubled with each try, at most an hour.
/// Full jitter, so that rows that failed together don't come back together.
pub fn delay(attempt: u32, ids: &dyn Ids) -> Duration {
    let doubled = BASE_MS.saturating_mul(1 << attempt.saturating_sub(1).min(20));
    let longest = doubled.min(HOUR_MS.unsigned_abs());
    let mut random = [0; 8];
    ids.fill(&mut random);
    Duration::from_millis(u64::from_le_bytes(random) % longest + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SeededIds;

    #[test]
    fn waits_grow_to_an_hour_and_no_further() {
        let ids = SeededIds::new(1);
        let longest = |attempt| (0..200).map(|_| delay(attempt, &ids)).max().expect("200 draws");
        assert!(longest(1) <= Duration::from_secs(2));
        assert!(longest(5) > Duration::from_secs(16));
        assert!(longest(5) <= Duration::from_secs(32));
        assert!(longest(40) <= Duration::from_hours(1));
    }
}
