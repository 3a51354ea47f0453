//! The webhook a bot registers: what it may be and what is known of it.

use serde_json::{Value, json};

use super::{call::Call, refusal::Refusal, table, text::is_web_address, world::World};

/// A registered webhook.
#[derive(Clone, Debug)]
pub(super) struct Webhook {
    pub(super) url: String,
    pub(super) secret: Option<String>,
    pub(super) max_connections: usize,
    /// When a delivery last failed (seconds) and why.
    pub(super) last_error: Option<(i64, String)>,
}

/// `setWebhook`; an empty address takes it away.
pub(super) fn set(world: &mut World, call: &mut Call) -> Result<Value, Refusal> {
    let url = call.text("url").to_owned();
    if url.is_empty() {
        return Ok(delete(world, call));
    }
    address(&url, world.options.local_webhooks)?;
    let secret = secret(call)?;
    world.updates.allow(call);
    if call.flag("drop_pending_updates") {
        world.updates.clear();
    }
    let max_connections =
        usize::try_from(call.int("max_connections").unwrap_or(40).clamp(1, 100)).unwrap_or(40);
    world.webhook = Some(Webhook { url, secret, max_connections, last_error: None });
    world.wake();
    Ok(json!(true))
}

/// `deleteWebhook`.
pub(super) fn delete(world: &mut World, call: &Call) -> Value {
    world.webhook = None;
    if call.flag("drop_pending_updates") {
        world.updates.clear();
    }
    world.wake();
    json!(true)
}

/// `getWebhookInfo`.
pub(super) fn info(world: &World) -> Value {
    let pending = world.updates.len();
    let Some(webhook) = &world.webhook else {
        return json!({ "url": "", "has_custom_certificate": false, "pending_update_count": pending });
    };
    let mut info = json!({
        "url": webhook.url, "has_custom_certificate": false, "pending_update_count": pending,
        "max_connections": webhook.max_connections, "ip_address": "127.0.0.1",
    });
    if let Some((at, message)) = &webhook.last_error {
        info["last_error_date"] = json!(at);
        info["last_error_message"] = json!(message);
    }
    if let Some(kinds) = world.updates.allowed() {
        info["allowed_updates"] = json!(kinds);
    }
    info
}

fn address(url: &str, local: bool) -> Result<(), Refusal> {
    let bad = |why: &str| Refusal::bad(format!("bad webhook: {why}"));
    if local && url.starts_with("http://") {
        return Ok(());
    }
    let rest =
        url.strip_prefix("https://").ok_or_else(|| bad("An HTTPS URL must be provided for webhook"))?;
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    let port = authority.rsplit_once(':').map_or("443", |(_, port)| port);
    if !local && !["80", "88", "443", "8443"].contains(&port) {
        return Err(bad("Webhook can be set up only on ports 80, 88, 443 or 8443"));
    }
    if !local && !is_web_address(url) {
        return Err(bad("Failed to resolve host: Name or service not known"));
    }
    Ok(())
}

fn secret(call: &Call) -> Result<Option<String>, Refusal> {
    let Some(secret) = call.get("secret_token").and_then(Value::as_str).filter(|secret| !secret.is_empty())
    else {
        return Ok(None);
    };
    if table::length("setWebhook", "secret_token").is_some_and(|length| secret.len() > length.max) {
        return Err(Refusal::bad("secret token is too long"));
    }
    if !secret.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'_' || letter == b'-') {
        return Err(Refusal::bad("secret token contains unallowed characters"));
    }
    Ok(Some(secret.to_owned()))
}
