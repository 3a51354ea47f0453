//! Chats themselves: facts about them, "is typing", reactions.

use serde_json::{Value, json};

use super::super::{call::Call, chat, refusal::Refusal, table, world::World};

/// `getChat`.
pub(super) fn get(world: &World, call: &Call) -> Result<Value, Refusal> {
    let (_, object) = world.chat(&call.chat()?)?;
    Ok(chat::full(object))
}

/// `sendChatAction`.
pub(super) fn action(world: &World, call: &Call) -> Result<Value, Refusal> {
    let (id, _) = world.open_chat(&call.chat()?)?;
    world.show(json!({ "kind": "action", "chat": id, "action": call.text("action") }));
    Ok(json!(true))
}

/// `setMessageReaction`: one emoji, or none to take it back.
pub(super) fn react(world: &mut World, call: &Call) -> Result<Value, Refusal> {
    let (id, _) = world.open_chat(&call.chat()?)?;
    let message = call.message_id()?;
    let reactions = call.get("reaction").and_then(Value::as_array).cloned().unwrap_or_default();
    if reactions.len() > 1 {
        return Err(Refusal::bad("REACTIONS_TOO_MANY"));
    }
    if !reactions.iter().all(is_known) {
        return Err(Refusal::bad("REACTION_INVALID"));
    }
    if world.history.find(id, message).is_none() {
        return Err(Refusal::bad("message to react not found"));
    }
    world.show(json!({ "kind": "reaction", "chat": id, "message_id": message, "reaction": reactions }));
    Ok(json!(true))
}

/// Bots may react with the platform's own emoji; the others are for those who pay.
fn is_known(reaction: &Value) -> bool {
    let known = table::fields("ReactionTypeEmoji").and_then(|fields| fields.get("emoji"));
    let known = known.into_iter().flat_map(|emoji| &emoji.among);
    reaction["type"] == "emoji" && known.into_iter().any(|emoji| reaction["emoji"] == **emoji)
}
