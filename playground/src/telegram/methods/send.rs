//! New messages of the bot: texts, documents, photos.

use serde_json::{Value, json};

use super::super::{
    call::Call,
    chat::ChatRef,
    history::Stored,
    markup::{self, Markup},
    refusal::Refusal,
    table,
    text::{self, Formatted},
    world::World,
};
use super::file;

/// `sendMessage`.
pub(super) fn message(world: &mut World, call: &mut Call) -> Result<Value, Refusal> {
    let formatted = text::read(call, "text", "entities")?;
    if formatted.text.is_empty() {
        return Err(Refusal::bad("message text is empty"));
    }
    if !fits(call.method, "text", &formatted) {
        return Err(Refusal::bad("message is too long"));
    }
    let mut content = json!({ "text": formatted.text });
    put_entities(&mut content, "entities", &formatted);
    if let Some(preview) = call.get("link_preview_options") {
        content["link_preview_options"] = preview.clone();
    }
    deliver(world, call, &content)
}

/// `sendDocument`.
pub(super) fn document(world: &mut World, call: &mut Call) -> Result<Value, Refusal> {
    let document = file::document(world, call)?;
    let content = captioned(call, json!({ "document": document }))?;
    deliver(world, call, &content)
}

/// `sendPhoto`.
pub(super) fn photo(world: &mut World, call: &mut Call) -> Result<Value, Refusal> {
    let photo = file::photo(world, call)?;
    let content = captioned(call, json!({ "photo": [photo] }))?;
    deliver(world, call, &content)
}

/// Adds the call's caption, if it has one.
pub(super) fn captioned(call: &mut Call, mut content: Value) -> Result<Value, Refusal> {
    let formatted = text::read(call, "caption", "caption_entities")?;
    if !fits(call.method, "caption", &formatted) {
        return Err(Refusal::bad("message caption is too long"));
    }
    if !formatted.text.is_empty() {
        content["caption"] = json!(formatted.text);
        put_entities(&mut content, "caption_entities", &formatted);
    }
    Ok(content)
}

/// Whether a text is within the limit of the method's parameter.
pub(super) fn fits(method: &str, parameter: &str, formatted: &Formatted) -> bool {
    table::length(method, parameter).is_none_or(|length| length.of(&formatted.text) <= length.max)
}

/// Writes the entities down under `name`; no entities, no field.
pub(super) fn put_entities(content: &mut Value, name: &str, formatted: &Formatted) {
    if !formatted.entities.is_empty() {
        content[name] = json!(formatted.entities);
    }
}

fn deliver(world: &mut World, call: &mut Call, content: &Value) -> Result<Value, Refusal> {
    let markup = markup::read(call)?;
    let (chat, chat_object) = world.open_chat(&call.chat()?)?;
    if let Some(Markup::Reply(keyboard)) = &markup
        && let Some(what) = markup::private_request(keyboard).filter(|_| chat < 0)
    {
        return Err(Refusal::bad(format!("{what} can be requested in private chats only")));
    }
    let reply = replied(world, call, chat)?;
    world.flood.send(chat, world.now_ms)?;

    let id = world.history.next_id();
    let mut message =
        json!({ "message_id": id, "from": world.bot(), "chat": chat_object, "date": world.now_s() });
    for (name, value) in content.as_object().into_iter().flatten() {
        message[name] = value.clone();
    }
    if let Some(reply) = reply {
        message["reply_to_message"] = reply;
    }
    if call.flag("protect_content") {
        message["has_protected_content"] = json!(true);
    }
    if let Some(Markup::Inline(Some(keyboard))) = &markup {
        message["reply_markup"] = keyboard.clone();
    }
    let mut stored = Stored::new(message.clone(), true);
    if let Some(Markup::Reply(keyboard)) = markup {
        stored.keyboard = Some(keyboard);
    }
    world.show(json!({ "kind": "message", "chat": chat, "message": stored.seen() }));
    world.history.insert(chat, id, stored);
    Ok(message)
}

/// The message that is replied to, without what that one replies to.
fn replied(world: &World, call: &Call, chat: i64) -> Result<Option<Value>, Refusal> {
    let Some(parameters) = call.get("reply_parameters") else { return Ok(None) };
    let id = parameters["message_id"].as_i64().unwrap_or_default();
    let there = match parameters.get("chat_id") {
        Some(named) => world.chat(&ChatRef::read(Some(named))?)?.0,
        None => chat,
    };
    let Some(found) = world.history.find(there, id) else {
        let anyway = parameters["allow_sending_without_reply"] == true;
        return if anyway { Ok(None) } else { Err(Refusal::bad("message to be replied not found")) };
    };
    let mut message = found.message.clone();
    if let Some(fields) = message.as_object_mut() {
        fields.remove("reply_to_message");
    }
    Ok(Some(message))
}
