//! What the bot says about itself, by scope and language.

use serde_json::json;

use super::Bench;

#[tokio::test]
async fn the_narrowest_menu_in_ones_own_language_is_seen() {
    let bench = Bench::new().await;
    let seen = || bench.telegram.state(bench.person).expect("a person")["commands"][0]["command"].clone();
    let menu = |name: &str, more: serde_json::Value| {
        let mut set = json!({ "commands": [{ "command": name, "description": "x" }] });
        for (name, value) in more.as_object().into_iter().flatten() {
            set[name] = value.clone();
        }
        set
    };
    let private = json!({ "type": "all_private_chats" });
    let chat = json!({ "type": "chat", "chat_id": bench.person });
    bench.done("setMyCommands", menu("all", json!({}))).await;
    assert_eq!(seen(), "all");
    bench.done("setMyCommands", menu("private", json!({ "scope": private }))).await;
    assert_eq!(seen(), "private");
    bench.done("setMyCommands", menu("deutsch", json!({ "scope": private, "language_code": "de" }))).await;
    assert_eq!(seen(), "deutsch");
    bench.done("setMyCommands", menu("mine", json!({ "scope": chat }))).await;
    assert_eq!(seen(), "mine");
    let mine = bench.done("getMyCommands", json!({ "scope": chat })).await;
    assert_eq!(mine, json!([{ "command": "mine", "description": "x" }]));
    bench.done("deleteMyCommands", json!({ "scope": chat })).await;
    assert_eq!(seen(), "deutsch");
    assert_eq!(bench.done("getMyCommands", json!({ "scope": chat })).await, json!([]));
}

#[tokio::test]
async fn names_and_descriptions_have_a_language_or_serve_all() {
    let bench = Bench::new().await;
    assert_eq!(bench.done("getMyName", json!({})).await, json!({ "name": "Guildhall" }));
    bench.done("setMyDescription", json!({ "description": "Find work" })).await;
    bench.done("setMyDescription", json!({ "description": "Arbeit finden", "language_code": "de" })).await;
    bench.done("setMyShortDescription", json!({ "short_description": "Work" })).await;
    let german = bench.done("getMyDescription", json!({ "language_code": "de" })).await;
    assert_eq!(german["description"], "Arbeit finden");
    assert_eq!(
        bench.done("getMyDescription", json!({ "language_code": "fr" })).await["description"],
        "Find work"
    );
    assert_eq!(bench.telegram.state(bench.person).expect("a person")["description"], "Arbeit finden");
    bench.done("setMyDescription", json!({ "description": "", "language_code": "de" })).await;
    assert_eq!(bench.telegram.state(bench.person).expect("a person")["description"], "Find work");
}

#[tokio::test]
async fn a_chat_has_its_facts_menu_button_and_reactions() {
    let bench = Bench::new().await;
    let chat = json!({ "chat_id": bench.person });
    let facts = bench.done("getChat", chat.clone()).await;
    assert_eq!((&facts["type"], &facts["username"]), (&json!("private"), &json!("ana_designs")));
    bench
        .done("setChatMenuButton", json!({ "chat_id": bench.person, "menu_button": { "type": "commands" } }))
        .await;
    assert_eq!(bench.done("getChatMenuButton", chat).await["type"], "commands");
    bench.done("sendChatAction", json!({ "chat_id": bench.person, "action": "typing" })).await;
    let eyes = json!([{ "type": "emoji", "emoji": "👀" }]);
    bench
        .done("setMessageReaction", json!({ "chat_id": bench.person, "message_id": 1, "reaction": eyes }))
        .await;
    assert_eq!(bench.refusals(), Vec::<String>::new());
}
