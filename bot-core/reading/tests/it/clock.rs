//! How long something takes, on a machine that does other things too.

use std::time::{Duration, Instant};

/// The quickest of several goes, in time on a processor where the system tells (Linux).
pub(crate) fn quickest(goes: usize, mut go: impl FnMut()) -> Duration {
    let timed = (0..goes).map(|_| {
        let (start, busy) = (Instant::now(), on_processor());
        go();
        on_processor().zip(busy).map_or_else(|| start.elapsed(), |(end, start)| end.saturating_sub(start))
    });
    timed.min().unwrap_or_default()
}

/// How long this thread has had a processor.
fn on_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
