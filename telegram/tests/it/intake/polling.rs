//! Polling: committed first, acknowledged afterwards.

use std::time::Duration;

use bot_core::delivery::inbox::Cursor;
use playground::faults::{Kind, Rule};
use telegram::{Intake, Mode};
use tokio_util::sync::CancellationToken;

use crate::bench::{Bench, DEADLINE, until};

/// More than any test sends.
const ROOMY: i64 = 1000;

impl Bench {
    fn says(&self, text: &str) -> i64 {
        let sent = self.platform.send(self.person, text, None).expect("everyone can write");
        sent.update_id.expect("the bot is told")
    }

    fn fails(&self, method: &str, kind: Kind, retry_after: Option<f64>) {
        let rule = Rule { route: method.to_owned(), kind, times: 1, retry_after, delay_ms: None };
        self.platform.faults().add(rule);
    }

    /// The offset of the last call for updates.
    fn offset(&self) -> Option<i64> {
        let calls = self.platform.journal().list();
        calls.iter().rfind(|call| call.route == "getUpdates").and_then(|call| call.body["offset"].as_i64())
    }
}

#[tokio::test]
async fn updates_come_in_order_and_are_acknowledged_once_stored() {
    let bench = Bench::new().await;
    let mut heard = bench.work();
    let _poll = bench.poll(ROOMY);
    bench.says("one");
    bench.says("two");
    let last = bench.says("three");
    assert_eq!([heard.text().await, heard.text().await, heard.text().await], ["one", "two", "three"]);
    let cursor = bench.inbox.cursor("telegram:updates").await.expect("the database is there");
    assert_eq!(cursor.map(|cursor| cursor.value), Some(last + 1));
    // A call is written down when it ends, so the one that acknowledges shows with the next update.
    bench.says("four");
    assert_eq!(heard.text().await, "four");
    until("the acknowledgement", async || bench.offset() == Some(last + 1)).await;
    bench.took_everything();
}

#[tokio::test]
async fn an_answer_that_was_lost_comes_again_and_counts_once() {
    let bench = Bench::new().await;
    let mut heard = bench.work();
    bench.fails("getUpdates", Kind::DropAfter, None);
    bench.says("one");
    let _poll = bench.poll(ROOMY);
    assert_eq!(heard.text().await, "one");
    bench.says("two");
    assert_eq!(heard.text().await, "two");
    heard.nothing_more();
}

#[tokio::test]
async fn a_new_process_goes_on_where_the_last_one_stopped() {
    let bench = Bench::new().await;
    let mut heard = bench.work();
    let first = bench.poll(ROOMY);
    bench.says("one");
    assert_eq!(heard.text().await, "one");
    drop(first);
    bench.says("two");
    let _second = bench.poll(ROOMY);
    assert_eq!(heard.text().await, "two");
    heard.nothing_more();
}

#[tokio::test]
async fn trouble_at_telegram_delays_updates_but_loses_none() {
    let bench = Bench::new().await;
    let mut heard = bench.work();
    bench.fails("getUpdates", Kind::ServerError, None);
    bench.fails("getUpdates", Kind::DropBefore, None);
    bench.fails("getUpdates", Kind::TooMany, Some(1.0));
    bench.says("one");
    let _poll = bench.poll(ROOMY);
    assert_eq!(heard.text().await, "one");
    bench.platform.restart(300).await;
    bench.says("two");
    assert_eq!(heard.text().await, "two");
    heard.nothing_more();
}

#[tokio::test]
async fn an_offset_older_than_a_week_is_forgotten() {
    let bench = Bench::new().await;
    let mut heard = bench.work();
    let update = bench.says("one");
    // After an idle week Telegram may count on from a lower id than any we have seen.
    let cursor =
        Cursor { name: "telegram:updates".to_owned(), value: update + 500, at: bench.days_from_now(-8) };
    bench.inbox.store(Vec::new(), Some(cursor)).await.expect("the database is there");
    let _poll = bench.poll(ROOMY);
    assert_eq!(heard.text().await, "one");
}

#[tokio::test]
async fn a_full_inbox_stops_the_poll_until_it_has_room() {
    let bench = Bench::new().await;
    bench.says("one");
    bench.says("two");
    let _poll = bench.poll(2);
    until("the inbox is full", async || bench.inbox.backlog().await.is_ok_and(|waiting| waiting == 2)).await;
    bench.says("three");
    let calls = bench.calls("getUpdates");
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(bench.calls("getUpdates"), calls, "nothing is fetched that can't be stored");
    let mut heard = bench.work();
    assert_eq!([heard.text().await, heard.text().await, heard.text().await], ["one", "two", "three"]);
}

#[tokio::test]
async fn whoever_finds_another_reader_steps_back() {
    let bench = Bench::new().await;
    let http = reqwest::Client::builder().timeout(DEADLINE).build().expect("a client");
    let address = format!("{}/bot{}/setWebhook", bench.platform.url(), bench.platform.token());
    let hook = serde_json::json!({ "url": "http://127.0.0.1:9/hook" });
    http.post(address).json(&hook).send().await.expect("the stand-in answers");
    let _poll = bench.poll(ROOMY);
    until("the conflict", async || bench.calls("getUpdates") == 1).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(bench.calls("getUpdates"), 1, "the other one gets time to go on, or to end");
}

#[tokio::test]
async fn a_wrong_token_ends_the_loop_and_a_stop_ends_a_call_that_waits() {
    let bench = Bench::new().await;
    let listener = |token: &str| match bench.telegram(Mode::Polling, ROOMY, token).intake(&bench.inbox) {
        Intake::Polling(listener) => listener,
        Intake::Webhook(_) => panic!("polling was asked for"),
    };
    let wrong = listener("7000000001:AAwrongwrongwrongwrongwrongwrongwro").run(CancellationToken::new());
    let ended = tokio::time::timeout(DEADLINE, wrong).await.expect("it ends");
    assert!(ended.is_err_and(|error| !error.to_string().contains("AAwrong")));

    let stop = CancellationToken::new();
    let right = tokio::time::timeout(DEADLINE, listener(&bench.platform.token()).run(stop.clone()));
    let stopped = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        stop.cancel();
    };
    let (ended, ()) = tokio::join!(right, stopped);
    assert!(ended.expect("it ends").is_ok());
}
