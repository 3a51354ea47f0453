//! What goes wrong on purpose, and restarts.

use serde_json::{Value, json};
use tokio::time::timeout;

use super::{Bench, DEADLINE};

impl Bench {
    fn fault(&self, rule: Value) {
        self.telegram.faults().add(serde_json::from_value(rule).expect("a rule"));
    }

    /// A message of the bot's, over a connection that may break.
    async fn try_to_say(&self) -> reqwest::Result<reqwest::Response> {
        let url = format!("{}/bot{}/sendMessage", self.telegram.url(), self.telegram.token());
        self.http.post(url).json(&json!({ "chat_id": self.person, "text": "Hello" })).send().await
    }

    fn heard(&self) -> usize {
        self.telegram.messages(self.person).iter().filter(|message| message["text"] == "Hello").count()
    }
}

#[tokio::test]
async fn a_wait_and_a_bad_gateway_look_like_the_platforms() {
    let bench = Bench::new().await;
    bench.fault(json!({ "route": "sendMessage", "kind": "too_many", "retry_after": 7.0 }));
    bench.fault(json!({ "route": "sendMessage", "kind": "server_error" }));
    bench.done("getMe", json!({})).await;
    let wait: Value = bench.try_to_say().await.expect("an answer").json().await.expect("an envelope");
    assert_eq!((&wait["error_code"], &wait["parameters"]["retry_after"]), (&json!(429), &json!(7)));
    let broken = bench.try_to_say().await.expect("an answer");
    assert_eq!(broken.status(), 502);
    assert!(broken.text().await.expect("a page").starts_with("<html>"));
    assert_eq!(bench.heard(), 0);
    bench.say(json!({})).await;
    assert_eq!(
        bench.refusals(),
        Vec::<String>::new(),
        "what was done on purpose is no fault of the client's"
    );
}

#[tokio::test]
async fn a_connection_breaks_before_or_after_the_deed() {
    let bench = Bench::new().await;
    bench.fault(json!({ "route": "sendMessage", "kind": "drop_before" }));
    bench.fault(json!({ "route": "sendMessage", "kind": "drop_after" }));
    bench.try_to_say().await.expect_err("the connection is closed");
    assert_eq!(bench.heard(), 0);
    bench.try_to_say().await.expect_err("the connection is closed");
    assert_eq!(bench.heard(), 1);
}

#[tokio::test]
async fn a_restart_cuts_the_poll_and_forgets_nothing() {
    let bench = Bench::new().await;
    let url =
        format!("{}/bot{}/getUpdates?offset=-1&timeout=50", bench.telegram.url(), bench.telegram.token());
    let offset = bench.done("getUpdates", json!({})).await[0]["update_id"].as_i64().expect("an id") + 1;
    let poll = bench.http.get(url.replace("offset=-1", &format!("offset={offset}"))).send();
    let restart = async {
        tokio::task::yield_now().await;
        bench.telegram.restart(200).await;
        bench.try_to_say().await.expect_err("nobody listens");
    };
    let (cut, ()) = timeout(DEADLINE, async { tokio::join!(poll, restart) }).await.expect("cut at once");
    cut.expect_err("the poll is cut");
    bench.telegram.send(bench.person, "while it was down", None).expect("a text");
    let back = async {
        while bench.try_to_say().await.is_err() {
            tokio::task::yield_now().await;
        }
        bench.done("getUpdates", json!({ "offset": offset })).await
    };
    let updates = timeout(DEADLINE, back).await.expect("it comes back");
    assert_eq!(updates[0]["message"]["text"], "while it was down");
}
