//! What the clock alone causes is done once for each time it is due.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bot_core::clock::ManualClock;
use bot_core::error::Fault;
use bot_core::storage::tasks::TASKS;
use bot_core::tasks::chores::{Chores, Timing};
use bot_core::tasks::cron::Cron;
use bot_core::tasks::{TaskHandler, TaskOutcome, TaskWorker};
use chrono_tz::Tz;
use futures::FutureExt as _;
use futures::future::BoxFuture;

use crate::office::{Office, Running, on_both_engines, until};

on_both_engines!(
    two_processes_do_it_once_each_time,
    what_no_process_was_there_for_is_caught_up_once,
    a_process_that_dies_over_it_leaves_it_to_the_next,
);

/// Notes when it ran.
#[derive(Debug)]
struct Daily {
    clock: Arc<ManualClock>,
    ran: Mutex<Vec<i64>>,
    hangs: AtomicU32,
}

impl Daily {
    fn new(office: &Office) -> Arc<Self> {
        let clock = Arc::clone(&office.clock);
        Arc::new(Self { clock, ran: Mutex::default(), hangs: AtomicU32::new(0) })
    }

    fn ran(&self) -> usize {
        self.ran.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

impl TaskHandler for Daily {
    fn kind(&self) -> &'static str {
        "daily"
    }

    fn run(&self, _body: &str) -> BoxFuture<'_, Result<TaskOutcome, Fault>> {
        async move {
            let hangs = |left: u32| left.checked_sub(1);
            if self.hangs.fetch_update(Ordering::SeqCst, Ordering::SeqCst, hangs).is_ok() {
                std::future::pending::<()>().await;
            }
            let now = bot_core::clock::Clock::now(&*self.clock).millis();
            self.ran.lock().unwrap_or_else(PoisonError::into_inner).push(now);
            Ok(TaskOutcome::Done)
        }
        .boxed()
    }
}

/// A process: the loop that knows when, and the one that does it.
fn process(office: &Office, handler: &Arc<Daily>) -> anyhow::Result<(Running, Running)> {
    let desk = office.desk()?;
    let cron = Cron::parse("0 9 * * *", Tz::Europe__Berlin)?;
    let chores = Chores::new(desk.clone(), vec![Timing { kind: "daily", cron }]);
    let worker = TaskWorker::new(desk, vec![Arc::<Daily>::clone(handler) as _], 2);
    Ok((office.start(|stop| chores.run(stop)), office.start(|stop| worker.run(stop))))
}

/// Waits until it ran so often, and until that is written down: a clock that leaps would end the lease on it.
async fn until_ran(office: &Office, handler: &Daily, times: usize) -> anyhow::Result<()> {
    until(&format!("it ran {times} times"), || async {
        Ok(handler.ran() == times && TASKS.count_open(&office.storage.read().await?).await? == 0)
    })
    .await
}

async fn two_processes_do_it_once_each_time(office: Office) -> anyhow::Result<()> {
    let handler = Daily::new(&office);
    let first = process(&office, &handler)?;
    let second = process(&office, &handler)?;
    until_ran(&office, &handler, 1).await?;
    for day in 2..=5 {
        office.advance(Duration::from_hours(24));
        until_ran(&office, &handler, day).await?;
    }
    assert_eq!(handler.ran(), 5, "the second process never did it again");
    for (chores, worker) in [first, second] {
        chores.stop().await?;
        worker.stop().await?;
    }
    Ok(())
}

async fn what_no_process_was_there_for_is_caught_up_once(office: Office) -> anyhow::Result<()> {
    let handler = Daily::new(&office);
    let (chores, worker) = process(&office, &handler)?;
    until_ran(&office, &handler, 1).await?;
    chores.stop().await?;
    worker.stop().await?;
    office.advance(Duration::from_hours(24 * 5));
    let (chores, worker) = process(&office, &handler)?;
    until_ran(&office, &handler, 2).await?;
    office.advance(Duration::from_mins(1));
    chores.stop().await?;
    worker.stop().await?;
    let (chores, worker) = process(&office, &handler)?;
    office.advance(Duration::from_hours(24));
    until_ran(&office, &handler, 3).await?;
    chores.stop().await?;
    worker.stop().await
}

async fn a_process_that_dies_over_it_leaves_it_to_the_next(office: Office) -> anyhow::Result<()> {
    let handler = Daily::new(&office);
    handler.hangs.store(1, Ordering::SeqCst);
    let (chores, worker) = process(&office, &handler)?;
    until("it has begun", || async { Ok(handler.hangs.load(Ordering::SeqCst) == 0) }).await?;
    chores.crash().await;
    worker.crash().await;
    assert_eq!(handler.ran(), 0);
    // The dead process's leases run out.
    office.advance(Duration::from_secs(31));
    let (chores, worker) = process(&office, &handler)?;
    until_ran(&office, &handler, 1).await?;
    chores.stop().await?;
    worker.stop().await
}
