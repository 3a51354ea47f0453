//! The unmodified serenity client, in both modes.

use playground::discord::{Call, Options};
use serde_json::{Map, json};
use serenity::all::Interaction;

use super::{
    bot::{Bot, card, plain, secure},
    stage::Stage,
};

#[tokio::test]
async fn a_plain_client_takes_a_command_a_press_and_a_modal() {
    let stage = Stage::new().await;
    let bot = Bot::connect(plain(&stage)).await;
    journey(stage, bot).await;
}

#[tokio::test]
async fn a_client_of_discord_com_takes_a_command_a_press_and_a_modal() {
    let tls = Some(([127, 0, 0, 1], 0).into());
    let stage = Stage::with(Options { tls, ..Options::default() }).await;
    let bot = Bot::connect(secure(&stage)).await;
    journey(stage, bot).await;
}

async fn journey(stage: Stage, mut bot: Bot) {
    bot.register(&json!([{
        "name": "request", "description": "Requests", "contexts": [0, 1], "integration_types": [0, 1],
        "options": [{"type": 1, "name": "post", "description": "Post one", "options": [
            {"type": 3, "name": "title", "description": "What you need", "required": true, "max_length": 80},
            {"type": 4, "name": "budget", "description": "Whole euros", "min_value": 1},
        ]}],
    }]))
    .await;

    let call = Call::new("request post").with("title", "A logo").with("budget", 300);
    let ran = stage.discord.run(stage.user, stage.channel, &call).expect("the command is registered");
    let Interaction::Command(command) = bot.interaction().await else { panic!("a command") };
    assert_eq!(command.id.get(), ran);
    assert_eq!(command.data.name, "request");
    assert_eq!(command.user.name, "ana");
    assert_eq!(command.data.options[0].name, "post");
    let thinking = json!({"type": 5, "data": {"flags": 64}});
    bot.answer(ran, &command.token, &thinking).await.expect("the defer");
    assert_eq!(stage.seen()[0]["flags"], 128 | 64);
    bot.edit(&command.token, &card("A logo, 300 euros", Some("form:1"))).await.expect("the card");
    assert_eq!(stage.settled(ran).await["state"], "answered");

    let shown = stage.seen();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0]["flags"], 1 << 15 | 64);
    let message = shown[0]["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
    let pressed = stage.discord.press(stage.user, message, "form:1", None).expect("the button is there");
    let Interaction::Component(press) = bot.interaction().await else { panic!("a press") };
    assert_eq!(press.data.custom_id, "form:1");
    assert_eq!(press.message.id.get(), message);
    let input = json!({"type": 4, "custom_id": "why", "style": 2, "label": "Why you?", "max_length": 200});
    let form = json!({"type": 9, "data": {
        "custom_id": "propose:1", "title": "Propose", "components": [{"type": 1, "components": [input]}],
    }});
    bot.answer(pressed, &press.token, &form).await.expect("the modal");

    let modal = stage.settled(pressed).await["modal"]["id"].as_str().and_then(|id| id.parse().ok());
    let fields = Map::from_iter([("why".to_owned(), json!("I draw logos"))]);
    let sent = stage.discord.submit(stage.user, modal.expect("a modal"), &fields).expect("the modal is open");
    let Interaction::Modal(submit) = bot.interaction().await else { panic!("a modal") };
    assert_eq!(submit.data.custom_id, "propose:1");
    assert_eq!(submit.message.as_ref().map(|message| message.id.get()), Some(message));
    let mut changed = card("Sent", None);
    changed["flags"] = json!(1 << 15);
    bot.answer(sent, &submit.token, &json!({"type": 7, "data": changed})).await.expect("the change");
    let shown = stage.seen();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0]["components"][0]["components"][0]["content"], "Sent");

    let refused: Vec<_> =
        stage.discord.journal().list().into_iter().filter(|call| call.refused.is_some()).collect();
    assert_eq!(refused, []);
    bot.shut_down().await;
    stage.gateway(false).await;
}
