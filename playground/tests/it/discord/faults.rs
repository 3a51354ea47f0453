//! What goes wrong on purpose.

use playground::{
    discord::Options,
    faults::{Kind, Rule},
};
use serde_json::json;

use serenity::{all::ChannelId, builder::CreateMessage};

use super::{bot::secure, stage::Stage, wire::Rest};

fn rule(kind: Kind) -> Rule {
    Rule { route: "/messages".to_owned(), kind, times: 1, retry_after: Some(0.25), delay_ms: Some(300) }
}

#[tokio::test]
async fn each_fault_strikes_once_and_says_what_it_did() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    let path = format!("/channels/{}/messages", stage.channel);
    let body = json!({"content": "x"});
    let post = || rest.try_call(reqwest::Method::POST, &path, Some(&body));

    stage.discord.faults().add(rule(Kind::TooMany));
    let answer = post().await.expect("an answer");
    assert_eq!((answer.status, answer.body["retry_after"].as_f64()), (429, Some(0.25)));
    stage.discord.faults().add(rule(Kind::ServerError));
    assert_eq!(post().await.expect("an answer").status, 502);
    stage.discord.faults().add(rule(Kind::DropBefore));
    assert!(post().await.is_err(), "the connection is cut");
    assert_eq!(stage.seen().len(), 0, "nothing was done so far");

    stage.discord.faults().add(rule(Kind::DropAfter));
    assert!(post().await.is_err(), "the connection is cut");
    assert_eq!(stage.seen().len(), 1, "it was done all the same");
    stage.discord.faults().add(rule(Kind::Delay));
    let started = tokio::time::Instant::now();
    assert_eq!(post().await.expect("an answer").status, 200);
    assert!(started.elapsed() >= std::time::Duration::from_millis(300));

    let statuses: Vec<u16> = stage.discord.journal().list().iter().map(|call| call.status).collect();
    assert_eq!(statuses, [429, 502, 0, 0, 200]);
    assert_eq!(stage.discord.faults().list(), []);
}

#[tokio::test]
async fn serenitys_own_limiter_waits_and_comes_back() {
    let tls = Some(([127, 0, 0, 1], 0).into());
    let stage = Stage::with(Options { tls, ..Options::default() }).await;
    let http = secure(&stage);
    stage.discord.faults().add(rule(Kind::TooMany));
    let message = CreateMessage::new().content("Hello");
    ChannelId::new(stage.channel).send_message(&http, message).await.expect("it is sent in the end");
    let statuses: Vec<u16> = stage.discord.journal().list().iter().map(|call| call.status).collect();
    assert_eq!(statuses, [429, 200]);
}
