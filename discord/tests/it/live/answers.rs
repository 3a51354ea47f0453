//! What a person sees of commands, buttons and forms.

use std::time::Duration;

use anyhow::Context as _;
use bot_core::error::{Error, Never};
use playground::discord::Call;
use playground::faults::Kind;
use serde_json::Value;
use tokio::time::Instant;

use super::bench::{Bench, Mode, Seen};

const EPHEMERAL: u64 = 1 << 6;

fn is_private(message: &Value) -> bool {
    message["flags"].as_u64().is_some_and(|flags| flags & EPHEMERAL != 0)
}

/// `/start` up to the question whether matches may be sent.
async fn set_up(bench: &Bench, channel: u64) -> anyhow::Result<Seen> {
    let welcome = bench.run_in(channel, "start").await?;
    let form = bench.press(welcome.card()?, "I'm looking for work").await?;
    bench.submit(&form, &[("skills", "figma, react"), ("zone", "Berlin")]).await
}

#[tokio::test]
async fn a_freelancer_is_set_up_and_written_to_inside_the_press_in_both_modes() -> anyhow::Result<()> {
    for mode in [Mode::Url, Mode::Address] {
        let bench = Bench::start(mode).await?;
        let asked = set_up(&bench, bench.market).await?;
        assert!(is_private(asked.card()?), "{}", asked.card()?);
        bench.press(asked.card()?, "Turn on match messages").await?;
        let direct = bench.standin.open_dm(bench.person)?;
        bench
            .until("a first message stands there", |bench| Ok(bench.showing(direct, "are on")?.len() == 1))
            .await?;
        assert_eq!(bench.showing(bench.market, "You're set")?.len(), 1);
        assert!(bench.adapter.is_connected().await);
        bench.nothing_refused()?;
        bench.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn in_the_bots_own_channel_nothing_hides_and_nothing_is_opened() -> anyhow::Result<()> {
    let bench = Bench::start(Mode::Url).await?;
    let direct = bench.standin.open_dm(bench.person)?;
    let asked = set_up(&bench, direct).await?;
    assert!(!is_private(asked.card()?));
    bench.press(asked.card()?, "Turn on match messages").await?;
    bench.until("it is done", |bench| Ok(bench.showing(direct, "You're set")?.len() == 1)).await?;
    assert_eq!(bench.calls("/users/@me/channels"), 0);
    bench.nothing_refused()?;
    bench.end().await
}

#[tokio::test]
async fn closed_direct_messages_are_told_and_not_tried_again() -> anyhow::Result<()> {
    let bench = Bench::start(Mode::Url).await?;
    let asked = set_up(&bench, bench.market).await?;
    bench.standin.set_dms_closed(bench.person, true)?;
    bench.press(asked.card()?, "Turn on match messages").await?;
    bench
        .until("the person is told", |bench| {
            Ok(!bench.showing(bench.market, "I can't write to you yet")?.is_empty())
        })
        .await?;
    let refusals = bench.standin.journal().list().iter().filter(|call| call.status == 403).count();
    assert_eq!(refusals, 1);
    bench.end().await
}

#[tokio::test]
async fn a_mistake_in_a_form_costs_nothing_that_was_typed() -> anyhow::Result<()> {
    let bench = Bench::start(Mode::Url).await?;
    let welcome = bench.run("start").await?;
    bench.press(welcome.card()?, "I'm hiring").await?;
    let form = bench.run("request post").await?;
    let typed = [
        ("title", "Landing page"),
        ("what", "Five sections"),
        ("skills", "Webflow"),
        ("budget", "oodles"),
        ("when", "remote"),
    ];
    let wrong = bench.submit(&form, &typed).await?;
    let fix = bench.press(wrong.card()?, "Fix 1 problem").await?;
    assert!(fix.0["modal"]["raw"].to_string().contains("Five sections"), "{}", fix.0);
    bench.submit(&fix, &[("budget", "800-1200 EUR")]).await?;
    bench
        .until("the draft is shown", |bench| Ok(!bench.showing(bench.market, "Publish")?.is_empty()))
        .await?;
    bench.nothing_refused()?;
    bench.end().await
}

#[tokio::test]
async fn a_form_that_is_late_comes_as_a_card() -> anyhow::Result<()> {
    let bench = Bench::start(Mode::Url).await?;
    let welcome = bench.run("start").await?;
    let hold = bench.core.desk.storage.write(|_| {
        Box::pin(async {
            tokio::time::sleep(Duration::from_secs(3)).await;
            Ok::<_, Error<Never>>(())
        })
    });
    let press = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        bench.press(welcome.card()?, "I'm looking for work").await
    };
    let (held, late) = tokio::join!(hold, press);
    held.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let late = late?;
    assert!(late.0["answered_after_ms"].as_i64().is_some_and(|after| after < 3_000), "{}", late.0);
    let form = bench.press(late.card()?, "Open the form").await?;
    assert!(form.0["modal"].is_object(), "{}", form.0);
    bench.nothing_refused()?;
    bench.end().await
}

#[tokio::test]
async fn completion_answers_at_once() -> anyhow::Result<()> {
    let bench = Bench::start(Mode::Url).await?;
    let typed = Call::new("help").with("topic", "");
    let choices = bench.standin.autocomplete(bench.person, bench.market, &typed, "topic").await?;
    assert!(choices.as_array().is_some_and(|choices| choices.len() > 3), "{choices}");
    bench.nothing_refused()?;
    bench.end().await
}

#[tokio::test]
async fn faults_on_every_call_of_an_answer_are_got_over() -> anyhow::Result<()> {
    let bench = Bench::start(Mode::Address).await?;
    for route in ["callback", "@original"] {
        for kind in [Kind::ServerError, Kind::DropBefore, Kind::DropAfter, Kind::TooMany] {
            bench.fault(route, kind);
            let started = Instant::now();
            let help = bench.run("help").await.with_context(|| format!("{kind:?} on {route}"))?;
            assert_eq!(help.0["messages"].as_array().map(Vec::len), Some(1), "{kind:?} on {route}");
            assert!(
                started.elapsed() < Duration::from_secs(5),
                "{kind:?} on {route}: {:?}",
                started.elapsed()
            );
            bench.standin.faults().clear();
        }
    }
    bench.end().await
}
