//! Discord's protocol by hand: for what a well-behaved client never does.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use reqwest::{Method, header::HeaderMap};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

use super::stage::Stage;

/// An answer of the REST API.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    /// Status and JSON error code.
    pub(crate) fn refusal(&self) -> (u16, i64) {
        (self.status, self.body["code"].as_i64().unwrap_or(-1))
    }

    /// The code of the first error at a path such as `components.0.custom_id`.
    pub(crate) fn error_at(&self, path: &str) -> &str {
        let pointer = path.split('.').filter(|step| !step.is_empty()).map(|step| format!("/{step}"));
        let pointer = format!("/errors{}/_errors/0/code", pointer.collect::<String>());
        self.body.pointer(&pointer).and_then(Value::as_str).unwrap_or("no error there")
    }
}

/// REST calls with the bot's token.
#[derive(Clone)]
pub(crate) struct Rest {
    client: reqwest::Client,
    base: String,
    pub(crate) token: String,
    pub(crate) application: u64,
}

impl Rest {
    pub(crate) fn of(stage: &Stage) -> Self {
        let client = reqwest::Client::builder().timeout(Duration::from_secs(10)).build().expect("a client");
        Self {
            client,
            base: format!("{}/api/v10", stage.discord.url()),
            token: stage.discord.token().to_owned(),
            application: stage.discord.application_id(),
        }
    }

    pub(crate) async fn call(&self, method: Method, path: &str, body: Option<&Value>) -> Answer {
        self.try_call(method, path, body).await.expect("an answer")
    }

    pub(crate) async fn try_call(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> reqwest::Result<Answer> {
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        request = request.header("Authorization", format!("Bot {}", self.token));
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await?;
        Ok(Answer { status, headers, body: serde_json::from_slice(&bytes).unwrap_or_default() })
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        self.call(Method::POST, path, Some(body)).await
    }

    pub(crate) async fn patch(&self, path: &str, body: &Value) -> Answer {
        self.call(Method::PATCH, path, Some(body)).await
    }

    pub(crate) async fn put(&self, path: &str, body: &Value) -> Answer {
        self.call(Method::PUT, path, Some(body)).await
    }

    pub(crate) async fn say(&self, channel: u64, body: &Value) -> Answer {
        self.post(&format!("/channels/{channel}/messages"), body).await
    }

    pub(crate) async fn register(&self, commands: &Value) -> Answer {
        self.put(&format!("/applications/{}/commands", self.application), commands).await
    }

    /// The first answer to an interaction, given its event.
    pub(crate) async fn answer(&self, event: &Value, body: &Value) -> Answer {
        let (id, token) = (text(&event["id"]), text(&event["token"]));
        self.post(&format!("/interactions/{id}/{token}/callback"), body).await
    }

    /// The path of an interaction's webhook, with what comes after the token.
    pub(crate) fn webhook(&self, event: &Value, rest: &str) -> String {
        format!("/webhooks/{}/{}{rest}", self.application, text(&event["token"]))
    }
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

pub(crate) fn id(value: &Value) -> u64 {
    text(value).parse().expect("an id")
}

/// A gateway connection.
pub(crate) struct Gateway {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    pub(crate) seq: u64,
}

impl Gateway {
    /// Connects and takes HELLO.
    pub(crate) async fn open(stage: &Stage) -> Self {
        let address = stage.discord.url().replace("http://", "ws://");
        let (socket, _) =
            connect_async(format!("{address}/?v=10&encoding=json")).await.expect("a connection");
        let mut gateway = Self { socket, seq: 0 };
        assert_eq!(gateway.next().await["op"], 10);
        gateway
    }

    /// Connects and identifies; returns READY's data too.
    pub(crate) async fn identified(stage: &Stage) -> (Self, Value) {
        let mut gateway = Self::open(stage).await;
        gateway.identify(stage.discord.token(), 0).await;
        let ready = gateway.next().await;
        assert_eq!(ready["t"], "READY");
        (gateway, ready["d"].clone())
    }

    pub(crate) async fn identify(&mut self, token: &str, intents: u64) {
        let properties = json!({"os": "linux", "browser": "test", "device": "test"});
        self.send(&json!({"op": 2, "d": {"token": token, "intents": intents, "properties": properties}}))
            .await;
    }

    pub(crate) async fn send(&mut self, payload: &Value) {
        self.socket.send(Message::Text(payload.to_string().into())).await.expect("the connection is open");
    }

    async fn frame(&mut self) -> Option<Message> {
        let frame = tokio::time::timeout(Duration::from_secs(10), self.socket.next()).await;
        frame.expect("something comes in time").and_then(Result::ok)
    }

    /// The next payload.
    pub(crate) async fn next(&mut self) -> Value {
        match self.frame().await {
            Some(Message::Text(text)) => {
                let payload: Value = serde_json::from_str(&text).expect("JSON");
                self.seq = payload["s"].as_u64().unwrap_or(self.seq);
                payload
            }
            other => panic!("no payload but {other:?}"),
        }
    }

    /// The data of the next INTERACTION_CREATE.
    pub(crate) async fn interaction(&mut self) -> Value {
        loop {
            let payload = self.next().await;
            if payload["t"] == "INTERACTION_CREATE" {
                return payload["d"].clone();
            }
        }
    }

    /// The code the connection is closed with; nothing if it just breaks off.
    pub(crate) async fn closed(&mut self) -> Option<u16> {
        loop {
            match self.frame().await? {
                Message::Close(frame) => return frame.map(|frame| frame.code.into()),
                Message::Text(_) | Message::Ping(_) | Message::Pong(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }

    /// Closes it with that code.
    pub(crate) async fn close(mut self, code: u16) {
        use tokio_tungstenite::tungstenite::protocol::CloseFrame;
        let frame = CloseFrame { code: code.into(), reason: "".into() };
        self.socket.close(Some(frame)).await.expect("the connection is open");
        while self.socket.next().await.is_some_and(|frame| frame.is_ok()) {}
    }
}
