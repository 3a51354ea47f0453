//! Many people at once.

use std::time::Duration;

use futures::{StreamExt, stream};
use playground::discord::{Call, NewUser};
use serde_json::json;

use super::probes::{Probe, line, with};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_people_are_answered_in_time() {
    let mut probe = Probe::new().await;
    let discord = &probe.stage.discord;
    let mut ran = Vec::new();
    for n in 0..500 {
        let user = discord.add_user(NewUser { username: format!("user{n}"), ..NewUser::default() });
        let channel = discord.open_dm(user).expect("the user is there");
        ran.push(discord.run(user, channel, &Call::new("do")).expect("the command is there"));
    }
    let mut events = Vec::new();
    for _ in &ran {
        events.push(probe.gateway.interaction().await);
    }
    let body = json!({"type": 4, "data": with(&json!([line("Hello")]))});
    let answers = stream::iter(&events).map(|event| probe.rest.answer(event, &body));
    let statuses: Vec<u16> = answers.buffer_unordered(32).map(|answer| answer.status).collect().await;
    assert_eq!(statuses, [204; 500]);
    for id in ran {
        let seen = probe.stage.discord.settled(id, Duration::from_secs(1)).await.expect("it is answered");
        assert_eq!(seen["state"], "answered");
    }
}
