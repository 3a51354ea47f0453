//! `/livez`, `/readyz` and `/metrics`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use metrics_exporter_prometheus::PrometheusBuilder;
use serde_json::Value;
use web_auth::ops::{self, Check};

use crate::bench::{Answer, answer};

struct Operations {
    draining: Arc<AtomicBool>,
    database: Arc<AtomicBool>,
    router: Router,
}

impl Operations {
    fn new() -> Self {
        let (draining, database) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(true)));
        let there = Arc::clone(&database);
        let check = Check::new("database", move || {
            std::future::ready(if there.load(Ordering::SeqCst) { Ok(()) } else { Err("gone".to_owned()) })
        });
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        metrics::with_local_recorder(&recorder, || metrics::counter!("guildhall_test_total").increment(3));
        let router = ops::router(vec![check], Arc::clone(&draining), handle);
        Self { draining, database, router }
    }

    async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        answer(self.router.clone(), request).await
    }

    async fn readiness(&self) -> (StatusCode, Value) {
        let answer = self.get("/readyz").await;
        (answer.status, serde_json::from_str(&answer.body).expect("JSON"))
    }
}

#[tokio::test]
async fn alive_is_alive_even_when_nothing_is_ready() {
    let operations = Operations::new();
    operations.database.store(false, Ordering::SeqCst);
    operations.draining.store(true, Ordering::SeqCst);
    assert_eq!(operations.get("/livez").await.status, StatusCode::OK);
}

#[tokio::test]
async fn ready_names_what_does_not_hold() {
    let operations = Operations::new();
    let (status, body) = operations.readiness().await;
    assert_eq!(
        (status, &body["ready"], &body["checks"]["database"]),
        (StatusCode::OK, &true.into(), &"ok".into())
    );

    operations.database.store(false, Ordering::SeqCst);
    let (status, body) = operations.readiness().await;
    assert_eq!((status, &body["checks"]["database"]), (StatusCode::SERVICE_UNAVAILABLE, &"gone".into()));

    operations.database.store(true, Ordering::SeqCst);
    operations.draining.store(true, Ordering::SeqCst);
    let (status, body) = operations.readiness().await;
    assert_eq!((status, &body["ready"]), (StatusCode::SERVICE_UNAVAILABLE, &false.into()));
}

#[tokio::test]
async fn a_check_that_hangs_counts_as_failed() {
    let hanging = Check::new("database", std::future::pending);
    let handle = PrometheusBuilder::new().build_recorder().handle();
    let router = ops::router(vec![hanging], Arc::new(AtomicBool::new(false)), handle);
    let request = Request::get("/readyz").body(Body::empty()).expect("a request");
    let answer = answer(router, request).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("no answer within 2 s"), "{}", answer.body);
}

#[tokio::test]
async fn metrics_are_in_the_format_that_is_scraped() {
    let answer = Operations::new().get("/metrics").await;
    assert_eq!(answer.status, StatusCode::OK);
    let kind = answer.headers["content-type"].to_str().expect("text");
    assert!(kind.starts_with("text/plain; version=0.0.4"), "{kind}");
    assert!(answer.body.contains("guildhall_test_total 3"), "{}", answer.body);
    assert_eq!(answer.headers["cache-control"], "no-store");
}
