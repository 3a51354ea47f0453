//! Messages of the bot: sent, edited, taken back, answered.

use serde_json::json;

use super::Bench;

#[tokio::test]
async fn html_becomes_text_and_entities() {
    let bench = Bench::new().await;
    let text = "👋 <b>Match &amp; more</b>\n<a href=\"https://guildhall.example/r/1\">open</a> /help ";
    let message = bench.say(json!({ "text": text, "parse_mode": "HTML" })).await;
    assert_eq!(message["text"], "👋 Match & more\nopen /help");
    assert_eq!(
        message["entities"],
        json!([
            { "type": "bold", "offset": 3, "length": 12 },
            { "type": "text_link", "offset": 16, "length": 4, "url": "https://guildhall.example/r/1" },
            { "type": "bot_command", "offset": 21, "length": 5 },
        ])
    );
    assert_eq!(message["chat"]["id"], bench.person);
    assert_eq!(message["from"]["is_bot"], true);
}

#[tokio::test]
async fn an_edit_replaces_text_and_keyboard_and_must_change_something() {
    let bench = Bench::new().await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Next", "callback_data": "next:2" }]] });
    let sent = bench.say(json!({ "reply_markup": keyboard })).await;
    let edit = json!({ "chat_id": bench.person, "message_id": sent["message_id"], "text": "Page 2", "reply_markup": keyboard });
    let edited = bench.done("editMessageText", edit.clone()).await;
    assert_eq!((&edited["text"], edited["edit_date"].is_i64()), (&json!("Page 2"), true));
    let (code, words) = bench.refused("editMessageText", edit).await;
    assert_eq!(code, 400);
    assert_eq!(
        words,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as \
         a current content and reply markup of the message"
    );
    let bare = json!({ "chat_id": bench.person, "message_id": sent["message_id"] });
    let edited = bench.done("editMessageReplyMarkup", bare).await;
    assert_eq!(edited.get("reply_markup"), None);
    let seen = bench.telegram.messages(bench.person);
    assert_eq!(seen.last().map(|message| &message["text"]), Some(&json!("Page 2")));
}

#[tokio::test]
async fn a_deleted_message_is_gone_and_an_old_one_stays() {
    let bench = Bench::new().await;
    let message = bench.say(json!({})).await;
    let which = json!({ "chat_id": bench.person, "message_id": message["message_id"] });
    bench.done("deleteMessage", which.clone()).await;
    assert_eq!(bench.telegram.messages(bench.person).len(), 1, "only the /start is left");
    bench.clock.jump(49 * 60 * 60 * 1000);
    let (code, words) =
        bench.refused("deleteMessage", json!({ "chat_id": bench.person, "message_id": 1 })).await;
    assert_eq!((code, words.as_str()), (400, "Bad Request: message can't be deleted for everyone"));
}

#[tokio::test]
async fn a_press_is_answered_once_and_in_time() {
    let bench = Bench::new().await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Propose", "callback_data": "p:1" }]] });
    let id = bench.say(json!({ "reply_markup": keyboard })).await["message_id"].as_i64().expect("an id");
    bench.telegram.press(bench.person, id, "p:2").expect_err("there is no such button");
    let press = bench.telegram.press(bench.person, id, "p:1").expect("the button is there");
    assert_eq!(bench.telegram.callback(&press).expect("a press").answered_after_ms, None);

    let answer = json!({ "callback_query_id": press, "text": "Sent", "show_alert": true });
    bench.done("answerCallbackQuery", answer.clone()).await;
    let shown = bench.telegram.callback(&press).expect("a press");
    assert_eq!(
        (shown.text.as_str(), shown.show_alert, shown.answered_after_ms.is_some()),
        ("Sent", true, true)
    );
    let too_old =
        (400, "Bad Request: query is too old and response timeout expired or query ID is invalid".to_owned());
    assert_eq!(bench.refused("answerCallbackQuery", answer).await, too_old);

    let late = bench.telegram.press(bench.person, id, "p:1").expect("it can be pressed again");
    bench.clock.jump(61_000);
    assert_eq!(bench.refused("answerCallbackQuery", json!({ "callback_query_id": late })).await, too_old);
}

#[tokio::test]
async fn a_reply_keyboard_is_seen_by_its_reader_and_can_not_be_edited() {
    let bench = Bench::new().await;
    let keyboard = json!({ "keyboard": [[{ "text": "Share location", "request_location": true }]], "one_time_keyboard": true });
    let sent = bench.say(json!({ "reply_markup": keyboard })).await;
    assert_eq!(sent.get("reply_markup"), None);
    let seen = bench.telegram.messages(bench.person);
    assert_eq!(seen.last().map(|message| &message["reply_markup"]), Some(&keyboard));
    let edit = json!({ "chat_id": bench.person, "message_id": sent["message_id"], "text": "x" });
    assert_eq!(
        bench.refused("editMessageText", edit).await,
        (400, "Bad Request: message can't be edited".to_owned())
    );
}

#[tokio::test]
async fn a_reply_carries_what_it_answers() {
    let bench = Bench::new().await;
    let first = bench.say(json!({ "text": "first" })).await;
    let second = bench.say(json!({ "reply_parameters": { "message_id": first["message_id"] } })).await;
    assert_eq!(second["reply_to_message"]["text"], "first");
    let gone = json!({ "message_id": 900, "allow_sending_without_reply": true });
    assert_eq!(bench.say(json!({ "reply_parameters": gone })).await.get("reply_to_message"), None);
}
