//! Waiting for a condition, with a deadline.

use std::time::{Duration, Instant};

use anyhow::Context as _;

/// How soon a condition is looked at again at first, and at last: who has waited long waits for something slow.
const LOOK: [Duration; 2] = [Duration::from_millis(25), Duration::from_millis(250)];
/// How long things may take that nobody promised to be quick: the machine may be busy with other tests.
const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until `look` finds something, for as long as anybody may wait.
pub(crate) async fn eventually<T>(
    what: &str,
    look: impl AsyncFnMut() -> anyhow::Result<Option<T>>,
) -> anyhow::Result<T> {
    within(PATIENCE, what, look).await
}

/// Waits until `look` finds something; fails once `most` has passed, with its last error if there was one.
pub(crate) async fn within<T>(
    most: Duration,
    what: &str,
    mut look: impl AsyncFnMut() -> anyhow::Result<Option<T>>,
) -> anyhow::Result<T> {
    let started = Instant::now();
    loop {
        let seen = look().await;
        match seen {
            Ok(Some(found)) => return Ok(found),
            Ok(None) | Err(_) if started.elapsed() < most => {
                tokio::time::sleep((started.elapsed() / 8).clamp(LOOK[0], LOOK[1])).await;
            }
            Ok(None) => anyhow::bail!("not within {most:?}: {what}"),
            Err(error) => return Err(error).with_context(|| format!("not within {most:?}: {what}")),
        }
    }
}
