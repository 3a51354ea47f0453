//! Updates as Telegram writes them, and what the core hears.

use std::collections::BTreeMap;

use bot_core::ui::action::Token;
use bot_core::ui::interaction::Arg;
use uuid::Uuid;

use super::*;

/// The bot of the fixtures.
const BOT: Option<i64> = Some(7_000_000_001);

macro_rules! heard {
    ($fixture:literal) => {
        match decode!($fixture) {
            Decoded::Heard(heard) => *heard,
            Decoded::Ignored(why) => panic!("{}: {why}", $fixture),
        }
    };
}

macro_rules! decode {
    ($fixture:literal) => {
        decoded(
            include_str!(concat!("../../tests/it/fixtures/", $fixture, ".json")),
            Timestamp::from_millis(1_795_442_500_000),
            BOT,
        )
    };
}

fn said(text: &str) -> Input {
    Input::Message { text: text.to_owned(), location: None, reply_to: None }
}

#[test]
fn a_deep_link_is_the_start_command_with_a_payload() {
    let heard = heard!("start_deep_link");
    let args = BTreeMap::from([("payload".to_owned(), Arg::Text("r_0198f2a0".to_owned()))]);
    assert_eq!(heard.interaction.input, Input::Command { path: "start".to_owned(), args });
    assert_eq!(heard.interaction.id, EventId("telegram:482910341".to_owned()));
    let ana = Identity {
        platform: Platform::Telegram,
        user: "6123456789".to_owned(),
        name: "Ana P.".to_owned(),
        handle: Some("ana_p".to_owned()),
    };
    assert_eq!(heard.interaction.actor, ana);
    assert_eq!(heard.interaction.locale.as_deref(), Some("de"));
    assert_eq!(heard.spot, Spot::chat(6_123_456_789));
}

#[test]
fn no_words_are_lost_to_parts_newer_than_we_are() {
    assert_eq!(heard!("unknown_entity").interaction.input, said("by 15 December, remote <b>&</b>"));
    assert_eq!(heard!("unknown_media").interaction.input, said("my portfolio"));
}

#[test]
fn ids_beyond_32_bits_are_read() {
    let heard = heard!("huge_ids");
    assert_eq!(heard.interaction.id, EventId("telegram:9007199254740991".to_owned()));
    assert_eq!(heard.interaction.chat.address, "4503599627370495");
    assert_eq!(heard.interaction.input, said("hello"));
}

#[test]
fn a_pictures_words_are_its_caption() {
    assert_eq!(heard!("photo").interaction.input, said("the old page"));
}

#[test]
fn a_shared_place_is_in_millionths_of_a_degree() {
    let place = Input::Message {
        text: String::new(),
        location: Some((52_520_008, -13_404_954)),
        reply_to: Some("9".to_owned()),
    };
    assert_eq!(heard!("location").interaction.input, place);
}

#[test]
fn a_press_is_the_action_its_key_carries() {
    let heard = heard!("press");
    let action = Token::verb("match-propose").on(Uuid::from_u128(7)).at(3);
    assert_eq!(heard.interaction.input, Input::Action { action, picked: Vec::new() });
    let press = Press { query: "4382bfdwdsb323b2d9".to_owned(), message: Some(40), page: None };
    assert_eq!(heard.press, Some(press));
    assert_eq!(heard.interaction.actor.name, "Ana P.");
}

#[test]
fn a_forged_press_on_a_message_too_old_to_see_still_gets_an_answer() {
    let heard = heard!("press_old_message");
    assert_eq!(heard.press.map(|press| press.query), Some("4382bfdwdsb323b2da".to_owned()));
    assert_eq!(heard.spot.chat, 6_123_456_789);
    assert!(matches!(heard.interaction.input, Input::Action { picked, .. } if picked.is_empty()));
}

#[test]
fn pressing_one_of_several_options_keeps_those_chosen_before() {
    let picked = vec!["mon".to_owned(), "tue".to_owned()];
    let input = Input::Action { action: Token::verb("set-days"), picked };
    assert_eq!(heard!("press_one_of_several").interaction.input, input);
}

#[test]
fn a_command_in_a_group_is_answered_where_it_was_said() {
    let heard = heard!("group_command");
    let args = BTreeMap::from([("topic".to_owned(), Arg::Text("proposals".to_owned()))]);
    assert_eq!(heard.interaction.input, Input::Command { path: "help".to_owned(), args });
    assert_eq!(heard.interaction.chat.kind, ChatKind::Group);
    assert_eq!(heard.addressed.as_deref(), Some("guildhall_bot"));
    assert_eq!(heard.spot, Spot { chat: -1_001_987_654_321, topic: Some(77), answers: Some(501) });
}

#[test]
fn in_a_group_only_what_is_said_to_us_counts() {
    assert_eq!(decode!("group_chatter"), Decoded::Ignored("said in a group, not to us"));
    let reply = Input::Message { text: "figma".to_owned(), location: None, reply_to: Some("499".to_owned()) };
    assert_eq!(heard!("group_reply_to_us").interaction.input, reply);
}

#[test]
fn blocking_and_unblocking_changes_whether_a_person_can_be_reached() {
    assert_eq!(heard!("blocked").interaction.input, Input::Reach(Reach::Blocked));
    assert_eq!(heard!("unblocked").interaction.input, Input::Reach(Reach::Unblocked));
}

#[test]
fn what_is_not_for_us_is_left_alone() {
    assert_eq!(decode!("pinned"), Decoded::Ignored("a service message"));
    assert_eq!(decode!("unknown_kind"), Decoded::Ignored("nobody to answer, or nowhere"));
    assert_eq!(decode!("channel_post"), Decoded::Ignored("nobody to answer, or nowhere"));
    assert_eq!(decoded("{", Timestamp::from_millis(0), BOT), Decoded::Ignored("not an update"));
}

#[test]
fn updates_of_one_chat_share_a_lane() {
    let lane = |body| envelope(body).map(|(id, lane)| (id % 1000, lane));
    let press = include_str!("../../tests/it/fixtures/press.json");
    assert_eq!(lane(press), Some((346, "telegram:6123456789".to_owned())));
    let unknown = include_str!("../../tests/it/fixtures/unknown_kind.json");
    assert_eq!(lane(unknown), Some((355, "telegram:0".to_owned())));
}

#[test]
fn half_a_surrogate_pair_is_read_as_a_replacement_and_holds_nothing_up() {
    let update = |text: &str| {
        format!(
            r#"{{"update_id":9,"message":{{"message_id":1,"date":0,"chat":{{"id":5,"type":"private","first_name":"A"}},
            "from":{{"id":5,"is_bot":false,"first_name":"A"}},"text":"{text}"}}}}"#
        )
    };
    for (escaped, read) in [
        (r"a\ud800b", "a\u{FFFD}b"),
        (r"\udfff\ud83d\ude00", "\u{FFFD}😀"),
        (r"\\ud800 \ud800\ud83d", "\\ud800 \u{FFFD}\u{FFFD}"),
        (r"\u0000", "\0"),
    ] {
        let Decoded::Heard(heard) = decoded(&update(escaped), Timestamp::from_millis(0), BOT) else {
            panic!("{escaped} is not read");
        };
        let text = read.to_owned();
        assert_eq!(heard.interaction.input, Input::Message { text, location: None, reply_to: None });
    }
    // what can't be read at all still has its number, so that it doesn't come again
    assert_eq!(envelope(r#"{"update_id":9,"x":"\ud800 \u{1"#), None);
    assert_eq!(envelope(r#"{"update_id":9,"x":1e999}"#), Some((9, "telegram:0".to_owned())));
}
