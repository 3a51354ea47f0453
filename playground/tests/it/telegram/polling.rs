//! `getUpdates`: offsets, waiting, and two who poll.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::{Instant, timeout};

use super::{Bench, DEADLINE};

fn ids(updates: &Value) -> Vec<i64> {
    updates.as_array().into_iter().flatten().filter_map(|update| update["update_id"].as_i64()).collect()
}

#[tokio::test]
async fn updates_come_again_until_an_offset_confirms_them() {
    let bench = Bench::new().await;
    let sent = bench.telegram.send(bench.person, "hello", None).expect("a text");
    let first = bench.done("getUpdates", json!({})).await;
    assert_eq!(ids(&first).len(), 2);
    assert_eq!(first, bench.done("getUpdates", json!({ "offset": 0 })).await);
    let start = &first[0]["message"];
    assert_eq!((&start["text"], &start["entities"][0]["type"]), (&json!("/start"), &json!("bot_command")));

    let rest = bench.done("getUpdates", json!({ "offset": ids(&first)[1] })).await;
    assert_eq!(ids(&rest), [sent.update_id.expect("wanted")]);
    assert_eq!(bench.done("getUpdates", json!({ "offset": ids(&first)[1] + 1 })).await, json!([]));
    assert_eq!(bench.done("getUpdates", json!({})).await, json!([]), "what is confirmed is forgotten");
}

#[tokio::test]
async fn a_negative_offset_keeps_the_last_and_a_day_ends_all() {
    let bench = Bench::new().await;
    for text in ["one", "two", "three"] {
        bench.telegram.send(bench.person, text, None).expect("a text");
    }
    let last = bench.done("getUpdates", json!({ "offset": -1 })).await;
    assert_eq!((ids(&last).len(), &last[0]["message"]["text"]), (1, &json!("three")));
    bench.clock.jump(25 * 60 * 60 * 1000);
    assert_eq!(bench.done("getUpdates", json!({})).await, json!([]));
}

#[tokio::test]
async fn a_poll_waits_for_what_comes() {
    let bench = Bench::new().await;
    bench.done("getUpdates", json!({ "offset": -1 })).await;
    let offset = ids(&bench.done("getUpdates", json!({})).await)[0] + 1;
    let begun = Instant::now();
    assert_eq!(bench.done("getUpdates", json!({ "offset": offset, "timeout": 1 })).await, json!([]));
    assert!(begun.elapsed().as_millis() >= 1000);

    let poll = bench.done("getUpdates", json!({ "offset": offset, "timeout": 50 }));
    let (updates, ()) = tokio::join!(timeout(DEADLINE, poll), async {
        bench.telegram.send(bench.person, "now", None).expect("a text");
    });
    assert_eq!(updates.expect("long before 50 s")[0]["message"]["text"], "now");
}

#[tokio::test]
async fn whoever_polls_last_ends_the_poll_before() {
    let bench = Bench::new().await;
    bench.done("getUpdates", json!({ "offset": -1 })).await;
    let offset = ids(&bench.done("getUpdates", json!({})).await)[0] + 1;
    let long = json!({ "offset": offset, "timeout": 50 });
    let first = bench.refused("getUpdates", long.clone());
    let second = async {
        tokio::task::yield_now().await;
        bench.done("getUpdates", long.clone()).await
    };
    let ended = async {
        tokio::pin!(second);
        let refused = tokio::select! {
            refused = first => refused,
            updates = &mut second => panic!("nothing was sent, but {updates} came"),
        };
        bench.telegram.send(bench.person, "for the second", None).expect("a text");
        (refused, second.await)
    };
    let ((code, words), updates) = timeout(DEADLINE, ended).await.expect("the first is ended at once");
    assert_eq!(code, 409);
    assert_eq!(
        words,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
    assert_eq!(updates[0]["message"]["text"], "for the second");
}

#[tokio::test]
async fn only_wanted_kinds_are_kept_and_the_wish_lasts() {
    let bench = Bench::new().await;
    bench.done("getUpdates", json!({ "offset": -1, "allowed_updates": ["callback_query"] })).await;
    assert_eq!(bench.telegram.send(bench.person, "unheard", None).expect("a text").update_id, None);
    bench.done("getUpdates", json!({})).await;
    assert_eq!(bench.telegram.send(bench.person, "still unheard", None).expect("a text").update_id, None);
    bench.done("getUpdates", json!({ "allowed_updates": [] })).await;
    assert!(bench.telegram.send(bench.person, "heard", None).expect("a text").update_id.is_some());
    bench.done("getUpdates", json!({ "allowed_updates": ["messages"] })).await;
    assert_eq!(bench.warnings(), ["there are no updates of kind \"messages\""]);
}

#[tokio::test]
async fn an_injected_update_keeps_its_id_and_makes_its_group_known() {
    let bench = Bench::new().await;
    let message = json!({ "message_id": 7, "date": 1, "chat": { "id": -100_123, "type": "supergroup", "title": "Guild" } });
    let id = bench.telegram.inject(json!({ "update_id": 5_000_000_000_i64, "message": message }));
    assert_eq!(id, 5_000_000_000);
    let next = bench.telegram.send(bench.person, "later", None).expect("a text").update_id;
    assert_eq!(next, Some(5_000_000_001));
    let unknown = bench.telegram.inject(json!({ "guest_message": {} }));
    assert_eq!(unknown, 5_000_000_002);
    let sent = bench.done("sendMessage", json!({ "chat_id": -100_123, "text": "hello all" })).await;
    assert_eq!(sent["chat"]["title"], "Guild");
    let keyboard = json!({ "keyboard": [[{ "text": "Here", "request_location": true }]] });
    let ask = json!({ "chat_id": -100_123, "text": "where?", "reply_markup": keyboard });
    let (_, words) = bench.refused("sendMessage", ask).await;
    assert_eq!(words, "Bad Request: location can be requested in private chats only");
}

#[tokio::test]
async fn who_hangs_up_leaves_the_place_to_the_next() {
    let bench = Bench::new().await;
    bench.done("getUpdates", json!({ "offset": -1 })).await;
    let offset = ids(&bench.done("getUpdates", json!({})).await)[0] + 1;
    let poll = bench.done("getUpdates", json!({ "offset": offset, "timeout": 50 }));
    timeout(Duration::from_millis(200), poll).await.expect_err("it hangs up while it waits");
    bench.telegram.send(bench.person, "hello", None).expect("a text");
    let updates = bench.done("getUpdates", json!({ "offset": offset, "timeout": 50 })).await;
    assert_eq!(updates[0]["message"]["text"], "hello");
    assert_eq!(bench.refusals(), Vec::<String>::new());
}
