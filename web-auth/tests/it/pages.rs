//! What the pages say, and what they don't.

use axum::http::StatusCode;
use bot_core::domain::id::{AccountId, RequestId};
use bot_core::domain::place::WorkPlace;
use bot_core::domain::request::{Brief, RequestSkill};
use bot_core::services::{Call, account, request};

use crate::bench::Bench;

fn brief(title: &str) -> Brief {
    Brief {
        title: title.to_owned(),
        description: "Five sections & a blog. <img src=x onerror=alert(1)>".to_owned(),
        skills: vec![RequestSkill { skill: "webflow".to_owned(), must: true }],
        budget: None,
        place: WorkPlace::Remote { offsets: None },
        due_at: None,
        ..Brief::default()
    }
}

async fn draft(bench: &Bench, client: AccountId, title: &str) -> RequestId {
    let services = bench.app.services();
    let id = RequestId(services.ids.uuid(services.clock.now()));
    let call = Call::new(services, None);
    request::draft(&call, client, id, &brief(title)).await.expect("they may draft").id
}

async fn post(bench: &Bench, client: AccountId, title: &str) -> String {
    let id = draft(bench, client, title).await;
    let call = Call::new(bench.app.services(), None);
    request::post(&call, client, id, 1).await.expect("they may post").code
}

#[tokio::test]
async fn an_empty_market_says_so() {
    let answer = Bench::new().await.get("/").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("Nothing is open right now"), "{}", answer.body);
}

#[tokio::test]
async fn open_requests_stand_on_the_front_page_without_their_clients() {
    let bench = Bench::new().await;
    let client = bench.client("Kite Studio").await;
    let code = post(&bench, client, "Landing page <b>now</b>").await;
    draft(&bench, client, "Nobody reads a draft").await;
    let answer = bench.get("/").await;
    assert_eq!(answer.status, StatusCode::OK);
    for expected in ["Landing page &lt;b&gt;now&lt;/b&gt;", "Webflow", &code, "&amp; a blog"] {
        assert!(answer.body.contains(expected), "{expected} in {}", answer.body);
    }
    for unwanted in ["Kite Studio", "Nobody reads a draft", "<b>", "<img", "<script", &client.to_string()] {
        assert!(!answer.body.contains(unwanted), "{unwanted} in {}", answer.body);
    }
}

#[tokio::test]
async fn whoever_is_leaving_is_hidden_at_once() {
    let bench = Bench::new().await;
    let client = bench.client("Kite Studio").await;
    post(&bench, client, "Landing page").await;
    account::ask_to_leave(&Call::new(bench.app.services(), None), client).await.expect("they may leave");
    let answer = bench.get("/").await;
    assert!(!answer.body.contains("Landing page"), "{}", answer.body);
}

#[tokio::test]
async fn privacy_and_terms_name_the_operator_in_the_words_of_the_chats() {
    let bench = Bench::new().await;
    for (path, words) in [("/privacy", "answers for the data"), ("/terms", "The law of Portugal applies")] {
        let answer = bench.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        for expected in [words, "The &lt;Harbour&gt; Guild", "hello@harbour.example"] {
            assert!(answer.body.contains(expected), "{path}: {expected} in {}", answer.body);
        }
        assert!(!answer.body.contains("<button"), "{path}: buttons belong to the chats");
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_page_too() {
    let answer = Bench::new().await.get("/wp-login.php").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.body.contains("There is nothing here"), "{}", answer.body);
    assert!(!answer.body.contains("wp-login"), "what was asked for is not repeated");
}
