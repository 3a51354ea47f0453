//! Direct messages: Discord's ways to say that somebody can't be written to.

use playground::discord::{NewUser, Options};
use serde_json::{Value, json};

use crate::discord::{
    stage::Stage,
    wire::{Answer, Rest, id},
};

async fn open(rest: &Rest, user: u64) -> Answer {
    rest.post("/users/@me/channels", &json!({"recipient_id": user.to_string()})).await
}

#[tokio::test]
async fn closed_dms_are_50007_and_strangers_50278() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    let channel = id(&open(&rest, stage.user).await.body["id"]);
    assert_eq!(rest.say(channel, &json!({"content": "Hello"})).await.status, 200);
    stage.discord.set_dms_closed(stage.user, true).expect("the user is there");
    assert_eq!(rest.say(channel, &json!({"content": "Hello"})).await.refusal(), (403, 50007));
    let far = NewUser { username: "far".to_owned(), outside: true, ..NewUser::default() };
    let stranger = stage.discord.add_user(far);
    let channel = id(&open(&rest, stranger).await.body["id"]);
    assert_eq!(rest.say(channel, &json!({"content": "Hello"})).await.refusal(), (403, 50278));
}

#[tokio::test]
async fn many_new_channels_at_once_are_40003() {
    let stage = Stage::with(Options { new_dms: 2, ..Options::default() }).await;
    let rest = Rest::of(&stage);
    let users: Vec<u64> = (0..3)
        .map(|n| stage.discord.add_user(NewUser { username: format!("user{n}"), ..NewUser::default() }))
        .collect();
    assert_eq!(open(&rest, users[0]).await.status, 200);
    assert_eq!(open(&rest, users[1]).await.status, 200);
    assert_eq!(open(&rest, users[2]).await.refusal(), (400, 40003));
    assert_eq!(open(&rest, users[0]).await.status, 200, "a channel that is there already is not a new one");
    stage.clock.jump(600_000);
    assert_eq!(open(&rest, users[2]).await.status, 200);
}

#[tokio::test]
async fn somebody_who_is_not_there_is_10013() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    assert_eq!(open(&rest, 1).await.refusal(), (404, 10013));
    let nobody = rest.post("/users/@me/channels", &json!({"recipient_id": Value::Null})).await;
    assert_eq!(nobody.error_at("recipient_id"), "BASE_TYPE_REQUIRED");
    let word = rest.post("/users/@me/channels", &json!({"recipient_id": "ana"})).await;
    assert_eq!(word.error_at("recipient_id"), "NUMBER_TYPE_COERCE");
}
