//! Privacy and terms in the words of the chats, and the page for nothing there.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse};
use bot_core::flows::safety::view;
use bot_core::ui::view::View;

use super::Site;
use crate::page;

/// `/privacy`
pub(super) async fn privacy(State(site): State<Arc<Site>>) -> impl IntoResponse {
    let reader = site.reader();
    document(&site, &view::privacy(&reader, &site.app.services().rules.operator))
}

/// `/terms`
pub(super) async fn terms(State(site): State<Arc<Site>>) -> impl IntoResponse {
    let reader = site.reader();
    document(&site, &view::terms(&reader, &site.app.services().rules.operator))
}

/// Every other address.
pub(super) async fn nothing_here(State(site): State<Arc<Site>>) -> impl IntoResponse {
    (StatusCode::NOT_FOUND, Html(page::nothing_here(&site.reader()).into_string()))
}

fn document(site: &Site, view: &View) -> impl IntoResponse + use<> {
    let kept = HeaderValue::from_static("public, max-age=300");
    ([(header::CACHE_CONTROL, kept)], Html(page::document(&site.reader(), view).into_string()))
}
