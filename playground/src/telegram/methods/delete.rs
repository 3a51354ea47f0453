//! Messages taken back.

use serde_json::{Value, json};

use super::super::{call::Call, refusal::Refusal, world::World};

/// How long a message can be deleted, in seconds.
const DELETABLE_S: i64 = 48 * 60 * 60;

/// `deleteMessage`.
pub(super) fn one(world: &mut World, call: &Call) -> Result<Value, Refusal> {
    let (chat, _) = world.chat(&call.chat()?)?;
    delete(world, chat, call.message_id()?)?;
    Ok(json!(true))
}

/// `deleteMessages`: those that can't be found are passed over.
pub(super) fn several(world: &mut World, call: &Call) -> Result<Value, Refusal> {
    let (chat, _) = world.chat(&call.chat()?)?;
    let ids: Vec<i64> = call
        .get("message_ids")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_i64)
        .collect();
    if ids.len() > 100 {
        return Err(Refusal::bad("too many message identifiers specified"));
    }
    for id in ids.into_iter().filter(|id| *id > 0) {
        match delete(world, chat, id) {
            Err(refusal) if !refusal.description.ends_with("not found") => return Err(refusal),
            _ => {}
        }
    }
    Ok(json!(true))
}

fn delete(world: &mut World, chat: i64, id: i64) -> Result<(), Refusal> {
    let Some(stored) = world.history.find(chat, id) else {
        return Err(Refusal::bad("message to delete not found"));
    };
    // in a private chat a bot may delete either side's messages, for two days
    if world.now_s() - stored.message["date"].as_i64().unwrap_or_default() > DELETABLE_S {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    world.history.remove(chat, id);
    world.show(json!({ "kind": "deleted", "chat": chat, "message_id": id }));
    Ok(())
}
