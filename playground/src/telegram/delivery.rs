//! Brings updates to the bot's webhook, again and again until it takes them.

use std::time::Duration;

use futures::{StreamExt, stream::FuturesUnordered};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

use super::{Core, webhook::Webhook};

/// How often it looks for deliveries whose time to be tried again has come.
const LOOK: Duration = Duration::from_millis(100);
/// How long a webhook may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Delivers for as long as the stand-in runs.
pub(super) async fn run(core: Core, stop: CancellationToken) {
    let mut arrivals = core.world().watch();
    let mut flying = FuturesUnordered::new();
    loop {
        for (id, update, webhook) in due(&core, flying.len()) {
            flying.push(async move { (id, post(&webhook, &update).await) });
        }
        let waiting = core.world().webhook.is_some();
        tokio::select! {
            () = stop.cancelled() => return,
            Some((id, outcome)) = flying.next(), if !flying.is_empty() => settle(&core, id, outcome),
            _ = arrivals.changed() => {}
            () = sleep(LOOK), if waiting => {}
        }
    }
}

fn due(core: &Core, flying: usize) -> Vec<(i64, Value, Webhook)> {
    let mut world = core.world();
    let Some(webhook) = world.webhook.clone() else { return Vec::new() };
    let now = world.now_ms;
    let due = world.updates.due(webhook.max_connections.saturating_sub(flying), now);
    due.into_iter().map(|pending| (pending.id, pending.update, webhook.clone())).collect()
}

fn settle(core: &Core, id: i64, outcome: Result<(), String>) {
    let mut world = core.world();
    let now = world.now_ms;
    world.updates.settle(id, outcome.is_ok(), now);
    let at = world.now_s();
    if let (Some(webhook), Err(why)) = (&mut world.webhook, outcome) {
        webhook.last_error = Some((at, why));
    }
}

/// Sends one update; an answer of 200 to 299 means it was taken.
async fn post(webhook: &Webhook, update: &Value) -> Result<(), String> {
    let rest = webhook.url.strip_prefix("http://").ok_or("the stand-in delivers over plain HTTP only")?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority.split(':').next().unwrap_or_default();
    if !["127.0.0.1", "localhost"].contains(&host) {
        return Err("the stand-in delivers to loopback addresses only".to_owned());
    }
    let address = if authority.contains(':') { authority.to_owned() } else { format!("{authority}:80") };
    let body = update.to_string();
    let secret = webhook.secret.as_ref();
    let secret =
        secret.map_or_else(String::new, |secret| format!("X-Telegram-Bot-Api-Secret-Token: {secret}\r\n"));
    let request = format!(
        "POST /{path} HTTP/1.1\r\nHost: {authority}\r\nContent-Type: application/json\r\n{secret}Content-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    );
    let exchange = async {
        let mut stream = TcpStream::connect(address).await?;
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.take(4096).read_to_end(&mut answer).await?;
        std::io::Result::Ok(answer)
    };
    match timeout(PATIENCE, exchange).await {
        Err(_) => Err("Connection timed out".to_owned()),
        Ok(Err(error)) => Err(error.to_string()),
        Ok(Ok(answer)) => taken(&answer),
    }
}

fn taken(answer: &[u8]) -> Result<(), String> {
    let line = answer.split(|byte| *byte == b'\r').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let status = line.split_once(' ').map_or("", |(_, status)| status);
    if status.starts_with('2') { Ok(()) } else { Err(format!("Wrong response from the webhook: {status}")) }
}
