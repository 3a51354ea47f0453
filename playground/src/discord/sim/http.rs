//! The same verbs over HTTP, for the page and for tests in another process.

use std::{convert::Infallible, time::Duration};

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::{get, post},
};
use futures::{Stream, StreamExt, stream};
use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::{Map, Value, json};
use tokio::sync::broadcast::error::RecvError;

use super::{Call, Forgery, Mishap, NewUser};
use crate::{discord::Discord, faults::Rule};

/// What went wrong, as 400 `{"error": ...}`.
#[derive(Debug)]
struct Failed(anyhow::Error);

impl<E: Into<anyhow::Error>> From<E> for Failed {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, Json(json!({"error": format!("{:#}", self.0)}))).into_response()
    }
}

type Answer = Result<Json<Value>, Failed>;

impl Discord {
    /// The verbs as routes, to be nested at `/sim/discord`.
    pub fn sim_router(&self) -> Router {
        Router::new()
            .route("/state", get(state))
            .route("/channels/{id}/messages", get(messages))
            .route("/interactions/{id}", get(interaction))
            .route("/run", post(run))
            .route("/press", post(press))
            .route("/submit", post(submit))
            .route("/forge", post(forge))
            .route("/dismiss", post(dismiss))
            .route("/autocomplete", post(autocomplete))
            .route("/users", post(add_user))
            .route("/dms", post(set_dms))
            .route("/dms/open", post(open_dm))
            .route("/gateway", post(gateway))
            .route("/restart", post(restart))
            .route("/faults", get(faults).post(add_fault).delete(clear_faults))
            .route("/requests", get(requests).delete(clear_requests))
            .route("/events", get(events))
            .route("/attachments/{id}/{name}", get(crate::discord::rest::file))
            .with_state(self.clone())
    }
}

/// An id as text or as a number.
#[derive(Clone, Copy, Debug)]
struct Id(u64);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(from)?;
        crate::discord::world::id_of(&value).map(Self).ok_or_else(|| D::Error::custom("not an id"))
    }
}

#[derive(Debug, Deserialize)]
struct Viewer {
    user: Option<u64>,
}

async fn state(State(discord): State<Discord>, Query(viewer): Query<Viewer>) -> Answer {
    Ok(Json(discord.state(viewer.user)?))
}

async fn messages(
    State(discord): State<Discord>,
    Path(channel): Path<u64>,
    Query(viewer): Query<Viewer>,
) -> Answer {
    let user = viewer.user.ok_or_else(|| anyhow::anyhow!("whose messages? ?user=ID"))?;
    Ok(Json(Value::Array(discord.messages(user, channel)?)))
}

async fn interaction(State(discord): State<Discord>, Path(id): Path<u64>) -> Answer {
    let seen = discord.interaction(id).ok_or_else(|| anyhow::anyhow!("no such interaction"))?;
    Ok(Json(seen))
}

fn started(id: u64) -> Json<Value> {
    Json(json!({"interaction": id.to_string()}))
}

#[derive(Debug, Deserialize)]
struct Run {
    user: Id,
    channel: Id,
    #[serde(flatten)]
    call: Call,
    focused: Option<String>,
}

async fn run(State(discord): State<Discord>, Json(asked): Json<Run>) -> Answer {
    Ok(started(discord.run(asked.user.0, asked.channel.0, &asked.call)?))
}

async fn autocomplete(State(discord): State<Discord>, Json(asked): Json<Run>) -> Answer {
    let focused = asked.focused.ok_or_else(|| anyhow::anyhow!("which option? focused"))?;
    let choices = discord.autocomplete(asked.user.0, asked.channel.0, &asked.call, &focused).await?;
    Ok(Json(json!({"choices": choices})))
}

#[derive(Debug, Deserialize)]
struct Press {
    user: Id,
    message: Id,
    custom_id: String,
    values: Option<Vec<String>>,
}

async fn press(State(discord): State<Discord>, Json(asked): Json<Press>) -> Answer {
    let (user, message) = (asked.user.0, asked.message.0);
    Ok(started(discord.press(user, message, &asked.custom_id, asked.values.as_deref())?))
}

#[derive(Debug, Deserialize)]
struct Submit {
    user: Id,
    modal: Id,
    #[serde(default)]
    fields: Map<String, Value>,
}

async fn submit(State(discord): State<Discord>, Json(asked): Json<Submit>) -> Answer {
    Ok(started(discord.submit(asked.user.0, asked.modal.0, &asked.fields)?))
}

#[derive(Debug, Deserialize)]
struct Forge {
    user: Id,
    channel: Id,
    message: Option<Id>,
    #[serde(flatten)]
    forgery: Forgery,
}

async fn forge(State(discord): State<Discord>, Json(asked): Json<Forge>) -> Answer {
    let message = asked.message.map(|message| message.0);
    Ok(started(discord.forge(asked.user.0, asked.channel.0, message, &asked.forgery)?))
}

async fn dismiss(State(discord): State<Discord>, Json(asked): Json<Submit>) -> Answer {
    discord.dismiss(asked.user.0, asked.modal.0)?;
    Ok(Json(json!({})))
}

async fn add_user(State(discord): State<Discord>, Json(new): Json<NewUser>) -> Answer {
    Ok(Json(json!({"id": discord.add_user(new).to_string()})))
}

#[derive(Debug, Deserialize)]
struct Dms {
    user: Id,
    #[serde(default)]
    closed: bool,
}

async fn set_dms(State(discord): State<Discord>, Json(asked): Json<Dms>) -> Answer {
    discord.set_dms_closed(asked.user.0, asked.closed)?;
    Ok(Json(json!({})))
}

async fn open_dm(State(discord): State<Discord>, Json(asked): Json<Dms>) -> Answer {
    Ok(Json(json!({"channel": discord.open_dm(asked.user.0)?.to_string()})))
}

#[derive(Debug, Deserialize)]
struct Gateway {
    how: Mishap,
}

async fn gateway(State(discord): State<Discord>, Json(asked): Json<Gateway>) -> Answer {
    discord.mishap(asked.how);
    Ok(Json(json!({})))
}

#[derive(Debug, Deserialize)]
struct Restart {
    #[serde(default)]
    down_ms: u64,
}

async fn restart(State(discord): State<Discord>, Json(asked): Json<Restart>) -> Answer {
    discord.restart(asked.down_ms).await;
    Ok(Json(json!({})))
}

async fn faults(State(discord): State<Discord>) -> Json<Vec<Rule>> {
    Json(discord.faults().list())
}

async fn add_fault(State(discord): State<Discord>, Json(rule): Json<Rule>) -> Json<Vec<Rule>> {
    discord.faults().add(rule);
    Json(discord.faults().list())
}

async fn clear_faults(State(discord): State<Discord>) -> StatusCode {
    discord.faults().clear();
    StatusCode::NO_CONTENT
}

async fn requests(State(discord): State<Discord>) -> Answer {
    Ok(Json(serde_json::to_value(discord.journal().list())?))
}

async fn clear_requests(State(discord): State<Discord>) -> StatusCode {
    discord.journal().clear();
    StatusCode::NO_CONTENT
}

async fn events(State(discord): State<Discord>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let stop = discord.0.stop.clone();
    let changes = stream::unfold(discord.subscribe(), |mut changes| async move {
        match changes.recv().await {
            Ok(change) => Some((change, changes)),
            // whoever reads too slowly is told to look again
            Err(RecvError::Lagged(_)) => Some((json!({"kind": "lagged"}), changes)),
            Err(RecvError::Closed) => None,
        }
    });
    let events = changes
        .map(|change| Ok(Event::default().data(change.to_string())))
        .take_until(stop.cancelled_owned());
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}
