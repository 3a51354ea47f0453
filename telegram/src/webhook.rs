//! Webhook: updates by POST, answered with 200 only once they are in the inbox.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::routing::post;
use bot_core::delivery::inbox::Inbox;
use bot_core::error::Fault;
use secrecy::{ExposeSecret as _, SecretString};

use crate::listener::event;

/// Where Telegram delivers.
pub(crate) const PATH: &str = "/hooks/telegram";
const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";
/// The largest body. An update holds one message of 4096 characters and those it refers to: this is ten times that.
const BODY_MAX: usize = 512 * 1024;

struct Hook {
    inbox: Inbox,
    secret: SecretString,
    inbox_high: i64,
}

/// The route Telegram posts to.
pub(crate) fn router(inbox: Inbox, secret: SecretString, inbox_high: i64) -> Router {
    let hook = Arc::new(Hook { inbox, secret, inbox_high });
    Router::new().route(PATH, post(received)).with_state(hook)
}

/// 401 without the secret, 413 for a body that is too large, 503 while nothing can be stored: Telegram tries again.
async fn received(State(hook): State<Arc<Hook>>, headers: HeaderMap, body: Body) -> StatusCode {
    let given = headers.get(SECRET_HEADER).map(HeaderValue::as_bytes).unwrap_or_default();
    if !same(given, hook.secret.expose_secret().as_bytes()) {
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(bytes) = to_bytes(body, BODY_MAX).await else {
        return StatusCode::PAYLOAD_TOO_LARGE;
    };
    let Some((_, event)) = std::str::from_utf8(&bytes).ok().and_then(event) else {
        // Refused, it would come again and again; it can't get better.
        metrics::counter!("guildhall_telegram_updates_unreadable_total").increment(1);
        return StatusCode::OK;
    };
    match hook.inbox.backlog().await {
        Ok(waiting) if waiting < hook.inbox_high => {}
        Ok(_) => return StatusCode::SERVICE_UNAVAILABLE,
        Err(fault) => return unavailable(&fault),
    }
    match hook.inbox.store(vec![event], None).await {
        Ok(_) => StatusCode::OK,
        Err(fault) => unavailable(&fault),
    }
}

fn unavailable(fault: &Fault) -> StatusCode {
    tracing::error!(%fault, "an update could not be stored");
    StatusCode::SERVICE_UNAVAILABLE
}

/// Compares in a time that depends on the length alone.
fn same(given: &[u8], secret: &[u8]) -> bool {
    let difference = given.iter().zip(secret).fold(0, |difference, (one, other)| difference | (one ^ other));
    given.len() == secret.len() && std::hint::black_box(difference) == 0
}
