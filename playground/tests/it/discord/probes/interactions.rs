//! First answers, follow-ups and tokens.

use serde_json::json;

use super::{Probe, button, line, row, with};
use crate::discord::wire::id;

const MINUTE_MS: i64 = 60_000;

#[tokio::test]
async fn a_second_answer_is_40060() {
    let mut probe = Probe::new().await;
    let event = probe.command().await;
    let defer = json!({"type": 5});
    assert_eq!(probe.rest.answer(&event, &defer).await.status, 204);
    assert_eq!(probe.rest.answer(&event, &defer).await.refusal(), (400, 40060));
    let modal = json!({"type": 9, "data": super::form(&json!([super::input("why")]))});
    assert_eq!(probe.rest.answer(&event, &modal).await.refusal(), (400, 40060), "a modal after a defer");
}

#[tokio::test]
async fn a_late_answer_is_10062_and_the_person_is_told() {
    let mut probe = Probe::new().await;
    let event = probe.command().await;
    assert_eq!(probe.stage.settled(id(&event["id"])).await["state"], "failed");
    assert_eq!(probe.rest.answer(&event, &json!({"type": 5})).await.refusal(), (404, 10062));
    assert_eq!(probe.stage.seen()[0]["notice"], "The application did not respond");
    let mut other = event;
    other["id"] = json!("1");
    assert_eq!(probe.rest.answer(&other, &json!({"type": 5})).await.refusal(), (404, 10062));
}

#[tokio::test]
async fn without_a_gateway_nobody_responds() {
    let probe = Probe::new().await;
    let Probe { stage, gateway, .. } = probe;
    gateway.close(1000).await;
    stage.gateway(false).await;
    let call = playground::discord::Call::new("do");
    let ran = stage.discord.run(stage.user, stage.channel, &call).expect("the command is there");
    assert_eq!(stage.settled(ran).await["state"], "failed");
}

#[tokio::test]
async fn a_dead_token_is_50027() {
    let mut probe = Probe::new().await;
    let event = probe.command().await;
    probe.rest.answer(&event, &json!({"type": 5})).await;
    probe.stage.clock.jump(14 * MINUTE_MS);
    let path = probe.rest.webhook(&event, "/messages/@original");
    assert_eq!(probe.rest.get(&path).await.status, 200);
    probe.stage.clock.jump(2 * MINUTE_MS);
    assert_eq!(probe.rest.patch(&path, &with(&json!([line("x")]))).await.refusal(), (401, 50027));
    let follow_up = probe.rest.webhook(&event, "");
    assert_eq!(probe.rest.post(&follow_up, &with(&json!([line("x")]))).await.refusal(), (401, 50027));
    assert_eq!(probe.stage.seen()[0]["notice"], "The application did not respond");
    let made_up = format!("/webhooks/{}/made-up", probe.rest.application);
    assert_eq!(probe.rest.post(&made_up, &json!({"content": "x"})).await.refusal(), (401, 50027));
}

#[tokio::test]
async fn before_the_first_answer_there_is_no_webhook() {
    let mut probe = Probe::new().await;
    let event = probe.command().await;
    let original = probe.rest.webhook(&event, "/messages/@original");
    assert_eq!(probe.rest.get(&original).await.refusal(), (404, 10015));
    let follow_up = probe.rest.webhook(&event, "");
    assert_eq!(probe.rest.post(&follow_up, &json!({"content": "x"})).await.refusal(), (404, 10015));
    probe.rest.answer(&event, &json!({"type": 4, "data": {"content": "Done"}})).await;
    let wrong = original.replace(&probe.rest.application.to_string(), "1");
    assert_eq!(probe.rest.get(&wrong).await.refusal(), (404, 10015));
    let deleted = probe.rest.call(reqwest::Method::DELETE, &original, None).await;
    assert_eq!(deleted.status, 204);
    assert_eq!(probe.rest.get(&original).await.refusal(), (404, 10008));
}

#[tokio::test]
async fn an_update_belongs_to_a_card() {
    let mut probe = Probe::new().await;
    let from_command = probe.command().await;
    let from_form = probe.submit(false).await;
    for event in [from_command, from_form] {
        for kind in [6, 7] {
            let answer =
                probe.rest.answer(&event, &json!({"type": kind, "data": with(&json!([line("x")]))})).await;
            assert_eq!(answer.refusal(), (400, 50035));
            assert_eq!(answer.error_at("type"), "BASE_TYPE_CHOICES");
        }
    }
    for event in [probe.press().await, probe.submit(true).await] {
        assert_eq!(probe.rest.answer(&event, &json!({"type": 6})).await.status, 204);
        let path = probe.rest.webhook(&event, "/messages/@original");
        let edited = probe.rest.patch(&path, &with(&json!([line("Changed")]))).await;
        assert_eq!(edited.body["id"], event["message"]["id"]);
    }
}

#[tokio::test]
async fn privacy_is_fixed_by_the_deferral() {
    let mut probe = Probe::new().await;
    let private = probe.command().await;
    probe.rest.answer(&private, &json!({"type": 5, "data": {"flags": 64}})).await;
    let path = probe.rest.webhook(&private, "/messages/@original");
    let edited = probe.rest.patch(&path, &with(&json!([line("Private")]))).await;
    assert_eq!(edited.body["flags"], 1 << 15 | 64);
    let public = probe.command().await;
    probe.rest.answer(&public, &json!({"type": 5})).await;
    let mut body = with(&json!([line("Public")]));
    body["flags"] = json!(1 << 15 | 64);
    let first = probe.rest.post(&probe.rest.webhook(&public, ""), &body).await;
    assert_eq!(first.body["flags"], 1 << 15, "the first follow-up fills the deferred answer");
    let second = probe.rest.post(&probe.rest.webhook(&public, ""), &body).await;
    assert_eq!(second.body["flags"], 1 << 15 | 64);
}

#[tokio::test]
async fn with_response_says_which_message() {
    let mut probe = Probe::new().await;
    let event = probe.command().await;
    let (id, token) = (&event["id"], &event["token"]);
    let path = format!(
        "/interactions/{}/{}/callback?with_response=true",
        id.as_str().expect("id"),
        token.as_str().expect("token")
    );
    let answer = probe.rest.post(&path, &json!({"type": 4, "data": with(&json!([line("Hello")]))})).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body["resource"]["message"]["id"], answer.body["interaction"]["response_message_id"]);
    assert_eq!(answer.body["interaction"]["response_message_ephemeral"], false);
}

#[tokio::test]
async fn a_person_with_the_app_alone_gets_five_follow_ups() {
    let mut probe = Probe::new().await;
    let user = probe.stage.discord.add_user(playground::discord::NewUser {
        username: "far".to_owned(),
        outside: true,
        installed: true,
        ..Default::default()
    });
    let dm = probe.stage.discord.open_dm(user).expect("the user is there");
    let call = playground::discord::Call::new("do");
    probe.stage.discord.run(user, dm, &call).expect("the command is there");
    let event = probe.gateway.interaction().await;
    assert_eq!(event["authorizing_integration_owners"], json!({"1": user.to_string()}));
    assert_eq!(event["context"], 1);
    let card = with(&json!([row(&json!([button("b")]))]));
    probe.rest.answer(&event, &json!({"type": 4, "data": card})).await;
    let path = probe.rest.webhook(&event, "");
    let mut ends = Vec::new();
    for _ in 0..6 {
        ends.push(probe.rest.post(&path, &card).await.refusal());
        probe.stage.clock.jump(2_000);
    }
    assert_eq!(ends[5], (400, 40094));
    assert!(ends[..5].iter().all(|(status, _)| *status == 200));
}
