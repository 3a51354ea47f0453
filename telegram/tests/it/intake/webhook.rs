//! The webhook: who may post, what is taken, and when it is answered.

use std::future::IntoFuture as _;

use axum::Router;
use reqwest::StatusCode;
use secrecy::SecretString;
use serde_json::json;
use telegram::{Intake, Mode};
use tokio::net::TcpListener;

use crate::bench::Bench;

const SECRET: &str = "s3cret-of_the-hook";
const HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";

/// A served hook.
struct Hook {
    address: String,
    http: reqwest::Client,
}

impl Hook {
    async fn serve(bench: &Bench, inbox_high: i64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let mode = Mode::Webhook {
            public_url: base.parse().expect("an address"),
            secret: SecretString::from(SECRET),
        };
        let intake = bench.telegram(mode, inbox_high, &bench.platform.token()).intake(&bench.inbox);
        let Intake::Webhook(router) = intake else {
            panic!("a webhook was asked for");
        };
        bench.tracker.spawn(axum::serve(listener, Router::new().merge(router)).into_future());
        let http = reqwest::Client::builder().timeout(crate::bench::DEADLINE).build().expect("a client");
        Self { address: format!("{base}/hooks/telegram"), http }
    }

    async fn posted(&self, secret: Option<&str>, body: impl Into<reqwest::Body>) -> (StatusCode, String) {
        let post = self.http.post(&self.address).body(body);
        let post = if let Some(secret) = secret { post.header(HEADER, secret) } else { post };
        let answer = post.send().await.expect("the hook answers");
        (answer.status(), answer.text().await.expect("a body"))
    }
}

fn update(id: i64) -> String {
    let chat = json!({ "id": 5, "type": "private", "first_name": "Ana" });
    let from = json!({ "id": 5, "is_bot": false, "first_name": "Ana" });
    let message = json!({ "message_id": 1, "date": 0, "chat": chat, "from": from, "text": "hello" });
    json!({ "update_id": id, "message": message }).to_string()
}

#[tokio::test]
async fn only_telegram_gets_in() {
    let bench = Bench::new().await;
    let hook = Hook::serve(&bench, 1000).await;
    for wrong in [None, Some(""), Some("s3cret-of_the-hooK"), Some("s3cret-of_the-hook2"), Some("s3cret")] {
        assert_eq!(hook.posted(wrong, update(1)).await.0, StatusCode::UNAUTHORIZED, "{wrong:?}");
    }
    assert_eq!(bench.inbox.backlog().await.expect("the database is there"), 0);
}

#[tokio::test]
async fn an_update_is_stored_before_it_is_answered_and_a_repeat_once() {
    let bench = Bench::new().await;
    let hook = Hook::serve(&bench, 1000).await;
    for id in [1, 2, 1] {
        assert_eq!(hook.posted(Some(SECRET), update(id)).await, (StatusCode::OK, String::new()));
    }
    assert_eq!(bench.inbox.backlog().await.expect("the database is there"), 2);
}

#[tokio::test]
async fn what_can_never_be_read_is_not_asked_for_again_and_not_echoed() {
    let bench = Bench::new().await;
    let hook = Hook::serve(&bench, 1000).await;
    for body in ["", "{", "[]", r#"{"update_id":"<script>"}"#, "\u{0}"] {
        assert_eq!(hook.posted(Some(SECRET), body).await, (StatusCode::OK, String::new()), "{body}");
    }
    for size in [1_000_000, 10_000_000] {
        assert_eq!(hook.posted(Some(SECRET), vec![b' '; size]).await.0, StatusCode::PAYLOAD_TOO_LARGE);
    }
    assert_eq!(bench.inbox.backlog().await.expect("the database is there"), 0);
}

#[tokio::test]
async fn a_full_inbox_asks_telegram_to_come_again() {
    let bench = Bench::new().await;
    let hook = Hook::serve(&bench, 1).await;
    assert_eq!(hook.posted(Some(SECRET), update(1)).await.0, StatusCode::OK);
    assert_eq!(hook.posted(Some(SECRET), update(2)).await.0, StatusCode::SERVICE_UNAVAILABLE);
    let mut heard = bench.work();
    heard.text().await;
    crate::bench::until("there is room", async || {
        hook.posted(Some(SECRET), update(2)).await.0 == StatusCode::OK
    })
    .await;
}
