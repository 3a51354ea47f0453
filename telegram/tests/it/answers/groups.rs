//! Groups: commands to us are answered, what is private goes to the private chat.

use serde_json::{Value, json};

use super::{keys, text};
use crate::bench::{Bench, until};

const GROUP: i64 = -1_001_987_654_321;

impl Bench {
    fn says_in_group(&self, words: &str) {
        let from = json!({ "id": self.person, "is_bot": false, "first_name": "Ana" });
        let chat = json!({ "id": GROUP, "title": "Makers", "type": "supergroup" });
        let message = json!({ "message_id": 77, "date": 0, "from": from, "chat": chat, "text": words });
        self.platform.inject(json!({ "message": message }));
    }

    fn in_group(&self) -> Vec<Value> {
        let messages = self.platform.messages(GROUP);
        messages.into_iter().filter(|message| message["from"]["is_bot"] == true).collect()
    }
}

#[tokio::test]
async fn what_is_private_is_answered_in_the_private_chat() {
    let bench = Bench::new().await;
    bench.serve();
    bench.platform.start_chat(bench.person, None).expect("everyone can start");
    bench.nth(1).await;
    bench.says_in_group("/dashboard@guildhall_bot");
    bench.nth(2).await;
    assert!(bench.in_group().is_empty());
}

#[tokio::test]
async fn somebody_without_a_private_chat_is_shown_the_way_there() {
    let bench = Bench::new().await;
    bench.serve();
    bench.says_in_group("/dashboard");
    until("an answer in the group", async || !bench.in_group().is_empty()).await;
    let answer = bench.in_group().swap_remove(0);
    assert!(text(&answer).contains("for your eyes only"), "{answer}");
    assert_eq!(keys(&answer)[0]["url"], "https://t.me/guildhall_bot?start=group");
}

#[tokio::test]
async fn what_is_said_to_others_is_left_alone() {
    let bench = Bench::new().await;
    bench.serve();
    bench.platform.start_chat(bench.person, None).expect("everyone can start");
    bench.nth(1).await;
    bench.says_in_group("has anybody seen my keys?");
    bench.says_in_group("/dashboard@other_bot");
    // The lane of the group is worked off in order: once this is answered, the others have been.
    bench.says_in_group("/settings@guildhall_bot");
    bench.nth(2).await;
    assert_eq!(bench.shown().len(), 2);
    assert!(bench.in_group().is_empty());
}
