//! One WebSocket from HELLO to its end.

use std::{collections::VecDeque, time::Duration};

use axum::{
    extract::{
        ConnectInfo, Query, State,
        ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade},
    },
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{
    identify,
    session::{Order, Resume},
};
use crate::{discord::Discord, wire::Wire};

/// Orders that may wait for a slow client.
const BACKLOG: usize = 12_000;
/// What a client may send in a minute.
const SENDS: usize = 120;

#[derive(Debug, Deserialize)]
pub(in crate::discord) struct Asked {
    v: Option<String>,
    encoding: Option<String>,
}

/// `GET /?v=10`: becomes a gateway connection.
pub(in crate::discord) async fn upgrade(
    State(discord): State<Discord>,
    ConnectInfo(wire): ConnectInfo<Wire>,
    Query(asked): Query<Asked>,
    upgrade: Result<WebSocketUpgrade, axum::extract::ws::rejection::WebSocketUpgradeRejection>,
) -> Response {
    let upgrade = match upgrade {
        Ok(upgrade) => upgrade,
        Err(refused) => return refused.into_response(),
    };
    let fits = matches!(asked.v.as_deref(), Some("10" | "9") | None)
        && matches!(asked.encoding.as_deref(), Some("json") | None);
    upgrade.on_upgrade(move |socket| async move {
        let (link, orders) = mpsc::channel(BACKLOG);
        let connection = Connection { discord, socket, link, session: None, sent: VecDeque::new() };
        connection.run(orders, wire, fits).await;
    })
}

struct Connection {
    discord: Discord,
    socket: WebSocket,
    link: mpsc::Sender<Order>,
    session: Option<String>,
    /// When the client sent something, in the last minute.
    sent: VecDeque<tokio::time::Instant>,
}

impl Connection {
    async fn run(mut self, mut orders: mpsc::Receiver<Order>, wire: Wire, fits: bool) {
        let interval = self.discord.options().heartbeat_ms;
        let patience = Duration::from_millis(interval.saturating_mul(2));
        let hello =
            json!({"op": 10, "d": {"heartbeat_interval": interval, "_trace": []}, "s": null, "t": null});
        let first =
            if fits { Order::Send(hello.to_string()) } else { Order::Close(4012, "Invalid API version.") };
        let mut open = self.obey(first, &wire).await;
        let mut goodbye = false;
        while open {
            tokio::select! {
                order = orders.recv() => match order {
                    Some(order) => open = self.obey(order, &wire).await,
                    None => break,
                },
                heard = tokio::time::timeout(patience, self.socket.recv()) => match heard {
                    Ok(Some(Ok(Message::Close(frame)))) => {
                        goodbye = frame.is_some_and(|frame| matches!(frame.code, 1000 | 1001));
                        break;
                    }
                    Ok(Some(Ok(message))) => {
                        if let Some(order) = self.hear(&message) {
                            open = self.obey(order, &wire).await;
                        }
                    }
                    Ok(Some(Err(_)) | None) => break,
                    Err(_) => open = self.obey(Order::Close(4009, "Session timed out."), &wire).await,
                },
            }
        }
        if let Some(session) = &self.session {
            let now_ms = self.discord.now_ms();
            self.discord.sessions().left(session, &self.link, goodbye, now_ms);
            self.discord.tell_gateway();
        }
    }

    /// Does what it is told; says whether the connection is still there.
    async fn obey(&mut self, order: Order, wire: &Wire) -> bool {
        match order {
            Order::Send(text) => self.socket.send(Message::Text(text.into())).await.is_ok(),
            Order::Close(code, reason) => {
                let frame = CloseFrame { code, reason: reason.into() };
                if self.socket.send(Message::Close(Some(frame))).await.is_ok() {
                    // the client's own close frame; without it the socket would be reset under it
                    let quiet = tokio::time::timeout(Duration::from_secs(1), self.socket.recv()).await;
                    tracing::debug!(code, answered = quiet.is_ok(), "closed a gateway connection");
                }
                false
            }
            Order::Cut => {
                wire.cut();
                false
            }
        }
    }

    fn hear(&mut self, message: &Message) -> Option<Order> {
        let text = match message {
            Message::Text(text) => text.as_str(),
            Message::Binary(_) => return Some(Order::Close(4002, "Error while decoding payload.")),
            _ => return None,
        };
        let now = tokio::time::Instant::now();
        self.sent.retain(|at| now.duration_since(*at) < Duration::from_mins(1));
        self.sent.push_back(now);
        if self.sent.len() > SENDS {
            return Some(Order::Close(4008, "You are being rate limited."));
        }
        let Ok(payload) = serde_json::from_str::<Value>(text) else {
            return Some(Order::Close(4002, "Error while decoding payload."));
        };
        match (payload["op"].as_i64(), self.session.is_some()) {
            (Some(1), _) => Some(Order::Send(json!({"op": 11}).to_string())),
            (Some(2 | 6), true) => Some(Order::Close(4005, "Already authenticated.")),
            (Some(2), false) => self.identify(&payload["d"]),
            (Some(6), false) => self.resume(&payload["d"]),
            (Some(3 | 4 | 8 | 31), true) => None,
            (Some(3 | 4 | 8 | 31), false) => Some(Order::Close(4003, "Not authenticated.")),
            _ => Some(Order::Close(4001, "Unknown opcode.")),
        }
    }

    fn identify(&mut self, data: &Value) -> Option<Order> {
        let told = match identify::read(data, &self.discord) {
            Ok(told) => told,
            Err(order) => return Some(order),
        };
        let session = self.discord.sessions().open(told.0, told.1, self.link.clone());
        identify::welcome(&self.discord, &session, told);
        self.session = Some(session);
        self.discord.tell_gateway();
        None
    }

    fn resume(&mut self, data: &Value) -> Option<Order> {
        if !self.discord.is_token(data["token"].as_str().unwrap_or_default()) {
            return Some(identify::BAD_TOKEN);
        }
        let id = data["session_id"].as_str().unwrap_or_default();
        let seq = data["seq"].as_u64().unwrap_or_default();
        let now_ms = self.discord.now_ms();
        let how = self.discord.sessions().resume(id, seq, self.link.clone(), now_ms);
        match how {
            Resume::Done => {
                self.session = Some(id.to_owned());
                self.discord.tell_gateway();
                None
            }
            Resume::Gone => Some(Order::Send(json!({"op": 9, "d": false}).to_string())),
            Resume::AheadOfUs => Some(Order::Close(4007, "Invalid seq.")),
        }
    }
}
