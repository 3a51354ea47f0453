//! What a client says about itself when it connects.

use serde_json::{Value, json};

use super::session::Order;
use crate::discord::{Discord, world::id_of};

/// Every intent there is, as bits.
const KNOWN: u64 = 0x0331_ffff;
/// Those a bot needs Discord's leave for: members, presences, message content.
const PRIVILEGED: u64 = 1 << 1 | 1 << 8 | 1 << 15;
/// Server structure.
const GUILDS: u64 = 1;

const fn close(code: u16, reason: &'static str) -> Order {
    Order::Close(code, reason)
}

pub(super) const BAD_TOKEN: Order = close(4004, "Authentication failed.");

/// Intents and shard of an IDENTIFY, or why the connection is closed.
pub(super) fn read(data: &Value, discord: &Discord) -> Result<(u64, (u64, u64)), Order> {
    if !discord.is_token(data["token"].as_str().unwrap_or_default()) {
        return Err(BAD_TOKEN);
    }
    let Some(intents) = data["intents"].as_u64().filter(|intents| intents & !KNOWN == 0) else {
        return Err(close(4013, "Invalid intent(s)."));
    };
    if intents & PRIVILEGED & !discord.options().privileged_intents != 0 {
        return Err(close(4014, "Disallowed intent(s)."));
    }
    if !data["properties"].is_object() {
        return Err(close(4002, "Error while decoding payload."));
    }
    let shard = match &data["shard"] {
        Value::Null => (0, 1),
        shard => match (id_of(&shard[0]), id_of(&shard[1])) {
            (Some(number), Some(of)) if number < of => (number, of),
            _ => return Err(close(4010, "Invalid shard.")),
        },
    };
    Ok((intents, shard))
}

/// Opens the session's stream of events: READY, and the server if its intent is there.
pub(super) fn welcome(discord: &Discord, session: &str, (intents, shard): (u64, (u64, u64))) {
    let (user, application, guild, full) = {
        let world = discord.world();
        let application = json!({"id": world.bot.id.to_string(), "flags": 1 << 23});
        (world.bot.user(), application, world.guild.id, world.guild_object())
    };
    let ready = json!({
        "v": 10,
        "user": user,
        "guilds": [{"id": guild.to_string(), "unavailable": true}],
        "session_id": session,
        "resume_gateway_url": discord.gateway_url(),
        "shard": [shard.0, shard.1],
        "application": application,
    });
    let mut sessions = discord.sessions();
    sessions.tell(session, "READY", &ready);
    if intents & GUILDS != 0 {
        sessions.tell(session, "GUILD_CREATE", &full);
    }
}
