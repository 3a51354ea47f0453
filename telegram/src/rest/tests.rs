//! Our calls, made to a Telegram that can be told to fail.

use std::time::{Duration, Instant};

use bot_core::ui::action::Token;
use bot_core::ui::text::Text;
use bot_core::ui::view::{Block, Button, View};
use playground::faults::{Kind, Rule};

use super::*;
use crate::render::{self, Rendered};
use crate::standin::StandIn;

fn card(words: &str) -> Rendered {
    let view = View::new("card", Text::plain("A card"))
        .block(Block::Quote(Text::untrusted(words)))
        .buttons(vec![Button::primary("Go on".to_owned(), Token::verb("go-on"))])
        .buttons(vec![Button::danger("Stop".to_owned(), Token::verb("stop"))]);
    render::view(&view)
}

impl StandIn {
    async fn send(&self, to: i64, card: &Rendered) -> Result<i64, CallError> {
        self.rest.send(Spot::chat(to), &card.parts[0], Some(&card.keyboard)).await
    }

    fn fails_once(&self, method: &str, kind: Kind, retry_after: Option<f64>) {
        let rule = Rule { route: method.to_owned(), kind, times: 1, retry_after, delay_ms: None };
        self.telegram.faults().add(rule);
    }
}

#[tokio::test]
async fn a_card_arrives_as_it_was_meant() {
    let stand_in = StandIn::start().await;
    let id = stand_in.send(stand_in.person, &card("1 < 2 & <b>")).await.expect("it is sent");
    let message = stand_in.last_message();
    assert_eq!(message["message_id"], id);
    assert_eq!(message["text"], "A card\n\n1 < 2 & <b>");
    let keys = &message["reply_markup"]["inline_keyboard"];
    assert_eq!(keys[0][0]["callback_data"], "1.go-on");
    assert_eq!(keys[0][0]["style"], "primary");
    assert_eq!(keys[1][0]["style"], "danger");
    stand_in.took_everything();
}

#[tokio::test]
async fn a_card_is_edited_in_place_and_an_edit_that_changes_nothing_is_done() {
    let stand_in = StandIn::start().await;
    let (chat, rest) = (stand_in.person, &stand_in.rest);
    let id = stand_in.send(chat, &card("one")).await.expect("it is sent");
    let two = card("two");
    for _ in 0..2 {
        assert_eq!(rest.edit(chat, id, &two.parts[0], &two.keyboard).await, Ok(()));
    }
    assert_eq!(stand_in.last_message()["text"], "A card\n\ntwo");
    assert_eq!(rest.strip(chat, id).await, Ok(()));
    assert!(stand_in.last_message().get("reply_markup").is_none());
    let gone = rest.edit(chat, id + 1000, &two.parts[0], &two.keyboard).await;
    assert!(matches!(gone, Err(CallError::NotEditable(_))), "{gone:?}");
}

#[tokio::test]
async fn a_chat_that_asked_for_silence_gets_it_and_others_are_served() {
    let stand_in = StandIn::start().await;
    stand_in.fails_once("sendMessage", Kind::TooMany, Some(37.0));
    let refused = stand_in.send(stand_in.person, &card("x")).await;
    assert_eq!(refused, Err(CallError::TooMany { retry_after: Duration::from_secs(37) }));
    let calls = stand_in.calls().len();
    let again = stand_in.send(stand_in.person, &card("x")).await;
    assert!(
        matches!(again, Err(CallError::TooMany { retry_after }) if retry_after.as_secs() >= 36),
        "{again:?}"
    );
    assert_eq!(stand_in.calls().len(), calls, "a call was made inside the window");
    assert!(stand_in.rest.parked(stand_in.person).is_some());
    let other = stand_in.someone("Ben");
    stand_in.send(other, &card("x")).await.expect("another chat is served");
}

#[tokio::test]
async fn what_may_have_been_done_is_told_from_what_was_not() {
    let stand_in = StandIn::start().await;
    let started = Instant::now();
    for kind in [Kind::ServerError, Kind::DropBefore, Kind::DropAfter] {
        stand_in.fails_once("sendMessage", kind, None);
        let outcome = stand_in.send(stand_in.person, &card("x")).await;
        assert!(matches!(outcome, Err(CallError::Unknown(_))), "{kind:?}: {outcome:?}");
    }
    // teloxide's own client would have slept 10 s on the first.
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn nobody_listening_is_not_sent_and_no_error_tells_the_token() {
    let token = "7000000001:AAsecretsecretsecretsecretsecretsecr";
    let closed =
        std::net::TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port");
    let api_url = format!("http://{closed}").parse().expect("an address");
    let rest = Rest::new(&SecretString::from(token), Some(api_url)).expect("a client");
    let error = rest.send(Spot::chat(1), "x", None).await.expect_err("nobody listens");
    assert!(matches!(error, CallError::NotSent(_)), "{error:?}");
    for text in [format!("{error:?} {error}"), format!("{rest:?}")] {
        assert!(!text.contains("AAsecret"), "{text}");
    }
}

#[tokio::test]
async fn who_cannot_be_reached_is_known() {
    let stand_in = StandIn::start().await;
    stand_in.telegram.block(stand_in.person, true).expect("everyone can block");
    let blocked = stand_in.send(stand_in.person, &card("x")).await;
    assert!(matches!(blocked, Err(CallError::Forbidden(_))), "{blocked:?}");
    let nobody = stand_in.send(42, &card("x")).await;
    assert!(matches!(nobody, Err(CallError::NoSuchChat(_))), "{nobody:?}");
}

#[tokio::test]
async fn a_press_is_answered_with_words_that_fit() {
    let stand_in = StandIn::start().await;
    let id = stand_in.send(stand_in.person, &card("x")).await.expect("it is sent");
    let press = stand_in.telegram.press(stand_in.person, id, "1.go-on").expect("the key is there");
    assert_eq!(stand_in.rest.answer_press(&press, Some(&"😀".repeat(150))).await, Ok(()));
    let answer = stand_in.telegram.callback(&press).expect("the press is known");
    assert_eq!(answer.text, "😀".repeat(100));
    assert_eq!(stand_in.rest.answer_press("1234", None).await, Ok(()), "an old press is nobody's trouble");
}

#[tokio::test]
async fn the_bot_knows_its_name() {
    let stand_in = StandIn::start().await;
    for _ in 0..2 {
        assert_eq!(stand_in.rest.username().await, Ok("guildhall_bot"));
    }
    assert_eq!(stand_in.calls(), ["getMe"]);
    assert_eq!(stand_in.rest.bot_id(), Some(7_000_000_001));
}
