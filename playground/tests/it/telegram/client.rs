//! The real teloxide on the stand-in.

use reqwest::Url;
use serde_json::json;
use teloxide::{
    ApiError, Bot, RequestError,
    payloads::{
        AnswerCallbackQuerySetters, EditMessageTextSetters, GetUpdatesSetters, SendDocumentSetters,
        SendMessageSetters, SetMyCommandsSetters,
    },
    requests::Requester,
    types::{
        AllowedUpdate, BotCommand, BotCommandScope, ChatId, InlineKeyboardButton, InlineKeyboardMarkup,
        InputFile, ParseMode, Recipient, UpdateKind,
    },
};

use super::Bench;

fn bot(bench: &Bench, token: &str) -> Bot {
    let url = Url::parse(&bench.telegram.url()).expect("an address");
    Bot::with_client(token, bench.http.clone()).set_api_url(url)
}

#[tokio::test]
async fn teloxide_sends_edits_and_answers_a_press() {
    let bench = Bench::new().await;
    let bot = bot(&bench, &bench.telegram.token());
    assert_eq!(bot.get_me().await.expect("me").username(), "guildhall_bot");

    let updates = bot
        .get_updates()
        .timeout(1)
        .allowed_updates([AllowedUpdate::Message, AllowedUpdate::CallbackQuery, AllowedUpdate::MyChatMember])
        .await
        .expect("updates");
    let UpdateKind::Message(start) = &updates[0].kind else { panic!("not a message: {updates:?}") };
    assert_eq!(start.text(), Some("/start"));

    let keyboard = InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("Propose", "p:1")]]);
    let sent = bot
        .send_message(start.chat.id, "<b>A match</b> for you")
        .parse_mode(ParseMode::Html)
        .reply_markup(keyboard)
        .await
        .expect("sent");
    assert_eq!(sent.parse_entities().expect("entities")[0].text(), "A match");

    bench.telegram.press(bench.person, i64::from(sent.id.0), "p:1").expect("the button is there");
    let updates = bot.get_updates().offset(updates[0].id.as_offset()).timeout(10).await.expect("updates");
    let UpdateKind::CallbackQuery(query) = &updates[0].kind else { panic!("not a press: {updates:?}") };
    assert_eq!((query.data.as_deref(), query.from.id.0), (Some("p:1"), bench.person.unsigned_abs()));
    bot.answer_callback_query(query.id.clone()).text("Sent").show_alert(true).await.expect("answered");
    let done = InlineKeyboardMarkup::new([[InlineKeyboardButton::url(
        "Open",
        Url::parse("https://a.example/").expect("a URL"),
    )]]);
    let edited =
        bot.edit_message_text(sent.chat.id, sent.id, "Proposed").reply_markup(done).await.expect("edited");
    assert_eq!(edited.text(), Some("Proposed"));
    bot.delete_message(sent.chat.id, sent.id).await.expect("deleted");
    assert_eq!((bench.refusals(), bench.warnings()), (Vec::new(), Vec::new()));
}

#[tokio::test]
async fn teloxide_sets_menus_and_uploads_a_file() {
    let bench = Bench::new().await;
    let bot = bot(&bench, &bench.telegram.token());
    let scope = BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(bench.person)) };
    bot.set_my_commands([BotCommand::new("help", "How it works")])
        .scope(scope)
        .language_code("de")
        .await
        .expect("a menu");
    assert_eq!(bench.telegram.state(bench.person).expect("a person")["commands"][0]["command"], "help");
    let file = InputFile::memory("a,b\n1,2\n").file_name("rates.csv");
    let sent = bot.send_document(ChatId(bench.person), file).caption("Your rates").await.expect("sent");
    let document = sent.document().expect("a document");
    assert_eq!((document.file_name.as_deref(), document.file.size), (Some("rates.csv"), 8));
    let found = bot.get_file(document.file.id.clone()).await.expect("a file");
    let url = format!("{}/file/bot{}/{}", bench.telegram.url(), bench.telegram.token(), found.path);
    let bytes = bench.http.get(url).send().await.expect("an answer").bytes().await.expect("bytes");
    assert_eq!(&bytes[..], b"a,b\n1,2\n");
    assert_eq!((bench.refusals(), bench.warnings()), (Vec::new(), Vec::new()));
}

#[tokio::test]
async fn teloxide_recognises_the_refusals() {
    let bench = Bench::new().await;
    let live = bot(&bench, &bench.telegram.token());
    let chat = ChatId(bench.person);
    let unknown = live.send_message(ChatId(99), "x").await.expect_err("nobody");
    assert!(matches!(unknown, RequestError::Api(ApiError::ChatNotFound)), "{unknown}");
    let empty = live.send_message(chat, " ").await.expect_err("empty");
    assert!(matches!(empty, RequestError::Api(ApiError::MessageTextIsEmpty)), "{empty}");
    let sent = live.send_message(chat, "x").await.expect("sent");
    let same = live.edit_message_text(chat, sent.id, "x").await.expect_err("nothing changes");
    assert!(matches!(same, RequestError::Api(ApiError::MessageNotModified)), "{same}");
    bench.telegram.block(bench.person, true).expect("a person");
    let blocked = live.send_message(chat, "x").await.expect_err("blocked");
    assert!(matches!(blocked, RequestError::Api(ApiError::BotBlocked)), "{blocked}");
    let dead = bot(&bench, &format!("1:{}", "A".repeat(35))).get_me().await.expect_err("nobody's token");
    assert!(matches!(dead, RequestError::Api(ApiError::InvalidToken)), "{dead}");
    bench
        .telegram
        .faults()
        .add(serde_json::from_value(json!({ "kind": "too_many", "retry_after": 3 })).expect("a rule"));
    let wait = live.get_me().await.expect_err("a fault");
    assert!(matches!(wait, RequestError::RetryAfter(seconds) if seconds.seconds() == 3), "{wait}");
}
