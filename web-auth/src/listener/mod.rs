//! The public listener: the front page, privacy, terms, and platforms' webhooks.
//!
//! Every page works without JavaScript, because there is none: the headers forbid it.

mod about;
mod front;
mod guard;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use bot_core::app::App;
use bot_core::i18n::Reader;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use self::front::Front;
use crate::page;

/// How long an answer may take, the request's body included.
const PATIENCE: Duration = Duration::from_secs(10);
/// Requests answered at once; further ones wait their turn within [`PATIENCE`].
const AT_ONCE: usize = 256;
/// No page takes a body.
const BODY_MOST: usize = 16 * 1024;

const STYLE: &str = include_str!("../../assets/style.css");

/// What the pages are made from.
#[derive(Debug)]
struct Site {
    app: App,
    front: Front,
}

impl Site {
    /// A stranger: nobody knows their zone.
    fn reader(&self) -> Reader {
        Reader { zone: chrono_tz::UTC, now: self.app.services().clock.now() }
    }
}

/// The routes, with the webhooks of the platforms among them.
pub fn router(app: &App, hooks: Router) -> Router {
    let site = Arc::new(Site { app: app.clone(), front: Front::default() });
    let pages = Router::new()
        .route("/", get(front::show))
        .route("/privacy", get(about::privacy))
        .route("/terms", get(about::terms))
        .route("/style.css", get(style))
        .fallback(about::nothing_here)
        .layer(DefaultBodyLimit::max(BODY_MOST))
        .with_state(site);
    pages
        .merge(hooks)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(GlobalConcurrencyLimitLayer::new(AT_ONCE))
        .layer(middleware::from_fn(guard::headers))
        .layer(middleware::from_fn(guard::measure))
}

async fn style() -> impl IntoResponse {
    let day = HeaderValue::from_static("public, max-age=86400");
    let css = HeaderValue::from_static("text/css; charset=utf-8");
    ([(header::CONTENT_TYPE, css), (header::CACHE_CONTROL, day)], STYLE)
}

fn panicked(_panic: Box<dyn std::any::Any + Send>) -> Response {
    metrics::counter!("guildhall_http_panics_total").increment(1);
    (StatusCode::INTERNAL_SERVER_ERROR, Html(page::broken().into_string())).into_response()
}
