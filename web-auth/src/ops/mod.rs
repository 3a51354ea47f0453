//! The operations listener: `/livez`, `/readyz` and `/metrics`, never public.

mod check;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use metrics_exporter_prometheus::PrometheusHandle;
use serde_json::json;
use tower_http::set_header::SetResponseHeaderLayer;

pub use check::Check;

/// The format Prometheus reads.
const PROMETHEUS: HeaderValue = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");

#[derive(Debug)]
struct Operations {
    checks: Vec<Check>,
    draining: Arc<AtomicBool>,
    metrics: PrometheusHandle,
}

/// The routes. While `draining` is set, nothing is ready, whatever the checks say.
pub fn router(checks: Vec<Check>, draining: Arc<AtomicBool>, metrics: PrometheusHandle) -> Router {
    Router::new()
        .route("/livez", get(|| async { "alive\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(measured))
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
        .with_state(Arc::new(Operations { checks, draining, metrics }))
}

/// 200 when everything holds, otherwise 503; either way each check with what it says.
async fn ready(State(operations): State<Arc<Operations>>) -> Response {
    if operations.draining.load(Ordering::SeqCst) {
        let body = json!({ "ready": false, "why": "starting or ending" });
        return (StatusCode::SERVICE_UNAVAILABLE, Json(body)).into_response();
    }
    let verdicts = futures::future::join_all(operations.checks.iter().map(Check::verdict)).await;
    let ready = verdicts.iter().all(Result::is_ok);
    let said = operations.checks.iter().zip(&verdicts).map(|(check, verdict)| {
        let words = verdict.as_ref().map_or_else(String::as_str, |()| "ok");
        (check.name().to_owned(), json!(words))
    });
    let body = json!({ "ready": ready, "checks": said.collect::<serde_json::Map<_, _>>() });
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(body)).into_response()
}

async fn measured(State(operations): State<Arc<Operations>>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, PROMETHEUS)], operations.metrics.render())
}
