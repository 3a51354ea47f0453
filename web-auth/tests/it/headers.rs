//! What every answer carries, and what no request gets away with.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::routing::{get, post};

use crate::bench::{Answer, Bench, answer};

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().expect("text"))
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let bench = Bench::new().await;
    for path in ["/", "/privacy", "/terms", "/style.css", "/nowhere", "/livez", "/metrics"] {
        let answer = bench.get(path).await;
        let policy = header(&answer, "content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header(&answer, "referrer-policy"), "no-referrer", "{path}");
        let kept = header(&answer, "cache-control");
        assert_eq!(kept == "no-store", answer.status != StatusCode::OK, "{path}: {kept}");
    }
}

#[tokio::test]
async fn operations_are_not_on_the_public_listener() {
    let bench = Bench::new().await;
    for path in ["/livez", "/readyz", "/metrics", "/healthz"] {
        assert_eq!(bench.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn nothing_is_changed_through_a_page() {
    let bench = Bench::new().await;
    for path in ["/", "/privacy"] {
        let request = Request::post(path).body(Body::from("x")).expect("a request");
        let answer = answer(bench.listener(Router::new()), request).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}

#[tokio::test]
async fn webhooks_are_mounted_behind_the_same_guard() {
    let bench = Bench::new().await;
    let hooks = Router::new().route("/hooks/telegram", post(|| async { "taken" }));
    let request = Request::post("/hooks/telegram").body(Body::empty()).expect("a request");
    let answer = answer(bench.listener(hooks), request).await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "taken"));
    assert_eq!(header(&answer, "cache-control"), "no-store");
}

#[tokio::test]
async fn a_panic_is_an_answer_without_its_words() {
    async fn broken() -> &'static str {
        panic!("a secret reason")
    }
    let bench = Bench::new().await;
    let hooks = Router::new().route("/hooks/broken", get(broken));
    let request = Request::get("/hooks/broken").body(Body::empty()).expect("a request");
    let answer = answer(bench.listener(hooks), request).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.body.contains("on our side") && !answer.body.contains("secret"), "{}", answer.body);
    assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn whoever_sends_nothing_is_not_waited_for() {
    let bench = Bench::new().await;
    let slow = Router::new().route("/hooks/slow", get(std::future::pending::<&str>));
    let request = Request::get("/hooks/slow").body(Body::empty()).expect("a request");
    let waited = tokio::time::timeout(Duration::from_secs(15), answer(bench.listener(slow), request));
    let answer = waited.await.expect("it is cut off");
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
}
