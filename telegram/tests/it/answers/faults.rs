//! Answers while Telegram misbehaves.

use std::time::{Duration, Instant};

use playground::faults::{Kind, Rule};

use super::{keys, text};
use crate::bench::{Bench, until};

impl Bench {
    fn breaks(&self, route: &str, kind: Kind, times: u32, retry_after: Option<f64>) {
        let rule = Rule { route: route.to_owned(), kind, times, retry_after, delay_ms: None };
        self.platform.faults().add(rule);
    }
}

#[tokio::test]
async fn an_answer_survives_a_server_error_on_every_call_it_makes() {
    let bench = Bench::new().await;
    bench.serve();
    bench.breaks("sendMessage", Kind::ServerError, 2, None);
    bench.breaks("answerCallbackQuery", Kind::ServerError, 1, None);
    bench.breaks("editMessageText", Kind::DropBefore, 1, None);
    let started = Instant::now();
    bench.platform.start_chat(bench.person, None).expect("everyone can start");
    let welcome = bench.nth(1).await;
    let label = keys(&welcome)[0]["text"].as_str().expect("a label").to_owned();
    let press = bench.press(&welcome, &label);
    bench.released(&press).await;
    until("the card changes", async || bench.shown()[0]["text"] != welcome["text"]).await;
    // teloxide's own client would have slept 10 s for each.
    assert!(started.elapsed() < Duration::from_secs(9), "{:?}", started.elapsed());
    assert_eq!(bench.shown().len(), 1);
}

#[tokio::test]
async fn a_flood_warning_on_an_answer_silences_that_chat_for_its_whole_time() {
    let bench = Bench::new().await;
    bench.serve();
    bench.breaks("sendMessage", Kind::TooMany, 1, Some(3.0));
    let started = Instant::now();
    bench.platform.start_chat(bench.person, None).expect("everyone can start");
    until("the warning", async || bench.calls("sendMessage") == 1).await;
    let welcome = bench.nth(1).await;
    assert!(text(&welcome).contains("Ana"));
    assert!(started.elapsed() >= Duration::from_secs(3), "{:?}", started.elapsed());
    assert_eq!(bench.calls("sendMessage"), 2, "one call was refused, the next one came after the window");
}

#[tokio::test]
async fn a_card_that_was_deleted_comes_back_as_a_new_message() {
    let bench = Bench::new().await;
    bench.serve();
    bench.platform.start_chat(bench.person, None).expect("everyone can start");
    let welcome = bench.nth(1).await;
    let from = serde_json::json!({ "id": bench.person, "is_bot": false, "first_name": "Ana" });
    let mut gone = welcome.clone();
    gone["message_id"] = serde_json::json!(4_000);
    let data = keys(&welcome)[0]["callback_data"].clone();
    let query =
        serde_json::json!({ "id": "992", "from": from, "message": gone, "chat_instance": "1", "data": data });
    bench.platform.inject(serde_json::json!({ "callback_query": query }));
    let next = bench.nth(2).await;
    assert_ne!(text(&next), text(&welcome));
}
