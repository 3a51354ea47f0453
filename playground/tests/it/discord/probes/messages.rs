//! Messages as a whole.

use serde_json::json;

use super::{Probe, button, line, row, with};
use crate::discord::{
    stage::Stage,
    wire::{Rest, id},
};

#[tokio::test]
async fn an_empty_message_is_50006() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    for body in [json!({}), json!({"content": "  "}), json!({"flags": 1 << 15, "components": []})] {
        assert_eq!(rest.say(stage.channel, &body).await.refusal(), (400, 50006), "{body}");
    }
}

#[tokio::test]
async fn v2_forbids_content_and_embeds_and_is_needed_for_its_components() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    for (field, value) in [("content", json!("Hello")), ("embeds", json!([{"title": "Hello"}]))] {
        let mut body = with(&json!([line("Hello")]));
        body[field] = value;
        let answer = rest.say(stage.channel, &body).await;
        assert_eq!(answer.refusal(), (400, 50035));
        assert_eq!(answer.error_at(field), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
    }
    let answer = rest.say(stage.channel, &json!({"components": [line("Hello")]})).await;
    assert_eq!(answer.error_at("components.0"), "UNION_TYPE_CHOICES");
    let six: Vec<_> = (0..6).map(|n| row(&json!([button(&n.to_string())]))).collect();
    let answer = rest.say(stage.channel, &json!({"content": "Hello", "components": six})).await;
    assert_eq!(answer.error_at("components"), "BASE_TYPE_MAX_LENGTH");
}

#[tokio::test]
async fn a_bots_text_has_2000_characters() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    let answer = rest.say(stage.channel, &json!({"content": "x".repeat(2_001)})).await;
    assert_eq!((answer.refusal(), answer.error_at("content")), ((400, 50035), "BASE_TYPE_MAX_LENGTH"));
}

#[tokio::test]
async fn v2_is_never_taken_back() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    let sent = rest.say(stage.channel, &with(&json!([line("Hello")]))).await;
    let path = format!("/channels/{}/messages/{}", stage.channel, id(&sent.body["id"]));
    let answer = rest.patch(&path, &json!({"content": "Hello", "components": []})).await;
    assert_eq!(answer.error_at("content"), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
    let answer = rest.patch(&path, &json!({"flags": 0, "components": [line("Bye")]})).await;
    assert_eq!((answer.status, &answer.body["flags"]), (200, &json!(1 << 15)));
    let plain = rest.say(stage.channel, &json!({"content": "Hello"})).await;
    let path = format!("/channels/{}/messages/{}", stage.channel, id(&plain.body["id"]));
    let answer = rest.patch(&path, &with(&json!([line("Hello")]))).await;
    assert_eq!(answer.error_at("content"), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
}

#[tokio::test]
async fn what_is_not_there_is_404() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    assert_eq!(rest.say(1, &json!({"content": "x"})).await.refusal(), (404, 10003));
    let path = format!("/channels/{}/messages/1", stage.channel);
    assert_eq!(rest.patch(&path, &json!({"content": "x"})).await.refusal(), (404, 10008));
    assert_eq!(rest.get("/users/1").await.refusal(), (404, 10013));
    let answer = rest.get("/channels/nonsense").await;
    assert_eq!((answer.status, answer.error_at("channel_id")), (400, "NUMBER_TYPE_COERCE"));
}

#[tokio::test]
async fn an_ephemeral_message_is_out_of_the_channels_reach() {
    let mut probe = Probe::new().await;
    let event = probe.command().await;
    let mut body = with(&json!([line("For you")]));
    body["flags"] = json!(1 << 15 | 1 << 6);
    assert_eq!(probe.rest.answer(&event, &json!({"type": 4, "data": body})).await.status, 204);
    let shown = probe.stage.seen();
    let path = format!("/channels/{}/messages/{}", probe.stage.channel, id(&shown[0]["id"]));
    assert_eq!(probe.rest.get(&path).await.refusal(), (404, 10008));
    let other = probe.stage.discord.add_user(playground::discord::NewUser::default());
    assert!(probe.stage.discord.messages(other, probe.stage.channel).expect("in the channel").is_empty());
}

#[tokio::test]
async fn a_nonce_sent_again_gives_the_same_message_for_some_minutes() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    let body = json!({"content": "Once", "nonce": "abc", "enforce_nonce": true});
    let first = rest.say(stage.channel, &body).await;
    let again = rest.say(stage.channel, &body).await;
    assert_eq!((first.status, again.status), (200, 200));
    assert_eq!(first.body["id"], again.body["id"]);
    stage.clock.jump(600_000);
    let later = rest.say(stage.channel, &body).await;
    assert_ne!(first.body["id"], later.body["id"]);
    let long = json!({"content": "x", "nonce": "x".repeat(26)});
    assert_eq!(rest.say(stage.channel, &long).await.refusal(), (400, 50035));
}

#[tokio::test]
async fn mentions_are_checked_and_open_ones_are_warned_of() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    let both =
        json!({"content": "x", "allowed_mentions": {"parse": ["users"], "users": [stage.user.to_string()]}});
    let answer = rest.say(stage.channel, &both).await;
    assert_eq!(answer.error_at("allowed_mentions"), "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE");
    let text = format!("<@{}>", stage.user);
    let open = rest.say(stage.channel, &json!({"content": text})).await;
    assert_eq!(open.body["mentions"][0]["id"], stage.user.to_string());
    let closed = rest.say(stage.channel, &json!({"content": text, "allowed_mentions": {"parse": []}})).await;
    assert_eq!(closed.body["mentions"], json!([]));
    let warned: Vec<bool> =
        stage.discord.journal().list().iter().map(|call| call.warning.is_some()).collect();
    assert_eq!(warned, [true, true, false]);
}
