//! The people's side over HTTP, as the page and other processes use it.

use std::convert::Infallible;

use axum::{
    Json, Router,
    extract::{
        FromRequest, FromRequestParts, Path, State,
        rejection::{JsonRejection, QueryRejection},
    },
    http::StatusCode,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::{get, post},
};
use futures::{Stream, stream};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::broadcast::{Receiver, error::RecvError};

use super::{NewUser, NotPossible, Sent, Telegram};
use crate::{faults::Rule, journal};

type Answered<T> = Result<Json<T>, NotPossible>;

/// A body, whose faults are answered like any other.
#[derive(FromRequest)]
#[from_request(via(Json), rejection(NotPossible))]
struct Body<T>(T);

/// A query string, likewise.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(NotPossible))]
struct Query<T>(T);

impl From<JsonRejection> for NotPossible {
    fn from(fault: JsonRejection) -> Self {
        Self(fault.body_text())
    }
}

impl From<QueryRejection> for NotPossible {
    fn from(fault: QueryRejection) -> Self {
        Self(fault.body_text())
    }
}

impl IntoResponse for NotPossible {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, Json(json!({ "error": self.0 }))).into_response()
    }
}

impl Telegram {
    /// The verbs, to be nested where the caller likes.
    pub fn sim_router(&self) -> Router {
        Router::new()
            .route("/state", get(state))
            .route("/chats/{id}/messages", get(messages))
            .route("/send", post(send))
            .route("/start", post(start))
            .route("/edit", post(edit))
            .route("/location", post(location))
            .route("/press", post(press))
            .route("/forge", post(forge))
            .route("/callbacks/{id}", get(callback))
            .route("/users", post(add_user))
            .route("/block", post(block))
            .route("/unblock", post(unblock))
            .route("/deactivate", post(deactivate))
            .route("/updates", post(inject))
            .route("/restart", post(restart))
            .route("/faults", get(faults).post(add_fault).delete(clear_faults))
            .route("/requests", get(requests).delete(clear_requests))
            .route("/events", get(events))
            .with_state(self.clone())
    }
}

#[derive(Deserialize)]
struct Who {
    user: i64,
}

async fn state(State(telegram): State<Telegram>, Query(who): Query<Who>) -> Answered<Value> {
    telegram.state(who.user).map(Json)
}

async fn messages(State(telegram): State<Telegram>, Path(chat): Path<i64>) -> Json<Vec<Value>> {
    Json(telegram.messages(chat))
}

#[derive(Deserialize)]
struct Send {
    user: i64,
    text: String,
    reply_to: Option<i64>,
}

async fn send(State(telegram): State<Telegram>, Body(body): Body<Send>) -> Answered<Sent> {
    telegram.send(body.user, &body.text, body.reply_to).map(Json)
}

#[derive(Deserialize)]
struct Start {
    user: i64,
    payload: Option<String>,
}

async fn start(State(telegram): State<Telegram>, Body(body): Body<Start>) -> Answered<Sent> {
    telegram.start_chat(body.user, body.payload.as_deref()).map(Json)
}

#[derive(Deserialize)]
struct Edit {
    user: i64,
    message_id: i64,
    text: String,
}

async fn edit(State(telegram): State<Telegram>, Body(body): Body<Edit>) -> Answered<Sent> {
    telegram.edit(body.user, body.message_id, &body.text).map(Json)
}

#[derive(Deserialize)]
struct Location {
    user: i64,
    latitude: f64,
    longitude: f64,
}

async fn location(State(telegram): State<Telegram>, Body(body): Body<Location>) -> Answered<Sent> {
    telegram.location(body.user, body.latitude, body.longitude).map(Json)
}

#[derive(Deserialize)]
struct Press {
    user: i64,
    message_id: i64,
    data: String,
}

async fn press(State(telegram): State<Telegram>, Body(body): Body<Press>) -> Answered<Value> {
    let id = telegram.press(body.user, body.message_id, &body.data)?;
    Ok(Json(json!({ "callback_query_id": id })))
}

async fn forge(State(telegram): State<Telegram>, Body(body): Body<Press>) -> Answered<Value> {
    let id = telegram.forge(body.user, body.message_id, &body.data)?;
    Ok(Json(json!({ "callback_query_id": id })))
}

async fn callback(State(telegram): State<Telegram>, Path(id): Path<String>) -> Answered<super::Answer> {
    telegram.callback(&id).map(Json)
}

async fn add_user(State(telegram): State<Telegram>, Body(body): Body<NewUser>) -> Json<Value> {
    Json(json!({ "id": telegram.add_user(body) }))
}

async fn block(State(telegram): State<Telegram>, Body(who): Body<Who>) -> Answered<Value> {
    Ok(Json(json!({ "update_id": telegram.block(who.user, true)? })))
}

async fn unblock(State(telegram): State<Telegram>, Body(who): Body<Who>) -> Answered<Value> {
    Ok(Json(json!({ "update_id": telegram.block(who.user, false)? })))
}

async fn deactivate(State(telegram): State<Telegram>, Body(who): Body<Who>) -> Answered<Value> {
    telegram.deactivate(who.user)?;
    Ok(Json(json!({})))
}

async fn inject(State(telegram): State<Telegram>, Body(update): Body<Value>) -> Answered<Value> {
    if !update.is_object() {
        return Err(NotPossible("an update is an object".to_owned()));
    }
    Ok(Json(json!({ "update_id": telegram.inject(update) })))
}

#[derive(Deserialize)]
struct Restart {
    down_ms: u64,
}

async fn restart(State(telegram): State<Telegram>, Body(body): Body<Restart>) -> Json<Value> {
    telegram.restart(body.down_ms).await;
    Json(json!({}))
}

async fn faults(State(telegram): State<Telegram>) -> Json<Vec<Rule>> {
    Json(telegram.faults().list())
}

async fn add_fault(State(telegram): State<Telegram>, Body(rule): Body<Rule>) -> Json<Vec<Rule>> {
    telegram.faults().add(rule);
    Json(telegram.faults().list())
}

async fn clear_faults(State(telegram): State<Telegram>) -> StatusCode {
    telegram.faults().clear();
    StatusCode::NO_CONTENT
}

async fn requests(State(telegram): State<Telegram>) -> Json<Vec<journal::Call>> {
    Json(telegram.journal().list())
}

async fn clear_requests(State(telegram): State<Telegram>) -> StatusCode {
    telegram.journal().clear();
    StatusCode::NO_CONTENT
}

async fn events(State(telegram): State<Telegram>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let seen = stream::unfold(telegram.subscribe(), |mut seen: Receiver<Value>| async {
        let event = match seen.recv().await {
            Ok(event) => event,
            // a watcher that was too slow reads the chats anew
            Err(RecvError::Lagged(_)) => json!({ "kind": "lagged" }),
            Err(RecvError::Closed) => return None,
        };
        Some((Ok(Event::default().data(event.to_string())), seen))
    });
    Sse::new(seen).keep_alive(KeepAlive::default())
}
