//! Updates brought to a webhook.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use serde_json::{Value, json};
use tokio::{sync::mpsc, time::timeout};

use super::{Bench, DEADLINE};
use playground::telegram::Options;

type Seen = (Option<String>, Value);

/// A bot's endpoint that is busy the first time and takes everything afterwards.
async fn endpoint(bench: &Bench) -> (String, mpsc::Receiver<Seen>) {
    let (seen, arrivals) = mpsc::channel(16);
    let state = (seen, Arc::new(AtomicBool::new(true)));
    let router = Router::new().route("/hooks/telegram", post(hook)).with_state(state);
    (format!("{}/hooks/telegram", bench.serve(router).await), arrivals)
}

async fn hook(
    State((seen, busy)): State<(mpsc::Sender<Seen>, Arc<AtomicBool>)>,
    headers: HeaderMap,
    Json(update): Json<Value>,
) -> StatusCode {
    let secret = headers.get("x-telegram-bot-api-secret-token").and_then(|value| value.to_str().ok());
    seen.send((secret.map(str::to_owned), update)).await.expect("the test listens");
    if busy.swap(false, Ordering::Relaxed) { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK }
}

#[tokio::test]
async fn updates_are_brought_with_the_secret_until_they_are_taken() {
    let bench = Bench::new().await;
    let (url, mut arrivals) = endpoint(&bench).await;
    bench.done("setWebhook", json!({ "url": url, "secret_token": "s3cret-_", "max_connections": 4 })).await;
    let mut next = async || timeout(DEADLINE, arrivals.recv()).await.expect("in time").expect("an update");
    let (secret, first) = next().await;
    assert_eq!((secret.as_deref(), &first["message"]["text"]), (Some("s3cret-_"), &json!("/start")));
    assert_eq!(next().await.1, first, "it was not taken, so it comes again");

    bench.telegram.send(bench.person, "hello", None).expect("a text");
    let (_, second) = next().await;
    assert_eq!(second["message"]["text"], "hello");
    let told = bench
        .telegram
        .journal()
        .list()
        .into_iter()
        .find(|call| call.route == "setWebhook")
        .expect("journalled");
    assert_eq!(told.body["secret_token"], "(secret)");

    let (code, words) = bench.refused("getUpdates", json!({})).await;
    assert_eq!(
        (code, words.starts_with("Conflict: can't use getUpdates method while webhook is active")),
        (409, true)
    );
    bench.done("deleteWebhook", json!({})).await;
    assert_eq!(bench.done("getWebhookInfo", json!({})).await["url"], "");
    bench.done("getUpdates", json!({})).await;
}

#[tokio::test]
async fn a_webhook_that_does_not_answer_is_named_in_its_info() {
    let bench = Bench::new().await;
    bench.done("setWebhook", json!({ "url": "http://127.0.0.1:9/hook" })).await;
    let failed = async {
        loop {
            let info = bench.done("getWebhookInfo", json!({})).await;
            if info["last_error_message"].is_string() {
                return info;
            }
            tokio::task::yield_now().await;
        }
    };
    let info = timeout(DEADLINE, failed).await.expect("the first try fails");
    assert_eq!((&info["pending_update_count"], &info["max_connections"]), (&json!(1), &json!(40)));
    bench.done("setWebhook", json!({ "url": "", "drop_pending_updates": true })).await;
    assert_eq!(bench.done("getUpdates", json!({})).await, json!([]));
}

#[tokio::test]
async fn the_real_server_wants_https_and_one_of_four_ports() {
    let bench = Bench::with(Options { local_webhooks: false, ..Options::default() }).await;
    for (url, words) in [
        ("http://a.example/hook", "An HTTPS URL must be provided for webhook"),
        ("https://a.example:444/hook", "Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ("https://localhost/hook", "Failed to resolve host: Name or service not known"),
    ] {
        let (code, said) = bench.refused("setWebhook", json!({ "url": url })).await;
        assert_eq!((code, said), (400, format!("Bad Request: bad webhook: {words}")), "{url}");
    }
    bench.done("setWebhook", json!({ "url": "https://a.example:8443/hook" })).await;
}

#[tokio::test]
async fn a_webhook_ends_the_poll_that_waits() {
    let bench = Bench::new().await;
    bench.done("getUpdates", json!({ "offset": -1, "allowed_updates": ["poll"] })).await;
    let offset = i64::from(i32::MAX);
    let waiting = bench.refused("getUpdates", json!({ "offset": offset, "timeout": 50 }));
    let set = async {
        loop {
            bench.done("setWebhook", json!({ "url": "http://127.0.0.1:9/hook" })).await;
            bench.done("deleteWebhook", json!({})).await;
        }
    };
    let refused = async {
        tokio::select! { refused = waiting => refused, () = set => unreachable!("it goes on for ever") }
    };
    let (code, words) = timeout(DEADLINE, refused).await.expect("it is ended");
    assert_eq!((code, words.starts_with("Conflict: ")), (409, true), "{words}");
}
