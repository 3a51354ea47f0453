//! INTERACTION_CREATE: what the bot is told when somebody does something.

use serde_json::{Value, json};

use super::world::{Id, World};

/// The largest file an answer may carry, in bytes.
const MOST_FILE: u64 = 10 << 20;

/// The event of an interaction; `data` is what its kind adds, `message` what it was used on.
pub(super) fn interaction_create(
    world: &World,
    id: Id,
    data: &Value,
    message: Option<Value>,
) -> Option<Value> {
    let interaction = world.interactions.get(&id)?;
    let person = world.person(interaction.user)?;
    let channel = world.channels.get(&interaction.channel)?;
    let guild = world.guild_of(channel.id);
    let mut place = world.channel_object(channel);
    if guild.is_some() {
        place["permissions"] = json!(person.permissions.to_string());
    }
    let mut event = json!({
        "id": id.to_string(),
        "application_id": world.bot.id.to_string(),
        "type": interaction.kind,
        "token": interaction.token,
        "version": 1,
        "channel": place,
        "channel_id": channel.id.to_string(),
        "locale": person.locale,
        "context": world.context(channel.id),
        "app_permissions": world.bot.permissions.to_string(),
        "authorizing_integration_owners": world.owners(person.id, channel.id),
        "entitlements": [],
        "attachment_size_limit": MOST_FILE,
        "data": data,
    });
    if let Some(guild) = guild {
        event["guild_id"] = json!(guild.to_string());
        event["guild"] = json!({"id": guild.to_string(), "locale": "en-US", "features": []});
        event["guild_locale"] = json!("en-US");
        event["member"] = person.member(&world.guild);
    } else {
        event["user"] = person.user();
    }
    if let Some(message) = message {
        event["message"] = message;
    }
    Some(event)
}
