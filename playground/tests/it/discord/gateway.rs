//! The gateway: closing, dropping, resuming.

use playground::discord::{Call, Mishap, NewUser};
use serde_json::json;
use serenity::all::Interaction;

use super::{
    bot::{Bot, plain},
    probes::Probe,
    stage::Stage,
    wire::{Gateway, id},
};

#[tokio::test]
async fn bad_clients_are_closed_with_discords_codes() {
    let stage = Stage::new().await;
    let token = stage.discord.token().to_owned();
    let identify = |token: &str, intents: u64| json!({"op": 2, "d": {"token": token, "intents": intents, "properties": {}}});
    let mut sharded = identify(&token, 0);
    sharded["d"]["shard"] = json!([2, 2]);
    for (payload, code) in [
        (identify("wrong", 0), 4004),
        (identify(&token, 1 << 40), 4013),
        (identify(&token, 1 << 15), 4014),
        (sharded, 4010),
        (json!({"op": 6, "d": {"token": "wrong", "session_id": "s", "seq": 0}}), 4004),
        (json!({"op": 3, "d": {}}), 4003),
        (json!({"op": 77}), 4001),
    ] {
        let mut gateway = Gateway::open(&stage).await;
        gateway.send(&payload).await;
        assert_eq!(gateway.closed().await, Some(code), "{payload}");
    }
    let (mut twice, _) = Gateway::identified(&stage).await;
    twice.identify(&token, 0).await;
    assert_eq!(twice.closed().await, Some(4005));
}

#[tokio::test]
async fn a_heartbeat_is_acknowledged() {
    let stage = Stage::new().await;
    let mut gateway = Gateway::open(&stage).await;
    gateway.send(&json!({"op": 1, "d": null})).await;
    assert_eq!(gateway.next().await, json!({"op": 11}));
}

#[tokio::test]
async fn a_server_is_shown_to_those_who_ask_for_it() {
    let stage = Stage::new().await;
    let mut gateway = Gateway::open(&stage).await;
    gateway.identify(stage.discord.token(), 1).await;
    let ready = gateway.next().await;
    assert_eq!(ready["d"]["guilds"][0]["unavailable"], true);
    let guild = gateway.next().await;
    assert_eq!((guild["t"].as_str(), guild["s"].as_u64()), (Some("GUILD_CREATE"), Some(2)));
    assert_eq!(guild["d"]["id"], ready["d"]["guilds"][0]["id"]);
}

#[tokio::test]
async fn what_was_missed_comes_with_the_resume() {
    let probe = Probe::new().await;
    let Probe { stage, gateway, .. } = probe;
    let (mut watched, ready) = Gateway::identified(&stage).await;
    gateway.close(1000).await;
    stage.discord.mishap(Mishap::Drop);
    assert_eq!(watched.closed().await, None, "it breaks off without a word");
    stage.gateway(false).await;
    let missed =
        stage.discord.run(stage.user, stage.channel, &Call::new("do")).expect("the command is there");

    let resume = json!({"op": 6, "d": {
        "token": stage.discord.token(), "session_id": ready["session_id"], "seq": watched.seq,
    }});
    let mut back = Gateway::open(&stage).await;
    back.send(&resume).await;
    let replayed = back.next().await;
    assert_eq!((replayed["t"].as_str(), id(&replayed["d"]["id"])), (Some("INTERACTION_CREATE"), missed));
    assert_eq!(back.next().await["t"], "RESUMED");

    stage.discord.mishap(Mishap::InvalidSession);
    assert_eq!(back.next().await, json!({"op": 9, "d": false}));
    let mut again = Gateway::open(&stage).await;
    again.send(&resume).await;
    assert_eq!(again.next().await, json!({"op": 9, "d": false}), "the session is gone");
    let mut asked = Gateway::identified(&stage).await.0;
    stage.discord.mishap(Mishap::Reconnect);
    assert_eq!(asked.next().await["op"], 7);
}

#[tokio::test]
async fn serenity_comes_back_and_hears_what_it_missed() {
    let stage = Stage::new().await;
    let mut bot = Bot::connect(plain(&stage)).await;
    bot.register(&json!([{"name": "do", "description": "Do it"}])).await;
    for mishap in [Mishap::Drop, Mishap::Reconnect] {
        stage.discord.mishap(mishap);
        let ran =
            stage.discord.run(stage.user, stage.channel, &Call::new("do")).expect("the command is there");
        let Interaction::Command(command) = bot.interaction().await else { panic!("a command") };
        assert_eq!(command.id.get(), ran);
        bot.answer(ran, &command.token, &json!({"type": 4, "data": {"content": "Done"}}))
            .await
            .expect("in time");
    }
    stage.discord.restart(200).await;
    stage.gateway(false).await;
    stage.gateway(true).await;
    let dm = stage.discord.open_dm(stage.user).expect("the user is there");
    let ran = stage.discord.run(stage.user, dm, &Call::new("do")).expect("the command is there");
    let Interaction::Command(command) = bot.interaction().await else { panic!("a command") };
    assert_eq!((command.id.get(), command.guild_id), (ran, None));
    assert_eq!(stage.discord.channel("general"), Some(stage.channel), "a restart forgets nothing");
}

#[tokio::test]
async fn an_interaction_says_who_where_and_in_which_language() {
    let mut probe = Probe::new().await;
    let person =
        NewUser { username: "luka".to_owned(), locale: Some("pt-BR".to_owned()), ..NewUser::default() };
    let user = probe.stage.discord.add_user(person);
    probe.stage.discord.run(user, probe.stage.channel, &Call::new("do").with("what", "it")).expect("fine");
    let here = probe.gateway.interaction().await;
    assert_eq!((here["type"].as_u64(), here["context"].as_u64()), (Some(2), Some(0)));
    assert_eq!(here["member"]["user"]["username"], "luka");
    assert_eq!(here["locale"], "pt-BR");
    assert_eq!(here["authorizing_integration_owners"], json!({"0": here["guild_id"]}));
    assert_eq!(here["data"]["options"], json!([{"name": "what", "type": 3, "value": "it"}]));
    assert!(here["app_permissions"].is_string());
    let dm = probe.stage.discord.open_dm(user).expect("the user is there");
    probe.stage.discord.run(user, dm, &Call::new("do")).expect("fine");
    let there = probe.gateway.interaction().await;
    assert_eq!((there["context"].as_u64(), &there["user"]["username"]), (Some(1), &json!("luka")));
    assert_eq!((there.get("guild_id"), there.get("member")), (None, None));
    assert_eq!(there["authorizing_integration_owners"], json!({"0": "0"}));
}
