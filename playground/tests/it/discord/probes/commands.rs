//! Registering commands.

use serde_json::{Value, json};

use crate::discord::{
    stage::Stage,
    wire::{Rest, id},
};

fn command(name: &str, options: &Value) -> Value {
    json!({"name": name, "description": "Does it", "options": options})
}

fn option(name: &str, required: bool) -> Value {
    json!({"type": 3, "name": name, "description": "Says it", "required": required})
}

#[tokio::test]
async fn names_texts_and_order_are_checked() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    let many: Value = (0..26).map(|n| option(&format!("o{n}"), false)).collect();
    let choices: Value = (0..26).map(|n| json!({"name": n.to_string(), "value": n.to_string()})).collect();
    let bounds = json!([{"type": 4, "name": "n", "description": "N", "min_value": 5, "max_value": 1}]);
    let mixed = json!([{"type": 1, "name": "sub", "description": "S"}, option("o", false)]);
    let locale = json!({"name": "ok", "description": "D", "description_localizations": {"xx": "D"}});
    let heavy: Value = (0..25)
        .map(|n| {
            let choices: Value =
                (0..25).map(|c| json!({"name": c.to_string(), "value": format!("{c:020}")})).collect();
            json!({"type": 3, "name": format!("o{n}"), "description": "x".repeat(100), "choices": choices})
        })
        .collect();
    for (body, path, code) in [
        (command("Upper", &json!([])), "0.name", "APPLICATION_COMMAND_INVALID_NAME"),
        (command("two words", &json!([])), "0.name", "APPLICATION_COMMAND_INVALID_NAME"),
        (command(&"x".repeat(33), &json!([])), "0.name", "BASE_TYPE_BAD_LENGTH"),
        (json!({"name": "ok"}), "0.description", "BASE_TYPE_REQUIRED"),
        (json!({"name": "ok", "description": "x".repeat(101)}), "0.description", "BASE_TYPE_MAX_LENGTH"),
        (command("ok", &many), "0.options", "BASE_TYPE_MAX_LENGTH"),
        (
            command("ok", &json!([option("a", false), option("b", true)])),
            "0.options.1",
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        (
            command("ok", &json!([option("a", false), option("a", false)])),
            "0.options.1",
            "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        ),
        (
            command("ok", &json!([{"type": 3, "name": "a", "description": "A", "choices": choices}])),
            "0.options.0.choices",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (command("ok", &bounds), "0.options.0.min_value", "APPLICATION_COMMAND_OPTIONS_BOUNDS_INVALID"),
        (command("ok", &mixed), "0.options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        (command("ok", &heavy), "0", "APPLICATION_COMMAND_TOO_LARGE"),
        (locale, "0.description_localizations.xx", "BASE_TYPE_CHOICES"),
        (json!({"name": "ok", "description": "D", "contexts": [7]}), "0.contexts.0", "BASE_TYPE_CHOICES"),
    ] {
        let answer = rest.register(&json!([body])).await;
        assert_eq!(answer.refusal(), (400, 50035), "{body}");
        assert_eq!(answer.error_at(path), code, "{}", answer.body);
        stage.clock.jump(5_000);
    }
    let twice = json!([command("ok", &json!([])), command("ok", &json!([]))]);
    let answer = rest.register(&twice).await;
    assert_eq!(answer.error_at("1"), "APPLICATION_COMMANDS_DUPLICATE_NAME");
    let hundred: Value = (0..101).map(|n| command(&format!("c{n}"), &json!([]))).collect();
    assert_eq!(rest.register(&hundred).await.refusal(), (400, 30032));
    let state = stage.discord.state(None).expect("the state");
    assert_eq!(state["commands"], json!([]), "a refused list changes nothing");
}

#[tokio::test]
async fn the_list_comes_back_with_translations_only_where_asked() {
    let stage = Stage::new().await;
    let rest = Rest::of(&stage);
    let mut body = command("ok", &json!([option("a", true)]));
    body["description_localizations"] = json!({"de": "Macht es"});
    let first = rest.register(&json!([body])).await;
    let again = rest.register(&json!([body])).await;
    assert_eq!(first.body, again.body, "the same list keeps ids and versions");
    let path = format!("/applications/{}/commands", rest.application);
    let plain = rest.get(&path).await;
    assert_eq!(plain.body[0].get("description_localizations"), None);
    let full = rest.get(&format!("{path}?with_localizations=true")).await;
    assert_eq!(full.body[0]["description_localizations"], json!({"de": "Macht es"}));
    body["description"] = json!("Does that");
    let changed = rest.register(&json!([body])).await;
    assert_eq!(id(&changed.body[0]["id"]), id(&first.body[0]["id"]));
    assert_ne!(changed.body[0]["version"], first.body[0]["version"]);
    let gone = rest.get(&format!("{path}/1")).await;
    assert_eq!(gone.refusal(), (404, 10063));
    let foreign = rest.get("/applications/1/commands").await;
    assert_eq!(foreign.refusal(), (403, 20012));
}
