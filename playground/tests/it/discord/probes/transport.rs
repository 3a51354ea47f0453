//! Tokens, routes and rate limits.

use reqwest::Method;
use serde_json::json;

use super::Probe;
use crate::discord::{
    stage::Stage,
    wire::{Answer, Rest},
};

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("missing")
}

#[tokio::test]
async fn a_wrong_token_or_route_is_refused() {
    let stage = Stage::new().await;
    let mut rest = Rest::of(&stage);
    assert_eq!(rest.get("/nonsense").await.refusal(), (404, 0));
    assert_eq!(rest.put("/gateway", &json!({})).await.refusal(), (405, 0));
    rest.token = "wrong".to_owned();
    assert_eq!(rest.get("/users/@me").await.refusal(), (401, 0));
    let journal = stage.discord.journal().list();
    assert_eq!(journal.len(), 3);
    assert!(journal.iter().all(|call| call.refused.is_some()));
}

#[tokio::test]
async fn a_body_that_is_no_json_is_50109() {
    let stage = Stage::new().await;
    let url = format!("{}/api/v10/channels/{}/messages", stage.discord.url(), stage.channel);
    let client = reqwest::Client::builder().build().expect("a client");
    let token = format!("Bot {}", stage.discord.token());
    let request = client.post(url).header("Authorization", token).header("Content-Type", "application/json");
    let answer = request.body("{").send().await.expect("an answer");
    assert_eq!(answer.status(), 400);
    let body: serde_json::Value = answer.json().await.expect("JSON");
    assert_eq!(body["code"], 50109);
}

#[tokio::test]
async fn a_route_has_its_own_limit_and_says_when_it_ends() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    let body = json!({"content": "x"});
    for left in (0..5).rev() {
        let answer = rest.say(stage.channel, &body).await;
        assert_eq!(
            (answer.status, header(&answer, "x-ratelimit-remaining")),
            (200, left.to_string().as_str())
        );
        assert_eq!(header(&answer, "x-ratelimit-limit"), "5");
    }
    let over = rest.say(stage.channel, &body).await;
    assert_eq!((over.status, &over.body["global"]), (429, &json!(false)));
    let wait = over.body["retry_after"].as_f64().expect("a number");
    assert!(wait > 0.0 && wait <= 5.0, "{wait}");
    assert_eq!(header(&over, "x-ratelimit-scope"), "user");
    assert_ne!(header(&over, "retry-after"), "missing");
    let other = stage.discord.channel("market").expect("the default server has one");
    assert_eq!(rest.say(other, &body).await.status, 200, "another channel is another bucket");
    stage.clock.jump(5_000);
    assert_eq!(rest.say(stage.channel, &body).await.status, 200);
}

#[tokio::test]
async fn fifty_requests_a_second_in_all_but_interactions_are_exempt() {
    let mut probe = Probe::new().await;
    let event = probe.command().await;
    probe.rest.answer(&event, &json!({"type": 5})).await;
    probe.stage.clock.jump(2_000);
    let mut over = None;
    for n in 0..60 {
        // another bucket each time, and none of them is there
        let answer = probe.rest.call(Method::GET, &format!("/channels/{}", n + 1), None).await;
        if answer.status == 429 {
            over = Some((n, answer));
            break;
        }
    }
    let (allowed, over) = over.expect("the global limit holds");
    assert_eq!(allowed, 50);
    assert_eq!((&over.body["global"], header(&over, "x-ratelimit-global")), (&json!(true), "true"));
    let path = probe.rest.webhook(&event, "/messages/@original");
    assert_eq!(probe.rest.get(&path).await.status, 200);
}
