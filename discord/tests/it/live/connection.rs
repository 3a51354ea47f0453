//! What becomes of a connection that breaks.

use playground::discord::Mishap;

use super::bench::{Bench, Mode};

#[tokio::test]
async fn a_dropped_gateway_is_resumed_and_nothing_is_lost() -> anyhow::Result<()> {
    let bench = Bench::start(Mode::Url).await?;
    bench.run("help").await?;
    for mishap in [Mishap::Drop, Mishap::Reconnect] {
        bench.standin.mishap(mishap);
        // What happens meanwhile comes with the resumed session.
        bench.run("help").await?;
    }
    bench.nothing_refused()?;
    bench.end().await
}

#[tokio::test]
async fn a_server_that_comes_back_finds_its_bot_again_with_the_commands_it_had() -> anyhow::Result<()> {
    let bench = Bench::start(Mode::Address).await?;
    bench.standin.restart(1_000).await;
    bench.until("it is away", |bench| Ok(bench.standin.state(None)?["gateway_connected"] == false)).await?;
    bench.connected().await?;
    bench.standin.mishap(Mishap::InvalidSession);
    bench.until("it is away", |bench| Ok(bench.standin.state(None)?["gateway_connected"] == false)).await?;
    bench.connected().await?;
    bench.run("help").await?;
    let puts = bench.standin.journal().list().iter().filter(|call| call.route.starts_with("PUT ")).count();
    assert_eq!(puts, 1);
    bench.nothing_refused()?;
    bench.end().await
}
