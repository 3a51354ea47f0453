//! Registers the commands where they differ, and learns their ids.

use std::time::Duration;

use serde_json::Value;

use super::normal::normal;
use super::registration;
use crate::render::CommandIds;
use crate::rest::{Call, Failure, Rest, To};

/// Pauses between tries.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// Compares and registers until it succeeds; the caller drops it when it is time to stop. Without the token there
/// is nothing to wait for.
pub(crate) async fn sync(rest: &Rest, application: u64, ids: &CommandIds) {
    let mut pause = FIRST_PAUSE;
    loop {
        match attempt(rest, application).await {
            Ok(registered) => {
                ids.learn(registered.iter().filter_map(named_id));
                return;
            }
            Err(failure) => {
                tracing::warn!(%failure, "the commands could not be compared with Discord's; trying again");
                let asked = match failure {
                    Failure::TooMany { retry_after }
                    | Failure::NotSent { retry_after: Some(retry_after), .. } => retry_after,
                    _ => Duration::ZERO,
                };
                tokio::time::sleep(pause.max(asked)).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
    }
}

async fn attempt(rest: &Rest, application: u64) -> Result<Vec<Value>, Failure> {
    let ours = registration();
    // Without this parameter localisations are missing and every start would differ.
    let call = Call::get(To::Commands { application }).with("with_localizations", "true".to_owned());
    let theirs = rest.send(&call).await?.as_array().cloned().unwrap_or_default();
    if normal(&ours) == normal(&theirs) {
        tracing::info!(commands = theirs.len(), "Discord has our commands already");
        return Ok(theirs);
    }
    let registered = rest.send(&Call::put(To::Commands { application }, ours.into())).await?;
    let registered = registered.as_array().cloned().unwrap_or_default();
    tracing::info!(commands = registered.len(), "commands registered with Discord");
    Ok(registered)
}

fn named_id(command: &Value) -> Option<(String, u64)> {
    let id = command["id"].as_str()?.parse().ok()?;
    Some((command["name"].as_str()?.to_owned(), id))
}
