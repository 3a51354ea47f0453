//! What the platform refuses is refused, with the platform's code and words.

use playground::telegram::{NewUser, Options};
use serde_json::{Value, json};

use super::Bench;

fn button(deed: &str, value: impl Into<Value>) -> Value {
    let mut button = json!({ "text": "Propose" });
    button[deed] = value.into();
    json!({ "inline_keyboard": [[button]] })
}

/// Method, parameters (a `chat_id` is added if there is none), and the description behind "Bad Request: ".
type Probe = (&'static str, Value, &'static str);

/// Texts that are too short, too long or badly formatted.
fn texts() -> Vec<Probe> {
    let long = "x".repeat(4097);
    vec![
        ("sendMessage", json!({ "text": "x", "chat_id": 99 }), "chat not found"),
        ("sendMessage", json!({ "text": "x", "chat_id": "@nobody" }), "chat not found"),
        ("sendMessage", json!({ "text": "x", "chat_id": null }), "chat_id is empty"),
        ("sendMessage", json!({ "text": "" }), "message text is empty"),
        ("sendMessage", json!({ "text": " \n " }), "message text is empty"),
        ("sendMessage", json!({}), "message text is empty"),
        ("sendMessage", json!({ "text": long }), "message is too long"),
        ("sendMessage", json!({ "text": "👍".repeat(2049) }), "message is too long"),
        (
            "sendMessage",
            json!({ "text": "<b>x", "parse_mode": "HTML" }),
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "sendMessage",
            json!({ "text": "x</b>", "parse_mode": "HTML" }),
            "can't parse entities: Unexpected end tag at byte offset 1",
        ),
        (
            "sendMessage",
            json!({ "text": "a<br>b", "parse_mode": "HTML" }),
            "can't parse entities: Unsupported start tag \"br\" at byte offset 1",
        ),
        (
            "sendMessage",
            json!({ "text": "<b><i>x</b></i>", "parse_mode": "html" }),
            "can't parse entities: Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"",
        ),
        ("sendMessage", json!({ "text": "x", "parse_mode": "BBCode" }), "unsupported parse_mode"),
    ]
}

/// Keyboards that no client could show.
fn keyboards() -> Vec<Probe> {
    vec![
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": { "inline_keyboard": [[{ "text": " ", "callback_data": "x" }]] } }),
            "inline keyboard button text must be non-empty",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": { "keyboard": [[{ "text": "" }]] } }),
            "keyboard button text must be non-empty",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": button("web_app", json!({ "url": "http://a.example/" })) }),
            "inline keyboard button Web App URL 'http://a.example/' is invalid: Only HTTPS links are allowed",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": button("callback_data", "x".repeat(65)) }),
            "BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": button("callback_data", "é".repeat(33)) }),
            "BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": button("callback_data", "") }),
            "BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": button("url", "http://localhost:3000/x") }),
            "inline keyboard button URL 'http://localhost:3000/x' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": button("url", "ftp://a.example/x") }),
            "inline keyboard button URL 'ftp://a.example/x' is invalid: Unsupported URL protocol",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": button("style", "primary") }),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": button("url", Value::Null) }),
            "can't parse inline keyboard button: Field \"url\" must be of type String",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": { "inline_keyboard": [[{ "callback_data": "x" }]] } }),
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": { "inline_keyboard": [[{ "text": "x", "callback_data": "x", "style": "red" }]] } }),
            "can't parse inline keyboard button: invalid button style specified",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": { "inline_keyboard": vec![vec![json!({ "text": "x", "callback_data": "x" })]; 101] } }),
            "reply markup is too long",
        ),
        (
            "sendMessage",
            json!({ "text": "x", "reply_markup": "{" }),
            "can't parse reply keyboard markup JSON object",
        ),
    ]
}

/// Messages, presses and files that are not there or not like that.
fn messages() -> Vec<Probe> {
    let long = "x".repeat(4097);
    vec![
        (
            "sendMessage",
            json!({ "text": "x", "reply_parameters": { "message_id": 900 } }),
            "message to be replied not found",
        ),
        ("editMessageText", json!({ "text": "x", "message_id": 900 }), "message to edit not found"),
        ("editMessageText", json!({ "text": "x" }), "message identifier is not specified"),
        ("editMessageText", json!({ "text": "x", "message_id": 1 }), "message can't be edited"),
        ("editMessageText", json!({ "text": long, "message_id": 900 }), "MESSAGE_TOO_LONG"),
        ("editMessageReplyMarkup", json!({ "message_id": 900 }), "message to edit not found"),
        ("deleteMessage", json!({ "message_id": 900 }), "message to delete not found"),
        (
            "answerCallbackQuery",
            json!({ "callback_query_id": "12" }),
            "query is too old and response timeout expired or query ID is invalid",
        ),
        (
            "answerCallbackQuery",
            json!({ "callback_query_id": "12", "text": "x".repeat(201) }),
            "MESSAGE_TOO_LONG",
        ),
        ("sendChatAction", json!({ "action": "thinking" }), "wrong parameter action in request"),
        ("sendDocument", json!({}), "there is no document in the request"),
        ("sendDocument", json!({ "document": "BQAC-no-such" }), "wrong file identifier/HTTP URL specified"),
        (
            "setMessageReaction",
            json!({ "message_id": 1, "reaction": [{ "type": "emoji", "emoji": "🪿" }] }),
            "REACTION_INVALID",
        ),
        ("getFile", json!({ "file_id": "no-such" }), "invalid file_id"),
    ]
}

/// Menus, descriptions and webhooks that can't be.
fn settings() -> Vec<Probe> {
    let commands = |command: &str, description: &str| json!({ "commands": [{ "command": command, "description": description }] });
    vec![
        ("setMyCommands", commands("Start", "Begin"), "BOT_COMMAND_INVALID"),
        ("setMyCommands", commands("start", ""), "BOT_COMMAND_DESCRIPTION_INVALID"),
        (
            "setMyCommands",
            json!({ "commands": vec![json!({ "command": "a", "description": "b" }); 101] }),
            "BOT_COMMANDS_TOO_MUCH",
        ),
        (
            "setMyCommands",
            json!({ "commands": [], "scope": { "type": "chat", "chat_id": 99 } }),
            "chat not found",
        ),
        (
            "setMyCommands",
            json!({ "commands": [], "scope": { "type": "chat_administrators", "chat_id": 5_200_000_001_i64 } }),
            "there are no administrators in the private chat",
        ),
        (
            "setMyCommands",
            json!({ "commands": [], "language_code": "german" }),
            "invalid language code specified",
        ),
        ("setMyDescription", json!({ "description": "x".repeat(513) }), "BOT_DESCRIPTION_TOO_LONG"),
        (
            "setMyShortDescription",
            json!({ "short_description": "x".repeat(121) }),
            "BOT_SHORT_DESCRIPTION_TOO_LONG",
        ),
        (
            "setWebhook",
            json!({ "url": "https://a.example/hook", "secret_token": "no blanks" }),
            "secret token contains unallowed characters",
        ),
        (
            "setWebhook",
            json!({ "url": "https://a.example/hook", "secret_token": "x".repeat(257) }),
            "secret token is too long",
        ),
    ]
}

#[tokio::test]
async fn bad_requests_are_refused_in_the_platforms_words() {
    let bench = Bench::new().await;
    let probes = [texts(), keyboards(), messages(), settings()].concat();
    for (method, mut parameters, words) in probes.clone() {
        let takes_chat = !method.starts_with("setMy")
            && !matches!(method, "answerCallbackQuery" | "getFile" | "setWebhook");
        if takes_chat && parameters.get("chat_id").is_none() {
            parameters["chat_id"] = json!(bench.person);
        }
        let expected = (400, format!("Bad Request: {words}"));
        assert_eq!(bench.refused(method, parameters.clone()).await, expected, "{method} {parameters}");
    }
    assert_eq!(bench.refusals().len(), probes.len(), "each stands in the journal and nothing else does");
}

#[tokio::test]
async fn a_token_is_dead_or_malformed() {
    let bench = Bench::new().await;
    let ask = async |path: &str| {
        let answer =
            bench.http.get(format!("{}{path}", bench.telegram.url())).send().await.expect("an answer");
        let status = answer.status().as_u16();
        let envelope: Value = answer.json().await.expect("an envelope");
        assert_eq!((envelope["ok"].clone(), envelope["error_code"].clone()), (json!(false), json!(status)));
        (status, envelope["description"].as_str().unwrap_or_default().to_owned())
    };
    let dead = format!("/bot1:{}/getMe", "A".repeat(35));
    assert_eq!(ask(&dead).await, (401, "Unauthorized".to_owned()));
    for path in ["/botnonsense/getMe", "/bot/getMe", "/getMe", "/"] {
        assert_eq!(ask(path).await, (404, "Not Found".to_owned()), "{path}");
    }
}

#[tokio::test]
async fn a_method_is_unknown_or_known_and_not_served() {
    let bench = Bench::new().await;
    assert_eq!(
        bench.refused("sendTelepathy", json!({})).await,
        (404, "Not Found: method not found".to_owned())
    );
    let (code, words) = bench.refused("sendDice", json!({ "chat_id": bench.person })).await;
    assert_eq!((code, words.as_str()), (501, "Not Implemented: the stand-in does not serve sendDice"));
    let (code, _) = bench
        .refused("sendMessage", json!({ "chat_id": bench.person, "text": "*x*", "parse_mode": "MarkdownV2" }))
        .await;
    assert_eq!(code, 501);
    assert_eq!(bench.refusals().len(), 3);
}

#[tokio::test]
async fn people_who_can_not_be_written_to() {
    let bench = Bench::new().await;
    let stranger = bench.telegram.add_user(NewUser { first_name: "Luka".to_owned(), ..NewUser::default() });
    let refused =
        async |chat: i64| bench.refused("sendMessage", json!({ "chat_id": chat, "text": "x" })).await;
    let forbidden = |words: &str| (403, format!("Forbidden: {words}"));
    assert_eq!(refused(stranger).await, forbidden("bot can't initiate conversation with a user"));
    bench.telegram.block(bench.person, true).expect("a person");
    assert_eq!(refused(bench.person).await, forbidden("bot was blocked by the user"));
    bench.telegram.deactivate(bench.person).expect("a person");
    assert_eq!(refused(bench.person).await, forbidden("user is deactivated"));
}

#[tokio::test]
async fn more_than_one_message_a_second_to_one_chat_has_to_wait() {
    let bench = Bench::with(Options { chat_burst: 2.0, ..Options::default() }).await;
    bench.say(json!({})).await;
    bench.say(json!({})).await;
    let (status, envelope) = bench.call("sendMessage", json!({ "chat_id": bench.person, "text": "x" })).await;
    let expected = json!({
        "ok": false, "error_code": 429, "description": "Too Many Requests: retry after 1",
        "parameters": { "retry_after": 1 },
    });
    assert_eq!((status, envelope), (429, expected));
    bench.clock.jump(1000);
    bench.say(json!({})).await;
}

#[tokio::test]
async fn what_the_platform_ignores_is_done_and_noted() {
    let bench = Bench::new().await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "x", "callback_data": "x", "colour": "red" }]] });
    bench.say(json!({ "silent": true, "reply_markup": keyboard })).await;
    bench.say(json!({ "text": "<a href=\"http://localhost/\">x</a>", "parse_mode": "HTML" })).await;
    let warnings = bench.warnings();
    let noted = |words: &str| warnings.iter().any(|warning| warning.contains(words));
    assert!(noted("sendMessage has no parameter \"silent\""), "{warnings:?}");
    assert!(noted("sendMessage takes no reply_markup.inline_keyboard[0][0].colour"), "{warnings:?}");
    assert!(noted("the link to \"http://localhost/\" is dropped"), "{warnings:?}");
}
