//! One live screen: edited on a press, sent anew when something was written.

use serde_json::Value;

use super::{id, keys, text};
use crate::bench::{Bench, until};

#[tokio::test]
async fn a_new_person_is_welcomed_and_a_press_changes_the_card_in_place() {
    let bench = Bench::new().await;
    bench.serve();
    bench.platform.start_chat(bench.person, None).expect("everyone can start");
    let welcome = bench.nth(1).await;
    assert!(text(&welcome).contains("Ana"), "{welcome}");
    let first = keys(&welcome)[0].clone();
    assert_eq!(first["style"], "primary");

    let press = bench.press(&welcome, first["text"].as_str().expect("a label"));
    bench.released(&press).await;
    until("the card changes", async || bench.shown()[0]["text"] != welcome["text"]).await;
    let shown = bench.shown();
    assert_eq!(shown.len(), 1, "a press edits, it does not send");
    assert_eq!(id(&shown[0]), id(&welcome));
    bench.took_everything();
}

#[tokio::test]
async fn the_same_is_answered_when_updates_are_posted() {
    let bench = Bench::new().await;
    bench.serve_hook("s3cret-of_the-hook").await;
    until("the hook is known", async || bench.calls("setWebhook") == 1).await;
    bench.platform.start_chat(bench.person, None).expect("everyone can start");
    assert!(text(&bench.nth(1).await).contains("Ana"));
    bench.took_everything();
}

#[tokio::test]
async fn a_form_goes_on_under_what_was_written_and_the_old_screen_loses_its_keys() {
    let bench = Bench::new().await;
    bench.serve();
    bench.platform.start_chat(bench.person, None).expect("everyone can start");
    let welcome = bench.nth(1).await;
    let label = keys(&welcome)[0]["text"].as_str().expect("a label").to_owned();
    bench.press(&welcome, &label);
    until("the first question", async || bench.shown()[0]["text"] != welcome["text"]).await;
    bench.platform.send(bench.person, "figma, webflow, react", None).expect("everyone can write");
    let second = bench.nth(2).await;
    assert_ne!(text(&second), text(&bench.shown()[0]));
    until("the old keys go", async || keys(&bench.shown()[0]).is_empty()).await;
    assert!(!keys(&second).is_empty());
    bench.took_everything();
}

#[tokio::test]
async fn a_forged_or_outdated_press_gets_a_clear_answer_within_two_seconds() {
    let bench = Bench::new().await;
    bench.serve();
    bench.platform.start_chat(bench.person, None).expect("everyone can start");
    let welcome = bench.nth(1).await;
    let from = serde_json::json!({ "id": bench.person, "is_bot": false, "first_name": "Ana" });
    let query = serde_json::json!({
        "id": "991", "from": from, "message": welcome, "chat_instance": "1", "data": "1.payout.AAAA.zz.x"
    });
    bench.platform.inject(serde_json::json!({ "callback_query": query }));
    let answered = |call: &Value| call["callback_query_id"] == "991";
    until("the answer", async || {
        let calls = bench.platform.journal().list();
        calls.iter().any(|call| call.route == "answerCallbackQuery" && answered(&call.body))
    })
    .await;
    let stale = bench.nth(2).await;
    assert!(text(&stale).contains("earlier day"), "{stale}");
}

#[tokio::test]
async fn a_persons_menu_follows_the_role_they_choose() {
    let bench = Bench::new().await;
    bench.serve();
    let menu = || {
        let state = bench.platform.state(bench.person).expect("the person is known");
        let names = state["commands"].as_array().cloned().unwrap_or_default();
        names
            .iter()
            .map(|command| command["command"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    until("the menu of somebody new", async || menu().first().is_some_and(|name| name == "start")).await;
    bench.platform.start_chat(bench.person, Some("client")).expect("everyone can start");
    bench.nth(1).await;
    let mut pressed = 0;
    // Whatever the set-up asks, its next step is the first key.
    until("the menu of a client", async || {
        if menu().contains(&"newrequest".to_owned()) {
            return true;
        }
        let last = bench.shown().pop().unwrap_or_default();
        if let Some(key) = keys(&last).first().filter(|_| pressed < 5) {
            pressed += 1;
            let press = bench.press(&last, key["text"].as_str().expect("a label"));
            bench.released(&press).await;
        }
        false
    })
    .await;
}

#[tokio::test]
async fn a_long_choice_is_leafed_through_and_a_choice_on_any_page_counts() {
    let bench = Bench::new().await;
    bench.serve();
    bench.platform.start_chat(bench.person, None).expect("everyone can start");
    let welcome = bench.nth(1).await;
    bench.press(&welcome, keys(&welcome)[0]["text"].as_str().expect("a label"));
    until("the first question", async || bench.shown()[0]["text"] != welcome["text"]).await;
    bench.platform.send(bench.person, "figma, webflow, react", None).expect("everyone can write");
    bench.nth(2).await;
    bench.platform.send(bench.person, "UTC+1", None).expect("everyone can write");
    let zones = bench.nth(3).await;
    let labels = || {
        let last = bench.shown().pop().unwrap_or_default();
        keys(&last).iter().map(|key| key["text"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert!(labels().contains(&"1 / 3".to_owned()), "{:?}", labels());

    let press = bench.press(&zones, "›");
    bench.released(&press).await;
    until("the second page", async || labels().contains(&"2 / 3".to_owned())).await;
    let second = bench.nth(3).await;
    assert_eq!(second["text"], zones["text"]);
    let option = keys(&second).into_iter().find(|key| key["callback_data"].to_string().contains('~'));
    let option = option.expect("an option")["text"].as_str().expect("a label").to_owned();
    bench.press(&second, &option);
    let zone = option.split_whitespace().next().expect("a zone").to_owned();
    until("the choice", async || bench.shown().iter().any(|message| text(message).contains(&zone))).await;
    bench.took_everything();
}
