//! A database that stalls, a process that dies, a token that runs out.

use std::time::Duration;

use bot_core::error::{Error, Never};
use tokio::time::Instant;

use super::bench::{Bench, Mode};

/// Past the life of an interaction's token, in milliseconds.
const TOKEN_OVER_MS: i64 = 16 * 60 * 1_000;

#[tokio::test]
async fn a_stalled_database_delays_the_answer_but_not_the_promise() -> anyhow::Result<()> {
    let bench = Bench::start(Mode::Url).await?;
    let hold = bench.core.desk.storage.write(|_| {
        Box::pin(async {
            tokio::time::sleep(Duration::from_secs(3)).await;
            Ok::<_, Error<Never>>(())
        })
    });
    let person = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let started = Instant::now();
        let interaction = bench.begin(bench.market, "help")?;
        bench.until("it is acknowledged", |bench| Ok(bench.state_of(interaction) == "acknowledged")).await?;
        assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
        bench.settled(interaction).await
    };
    let (held, seen) = tokio::join!(hold, person);
    held.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    assert!(seen?.card()?.to_string().contains("Open my dashboard"));
    bench.nothing_refused()?;
    bench.end().await
}

#[tokio::test]
async fn where_nothing_can_be_saved_the_person_is_told_so() -> anyhow::Result<()> {
    let bench = Bench::start_idle(Mode::Url).await?;
    bench.core.desk.storage.close().await;
    let seen = bench.run("help").await?;
    assert!(seen.card()?.to_string().contains("Nothing was saved"), "{}", seen.card()?);
    bench.nothing_refused()?;
    bench.end().await
}

#[tokio::test]
async fn what_a_dead_process_promised_the_next_one_keeps() -> anyhow::Result<()> {
    let mut bench = Bench::start_idle(Mode::Address).await?;
    let interaction = bench.begin(bench.market, "help")?;
    bench.until("it is acknowledged", |bench| Ok(bench.state_of(interaction) == "acknowledged")).await?;
    bench.until_stored(1).await?;
    bench.replace_process().await?;
    bench.work();
    let seen = bench.settled(interaction).await?;
    assert!(seen.card()?.to_string().contains("Open my dashboard"));
    bench.nothing_refused()?;
    bench.end().await
}

#[tokio::test]
async fn an_interaction_that_is_over_is_answered_in_the_bots_own_channel() -> anyhow::Result<()> {
    let mut bench = Bench::start_idle(Mode::Url).await?;
    let direct = bench.standin.open_dm(bench.person)?;
    let interaction = bench.begin(direct, "help")?;
    bench.until("it is acknowledged", |bench| Ok(bench.state_of(interaction) == "acknowledged")).await?;
    bench.until_stored(1).await?;
    bench.clock.jump(TOKEN_OVER_MS);
    bench.replace_process().await?;
    bench.work();
    bench
        .until("a message stands there", |bench| Ok(!bench.showing(direct, "Open my dashboard")?.is_empty()))
        .await?;
    bench.end().await
}
