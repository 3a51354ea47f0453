//! The sender on real sockets.

use std::time::Duration;

use anyhow::Context as _;
use playground::faults::Kind;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::{Call, Failure, To};
use crate::render::Renderer;
use crate::standin::{Mode, StandIn};

fn message(channel: u64) -> Call {
    Call::post(To::Messages { channel }, Renderer::default().line("Hello"))
}

#[tokio::test]
async fn a_message_arrives_in_both_modes() -> anyhow::Result<()> {
    let standin = StandIn::start().await?;
    let channel = standin.discord.channel("market").context("the server has it")?;
    for mode in Mode::BOTH {
        let rest = standin.rest(mode)?;
        let gateway = rest.send(&Call::get(To::GatewayBot)).await?;
        assert!(gateway["url"].as_str().is_some_and(|url| url.starts_with("ws://")), "{gateway}");
        let sent = rest.send(&message(channel)).await?;
        assert!(sent["id"].is_string(), "{sent}");
    }
    Ok(())
}

#[tokio::test]
async fn a_burst_is_held_back_before_discord_has_to() -> anyhow::Result<()> {
    let standin = StandIn::start().await?;
    let channel = standin.discord.channel("market").context("the server has it")?;
    let rest = standin.rest(Mode::Url)?;
    let calls: Vec<Call> =
        (0..8).map(|_| Call { patience: Duration::from_secs(2), ..message(channel) }).collect();
    let sent = futures::future::join_all(calls.iter().map(|call| rest.send(call))).await;
    let held = sent.iter().filter(|sent| matches!(sent, Err(Failure::NotSent { retry_after: Some(_), .. })));
    assert_eq!((standin.calls(200), held.count(), standin.calls(429)), (5, 3, 0));
    Ok(())
}

#[tokio::test]
async fn a_429_is_waited_out_before_the_next_call_on_that_route() -> anyhow::Result<()> {
    let standin = StandIn::start().await?;
    let channel = standin.discord.channel("market").context("the server has it")?;
    let rest = standin.rest(Mode::Address)?;
    standin.fault("messages", Kind::TooMany, 1, Some(0.4));
    let started = Instant::now();
    let refused = rest.send(&message(channel)).await;
    assert!(
        matches!(refused, Err(Failure::TooMany { retry_after }) if retry_after == Duration::from_millis(400))
    );
    rest.send(&message(channel)).await?;
    assert!(started.elapsed() >= Duration::from_millis(400), "{:?}", started.elapsed());
    Ok(())
}

#[tokio::test]
async fn what_happened_to_a_call_is_told_apart() -> anyhow::Result<()> {
    let standin = StandIn::start().await?;
    let channel = standin.discord.channel("market").context("the server has it")?;
    let rest = standin.rest(Mode::Url)?;
    standin.fault("messages", Kind::ServerError, 1, None);
    assert_eq!(rest.send(&message(channel)).await, Err(Failure::Fault { status: 502 }));
    standin.fault("messages", Kind::DropAfter, 1, None);
    assert!(matches!(rest.send(&message(channel)).await, Err(Failure::NoAnswer { .. })));
    let empty = Call::post(To::Messages { channel }, json!({ "flags": 1 << 15, "components": [] }));
    assert!(matches!(rest.send(&empty).await, Err(Failure::Refused { status: 400, .. })));
    let unknown = rest.send(&message(1)).await;
    assert!(matches!(unknown, Err(Failure::Refused { status: 404, code: 10_003, .. })), "{unknown:?}");
    Ok(())
}

#[tokio::test]
async fn nothing_more_is_sent_with_a_refused_token() -> anyhow::Result<()> {
    let standin = StandIn::start().await?;
    let rest = standin.rest_as(Mode::Url, "wrong")?;
    let first = rest.send(&Call::get(To::GatewayBot)).await;
    assert!(matches!(first, Err(Failure::Refused { status: 401, .. })), "{first:?}");
    for _ in 0..5 {
        assert!(matches!(rest.send(&Call::get(To::GatewayBot)).await, Err(Failure::NotSent { .. })));
    }
    assert_eq!(standin.calls(401), 1);
    Ok(())
}

#[tokio::test]
async fn a_server_that_is_away_is_told_as_not_sent_and_no_error_holds_a_token() -> anyhow::Result<()> {
    let standin = StandIn::start().await?;
    let rest = standin.rest(Mode::Url)?;
    standin.discord.restart(600).await;
    let call = Call::callback(7, "secret-token", Value::Null);
    let failure = rest.send(&call).await.err().context("it is away")?;
    assert!(matches!(failure, Failure::NotSent { .. }), "{failure}");
    assert!(!failure.to_string().contains("secret-token"), "{failure}");
    Ok(())
}
