//! The front page: what this is, and the requests that are open.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use bot_core::domain::time::Timestamp;
use bot_core::error::Fault;
use bot_core::services::Call;
use bot_core::services::request::{self, PublicRequest};
use tokio::sync::Mutex;

use super::Site;
use crate::page;

/// How many requests are shown.
const SHOWN: i64 = 24;
/// How long a reading of them is good for, in milliseconds.
const FRESH_MS: i64 = 5_000;

/// The requests as they were read last. One reader at a time: however many look, the web takes one connection.
#[derive(Debug, Default)]
pub(super) struct Front(Mutex<Option<Reading>>);

#[derive(Debug)]
struct Reading {
    at: Timestamp,
    open: Arc<[PublicRequest]>,
}

impl Front {
    async fn open(&self, site: &Site) -> Result<Arc<[PublicRequest]>, Fault> {
        let mut last = self.0.lock().await;
        let now = site.app.services().clock.now();
        if let Some(reading) = last.as_ref()
            && (0..FRESH_MS).contains(&(now.millis() - reading.at.millis()))
        {
            return Ok(Arc::clone(&reading.open));
        }
        let call = Call::new(site.app.services(), None);
        let open: Arc<[PublicRequest]> = request::list_public(&call, SHOWN).await?.into();
        *last = Some(Reading { at: now, open: Arc::clone(&open) });
        Ok(open)
    }
}

/// `/`
pub(super) async fn show(State(site): State<Arc<Site>>) -> Response {
    let kept = HeaderValue::from_static("public, max-age=10");
    match site.front.open(&site).await {
        Ok(open) => {
            let page = page::front(&site.reader(), &open);
            ([(header::CACHE_CONTROL, kept)], Html(page.into_string())).into_response()
        }
        Err(fault) => {
            tracing::error!(%fault, "the open requests can't be read");
            (StatusCode::SERVICE_UNAVAILABLE, Html(page::broken().into_string())).into_response()
        }
    }
}
