//! The people's side over HTTP.

use serde_json::{Value, json};
use tokio::time::timeout;

use super::{Bench, DEADLINE};

/// The stand-in's verbs, served as the playground does.
async fn served(bench: &Bench) -> String {
    let router = axum::Router::new().nest("/sim/telegram", bench.telegram.sim_router());
    format!("{}/sim/telegram", bench.serve(router).await)
}

async fn post(bench: &Bench, url: &str, body: Value) -> (u16, Value) {
    let answer = bench.http.post(url).json(&body).send().await.expect("an answer");
    (answer.status().as_u16(), answer.json().await.expect("JSON"))
}

async fn read(bench: &Bench, url: &str) -> Value {
    bench.http.get(url).send().await.expect("an answer").json().await.expect("JSON")
}

#[tokio::test]
async fn a_conversation_over_http() {
    let bench = Bench::new().await;
    let sim = served(&bench).await;
    bench.done("getUpdates", json!({ "offset": -1 })).await;
    let (_, new) = post(&bench, &format!("{sim}/users"), json!({ "first_name": "Luka" })).await;
    let user = new["id"].as_i64().expect("an id");
    post(&bench, &format!("{sim}/start"), json!({ "user": user, "payload": "r_9f" })).await;
    let (_, sent) = post(&bench, &format!("{sim}/send"), json!({ "user": user, "text": "hello" })).await;
    post(
        &bench,
        &format!("{sim}/edit"),
        json!({ "user": user, "message_id": sent["message_id"], "text": "hi" }),
    )
    .await;
    post(&bench, &format!("{sim}/location"), json!({ "user": user, "latitude": 52.52, "longitude": 13.4 }))
        .await;

    let updates = bench.done("getUpdates", json!({})).await;
    let start = &updates[1]["message"];
    assert_eq!(start["text"], "/start r_9f");
    assert_eq!(start["entities"], json!([{ "type": "bot_command", "offset": 0, "length": 6 }]));
    assert_eq!(updates[2]["update_id"], sent["update_id"]);
    assert_eq!(updates[3]["edited_message"]["text"], "hi");
    assert_eq!(updates[4]["message"]["location"]["latitude"], 52.52);
    let seen = read(&bench, &format!("{sim}/chats/{user}/messages")).await;
    assert_eq!((seen.as_array().map(Vec::len), &seen[1]["text"]), (Some(3), &json!("hi")));
    let state = read(&bench, &format!("{sim}/state?user={user}")).await;
    assert_eq!((&state["user"]["first_name"], &state["blocked"]), (&json!("Luka"), &json!(false)));
}

#[tokio::test]
async fn a_press_and_its_answer_over_http() {
    let bench = Bench::new().await;
    let sim = served(&bench).await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "x", "callback_data": "x" }]] });
    let id = bench.say(json!({ "reply_markup": keyboard })).await["message_id"].clone();
    let press = json!({ "user": bench.person, "message_id": id, "data": "x" });
    let (_, pressed) = post(&bench, &format!("{sim}/press"), press).await;
    let query = &pressed["callback_query_id"];
    bench.done("answerCallbackQuery", json!({ "callback_query_id": query, "text": "Done" })).await;
    let query = query.as_str().expect("an id");
    let shown = read(&bench, &format!("{sim}/callbacks/{query}")).await;
    assert_eq!((&shown["text"], shown["answered_after_ms"].is_i64()), (&json!("Done"), true));
    let (status, error) =
        post(&bench, &format!("{sim}/press"), json!({ "user": 1, "message_id": 1, "data": "x" })).await;
    assert_eq!((status, error["error"].is_string()), (400, true));
    let (status, error) = post(&bench, &format!("{sim}/press"), json!({ "user": "Ana" })).await;
    assert_eq!((status, error["error"].is_string()), (400, true));
}

#[tokio::test]
async fn blocking_is_told_to_the_bot_and_starting_again_ends_it() {
    let bench = Bench::new().await;
    let sim = served(&bench).await;
    bench.done("getUpdates", json!({ "offset": -1 })).await;
    post(&bench, &format!("{sim}/block"), json!({ "user": bench.person })).await;
    let (status, _) =
        post(&bench, &format!("{sim}/send"), json!({ "user": bench.person, "text": "x" })).await;
    assert_eq!(status, 400, "one does not write to someone one has blocked");
    post(&bench, &format!("{sim}/start"), json!({ "user": bench.person })).await;
    let updates = bench.done("getUpdates", json!({})).await;
    let statuses = |at: usize| {
        let change = &updates[at]["my_chat_member"];
        (change["old_chat_member"]["status"].clone(), change["new_chat_member"]["status"].clone())
    };
    assert_eq!(statuses(1), (json!("member"), json!("kicked")));
    assert_eq!(statuses(2), (json!("kicked"), json!("member")));
    assert_eq!(updates[3]["message"]["text"], "/start");
}

#[tokio::test]
async fn faults_journal_and_injected_updates_over_http() {
    let bench = Bench::new().await;
    let sim = served(&bench).await;
    let (_, rules) =
        post(&bench, &format!("{sim}/faults"), json!({ "route": "getMe", "kind": "too_many" })).await;
    assert_eq!(rules[0]["times"], 1);
    bench.http.delete(format!("{sim}/faults")).send().await.expect("an answer");
    bench.done("getMe", json!({})).await;
    let calls = read(&bench, &format!("{sim}/requests")).await;
    assert_eq!((&calls[0]["route"], &calls[0]["status"]), (&json!("getMe"), &json!(200)));
    bench.http.delete(format!("{sim}/requests")).send().await.expect("an answer");
    assert_eq!(read(&bench, &format!("{sim}/requests")).await, json!([]));
    let (_, injected) = post(&bench, &format!("{sim}/updates"), json!({ "poll": { "id": "1" } })).await;
    let updates = bench.done("getUpdates", json!({})).await;
    assert_eq!(updates[1], json!({ "update_id": injected["update_id"], "poll": { "id": "1" } }));
}

#[tokio::test]
async fn whoever_watches_sees_what_happens() {
    let bench = Bench::new().await;
    let mut seen = bench.telegram.subscribe();
    let id = bench.say(json!({})).await["message_id"].clone();
    bench.done("editMessageText", json!({ "chat_id": bench.person, "message_id": id, "text": "New" })).await;
    bench.done("deleteMessage", json!({ "chat_id": bench.person, "message_id": id })).await;
    let mut kinds = Vec::new();
    while let Ok(event) = seen.try_recv() {
        assert_eq!(event["chat"], bench.person);
        kinds.push(event["kind"].as_str().map(str::to_owned));
    }
    assert_eq!(kinds, [Some("message".to_owned()), Some("edited".to_owned()), Some("deleted".to_owned())]);
}

#[tokio::test]
async fn whoever_listens_over_http_is_told_at_once() {
    let bench = Bench::new().await;
    let sim = served(&bench).await;
    let mut events = bench.http.get(format!("{sim}/events")).send().await.expect("an answer");
    assert_eq!(events.headers()["content-type"], "text/event-stream");
    bench.say(json!({ "text": "news" })).await;
    let line =
        timeout(DEADLINE, events.chunk()).await.expect("in time").expect("a stream").expect("an event");
    let line = String::from_utf8_lossy(&line);
    let event: Value = serde_json::from_str(line.trim().trim_start_matches("data: ")).expect("JSON");
    assert_eq!((&event["kind"], &event["message"]["text"]), (&json!("message"), &json!("news")));
}
