//! Keeping loops alive: a task each, started again where that may help.

use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::BoxFuture;
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::health::Health;

/// The pause before a loop's first new start; it doubles up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// A loop that ran so long starts with the first pause again.
const STEADY: Duration = Duration::from_mins(1);

/// A long-lived loop of the program.
pub(super) struct Loop {
    /// Its name, as logs and metrics have it.
    pub(super) name: &'static str,
    /// When it is told to stop.
    pub(super) stage: Stage,
    /// What happens when it ends by itself.
    pub(super) restart: Restart,
    start: Start,
}

type Start = Box<dyn FnMut(CancellationToken) -> BoxFuture<'static, anyhow::Result<()>> + Send>;

/// When a loop is told to stop: the stages end one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// It takes in what comes from outside.
    Intake,
    /// It claims rows and works on them.
    Work,
    /// It writes what is kept in memory.
    Flush,
}

/// What happens when a loop ends by itself.
pub(super) enum Restart {
    /// It is started again, after longer and longer pauses.
    Always,
    /// The same, unless this says that it can't help: then the process isn't ready any more.
    Unless(Arc<dyn Fn() -> bool + Send + Sync>),
    /// An error means that no new start can help: the process isn't ready any more. A loop that is done is done.
    Never,
}

impl Loop {
    /// A loop that `start` makes anew each time.
    pub(super) fn new<F>(
        name: &'static str,
        stage: Stage,
        restart: Restart,
        mut start: impl FnMut(CancellationToken) -> F + Send + 'static,
    ) -> Self
    where
        F: Future<Output = anyhow::Result<()>> + Send + 'static,
    {
        Self { name, stage, restart, start: Box::new(move |stop| start(stop).boxed()) }
    }

    /// Runs it until `stop`, as a task of `tracker`.
    pub(super) fn keep(
        self,
        tracker: &TaskTracker,
        stop: CancellationToken,
        health: Health,
    ) -> JoinHandle<()> {
        tracker.spawn(keep(self, tracker.clone(), stop, health))
    }
}

async fn keep(mut kept: Loop, tracker: TaskTracker, stop: CancellationToken, health: Health) {
    let mut pause = FIRST_PAUSE;
    while !stop.is_cancelled() {
        let started = Instant::now();
        // A task of its own, so that a panic ends only itself.
        let ended = tracker.spawn((kept.start)(stop.clone())).await;
        let why = match ended {
            Ok(Ok(())) if stop.is_cancelled() => return,
            Ok(Ok(())) if matches!(kept.restart, Restart::Never) => return,
            Ok(Ok(())) => "it ended by itself".to_owned(),
            Ok(Err(error)) => format!("{error:#}"),
            Err(error) if error.is_panic() => "it panicked".to_owned(),
            Err(error) => error.to_string(),
        };
        metrics::counter!("guildhall_loop_ends_total", "loop" => kept.name).increment(1);
        let hopeless = match &kept.restart {
            Restart::Always => false,
            Restart::Unless(hopeless) => hopeless(),
            Restart::Never => true,
        };
        if hopeless {
            tracing::error!(name = kept.name, why, "a loop has ended for good: the process is not ready");
            health.ended(kept.name, why);
            return;
        }
        if started.elapsed() >= STEADY {
            pause = FIRST_PAUSE;
        }
        tracing::warn!(name = kept.name, why, pause_ms = pause.as_millis(), "a loop ended and starts again");
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(pause) => pause = (pause * 2).min(LONGEST_PAUSE),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    fn counting(restart: Restart, how: fn() -> anyhow::Result<()>) -> (Loop, Arc<AtomicU32>) {
        let starts = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&starts);
        let kept = Loop::new("test", Stage::Work, restart, move |_| {
            counted.fetch_add(1, Ordering::SeqCst);
            async move { how() }
        });
        (kept, starts)
    }

    #[tokio::test]
    async fn a_loop_that_fails_or_panics_starts_again_after_longer_pauses() {
        let (kept, starts) = counting(Restart::Always, || panic!("on purpose"));
        let (tracker, stop, health) = (TaskTracker::new(), CancellationToken::new(), Health::default());
        let begun = Instant::now();
        let running = kept.keep(&tracker, stop.clone(), health.clone());
        while starts.load(Ordering::SeqCst) < 3 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert!(begun.elapsed() >= FIRST_PAUSE * 3, "{:?}", begun.elapsed());
        stop.cancel();
        running.await.expect("it stops");
        assert_eq!(health.check(), Ok(()));
    }

    #[tokio::test]
    async fn a_loop_that_can_t_go_on_makes_the_process_not_ready() {
        for restart in [Restart::Never, Restart::Unless(Arc::new(|| true))] {
            let (kept, starts) = counting(restart, || anyhow::bail!("the token is no bot's"));
            let health = Health::default();
            let running = kept.keep(&TaskTracker::new(), CancellationToken::new(), health.clone());
            running.await.expect("it stops by itself");
            assert_eq!(health.check(), Err("test: the token is no bot's".to_owned()));
            assert_eq!(starts.load(Ordering::SeqCst), 1);
        }
    }
}
