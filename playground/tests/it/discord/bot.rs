//! A small bot on the real serenity client.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use serde_json::{Value, json};
use serenity::{
    all::{
        ClientBuilder, Context, EventHandler, GatewayIntents, Http, HttpBuilder, Interaction, Ready,
        ShardManager,
    },
    async_trait,
    http::{LightMethod, Request, Route},
};
use tokio::sync::mpsc;
use tokio_util::task::{AbortOnDropHandle, TaskTracker};

use super::stage::Stage;

/// What the bot heard.
#[derive(Debug)]
pub(crate) enum Heard {
    Ready(Box<Ready>),
    Interaction(Box<Interaction>),
}

struct Ears(mpsc::Sender<Heard>);

#[async_trait]
impl EventHandler for Ears {
    async fn ready(&self, _: Context, ready: Ready) {
        self.0.send(Heard::Ready(Box::new(ready))).await.expect("the test listens");
    }

    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        self.0.send(Heard::Interaction(Box::new(interaction))).await.expect("the test listens");
    }
}

/// A connected client; what it hears waits in a queue.
pub(crate) struct Bot {
    pub(crate) http: Arc<Http>,
    pub(crate) application: u64,
    shards: Arc<ShardManager>,
    heard: mpsc::Receiver<Heard>,
    #[expect(dead_code, reason = "it ends the client when the test does")]
    running: AbortOnDropHandle<()>,
}

/// `http://` base address, serenity's own rate limiter off: with it on, a proxy is ignored.
pub(crate) fn plain(stage: &Stage) -> Http {
    HttpBuilder::new(stage.discord.token()).proxy(stage.discord.url()).ratelimiter_disabled(true).build()
}

/// discord.com itself, found at our address and vouched for by our authority.
pub(crate) fn secure(stage: &Stage) -> Http {
    let address: SocketAddr = stage.discord.tls_address().expect("TLS is on");
    let authority = stage.discord.authority().expect("TLS is on");
    let client = reqwest::Client::builder()
        .resolve("discord.com", address)
        .add_root_certificate(reqwest::Certificate::from_pem(authority.as_bytes()).expect("a certificate"))
        .build()
        .expect("a client");
    HttpBuilder::new(stage.discord.token()).client(client).build()
}

impl Bot {
    pub(crate) async fn connect(http: Http) -> Self {
        let (sender, heard) = mpsc::channel(256);
        let gateway = http.get_bot_gateway().await.expect("the gateway's address").url;
        let mut client = ClientBuilder::new_with_http(http, GatewayIntents::empty())
            .event_handler(Ears(sender))
            .await
            .expect("a client");
        *client.ws_url.lock().await = gateway;
        let (http, shards) = (Arc::clone(&client.http), Arc::clone(&client.shard_manager));
        let running = TaskTracker::new().spawn(async move { client.start().await.expect("the client runs") });
        let mut bot = Self { http, application: 0, shards, heard, running: AbortOnDropHandle::new(running) };
        match bot.next().await {
            Heard::Ready(ready) => bot.application = ready.application.id.get(),
            Heard::Interaction(early) => panic!("an interaction before READY: {early:?}"),
        }
        bot
    }

    pub(crate) async fn next(&mut self) -> Heard {
        let heard = tokio::time::timeout(Duration::from_secs(20), self.heard.recv()).await;
        heard.expect("the bot hears something in time").expect("the bot runs")
    }

    pub(crate) async fn interaction(&mut self) -> Interaction {
        loop {
            if let Heard::Interaction(interaction) = self.next().await {
                return *interaction;
            }
        }
    }

    /// Sends raw JSON through serenity.
    pub(crate) async fn send(
        &self,
        route: Route<'_>,
        method: LightMethod,
        body: &Value,
    ) -> serenity::Result<Value> {
        let body = serde_json::to_vec(body).expect("JSON");
        let request = Request::new(route, method).body(Some(body));
        let response = self.http.request(request).await?;
        let bytes = response.bytes().await?;
        Ok(serde_json::from_slice(&bytes).unwrap_or_default())
    }

    /// Registers commands the way the real bot does: raw JSON.
    pub(crate) async fn register(&self, commands: &Value) -> Value {
        let route = Route::Commands { application_id: self.application.into() };
        self.send(route, LightMethod::Put, commands).await.expect("the commands are fine")
    }

    pub(crate) async fn answer(&self, id: u64, token: &str, body: &Value) -> serenity::Result<Value> {
        let route = Route::InteractionResponse { interaction_id: id.into(), token };
        self.send(route, LightMethod::Post, body).await
    }

    pub(crate) async fn edit(&self, token: &str, body: &Value) -> serenity::Result<Value> {
        let application_id = self.application.into();
        let route = Route::WebhookOriginalInteractionResponse { application_id, token };
        self.send(route, LightMethod::Patch, body).await
    }

    pub(crate) async fn shut_down(&self) {
        self.shards.shutdown_all().await;
    }
}

/// A V2 card with a line of text and, maybe, a button.
pub(crate) fn card(text: &str, button: Option<&str>) -> Value {
    let mut inside = vec![json!({"type": 10, "content": text})];
    if let Some(custom_id) = button {
        let button = json!({"type": 2, "style": 1, "label": "Open the form", "custom_id": custom_id});
        inside.push(json!({"type": 14, "divider": true, "spacing": 1}));
        inside.push(json!({"type": 1, "components": [button]}));
    }
    json!({
        "flags": 1 << 15,
        "allowed_mentions": {"parse": []},
        "components": [{"type": 17, "accent_color": 0x0033_66cc, "components": inside}],
    })
}
