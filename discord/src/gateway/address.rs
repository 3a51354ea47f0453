//! Where the gateway is and how many shards it wants.

use std::time::Duration;

use anyhow::bail;
use tokio_util::sync::CancellationToken;

use crate::limits::Limits;
use crate::rest::{Call, Failure, Rest, To};

/// Pauses between tries.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// The gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) url: String,
    pub(super) shards: u32,
}

/// Asks for the gateway's address until it comes; none when it is time to stop, an error when the token is refused.
pub(super) async fn find(
    rest: &Rest,
    limits: &Limits,
    stop: &CancellationToken,
) -> anyhow::Result<Option<Address>> {
    let mut pause = FIRST_PAUSE;
    loop {
        let wait = match rest.send(&Call::get(To::GatewayBot)).await {
            Ok(answer) => {
                let left = answer["session_start_limit"]["remaining"].as_u64();
                let resets = answer["session_start_limit"]["reset_after"].as_u64();
                match (answer["url"].as_str(), left) {
                    // Starting once more would cost the token itself.
                    (Some(_), Some(0)) => Duration::from_millis(resets.unwrap_or(60_000)),
                    (Some(url), _) => {
                        let shards = answer["shards"].as_u64().and_then(|shards| u32::try_from(shards).ok());
                        return Ok(Some(Address { url: url.to_owned(), shards: shards.unwrap_or(1).max(1) }));
                    }
                    (None, _) => pause,
                }
            }
            Err(failure) => {
                if *limits.bad_token().borrow() {
                    bail!("Discord refused the bot's token");
                }
                tracing::warn!(%failure, "Discord's gateway can't be found; trying again");
                match failure {
                    Failure::TooMany { retry_after } => retry_after.max(pause),
                    _ => pause,
                }
            }
        };
        tokio::select! {
            () = stop.cancelled() => return Ok(None),
            () = tokio::time::sleep(wait) => {}
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
