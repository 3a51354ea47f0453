//! Changes of messages that the bot wrote earlier.

use serde_json::{Value, json};

use super::super::{
    call::Call,
    history::Stored,
    markup::{self, Markup},
    refusal::Refusal,
    text,
    world::World,
};
use super::send::{captioned, fits, put_entities};

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup are exactly the \
                            same as a current content and reply markup of the message";

/// `editMessageText`.
pub(super) fn text(world: &mut World, call: &mut Call) -> Result<Value, Refusal> {
    let formatted = text::read(call, "text", "entities")?;
    if formatted.text.is_empty() {
        return Err(Refusal::bad("message text is empty"));
    }
    if !fits(call.method, "text", &formatted) {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let mut content = json!({ "text": formatted.text });
    put_entities(&mut content, "entities", &formatted);
    if let Some(preview) = call.get("link_preview_options") {
        content["link_preview_options"] = preview.clone();
    }
    change(world, call, |message| {
        if message.get("text").is_none() {
            return Err(Refusal::bad("there is no text in the message to edit"));
        }
        replace(message, &["text", "entities", "link_preview_options"], &content);
        Ok(())
    })
}

/// `editMessageCaption`.
pub(super) fn caption(world: &mut World, call: &mut Call) -> Result<Value, Refusal> {
    let content = captioned(call, json!({}))?;
    change(world, call, |message| {
        if message.get("text").is_some() {
            return Err(Refusal::bad("there is no caption in the message to edit"));
        }
        replace(message, &["caption", "caption_entities"], &content);
        Ok(())
    })
}

/// `editMessageReplyMarkup`.
pub(super) fn reply_markup(world: &mut World, call: &mut Call) -> Result<Value, Refusal> {
    change(world, call, |_| Ok(()))
}

fn change(
    world: &mut World,
    call: &mut Call,
    content: impl FnOnce(&mut Value) -> Result<(), Refusal>,
) -> Result<Value, Refusal> {
    let keyboard = match markup::read(call)? {
        None => None,
        Some(Markup::Inline(keyboard)) => keyboard,
        Some(Markup::Reply(_)) => return Err(Refusal::bad("inline keyboard expected")),
    };
    let (chat, _) = world.chat(&call.chat()?)?;
    let id = call.message_id()?;
    let now = world.now_s();
    let Some(stored) = world.history.find_mut(chat, id) else {
        return Err(Refusal::bad("message to edit not found"));
    };
    if !stored.by_bot || stored.keyboard.is_some() {
        return Err(Refusal::bad("message can't be edited"));
    }
    let changed = edited(stored, keyboard, now, content)?;
    world.show(json!({ "kind": "edited", "chat": chat, "message": changed }));
    Ok(changed)
}

fn edited(
    stored: &mut Stored,
    keyboard: Option<Value>,
    now: i64,
    content: impl FnOnce(&mut Value) -> Result<(), Refusal>,
) -> Result<Value, Refusal> {
    let mut message = stored.message.clone();
    content(&mut message)?;
    replace(
        &mut message,
        &["reply_markup"],
        &keyboard.map_or(json!({}), |rows| json!({ "reply_markup": rows })),
    );
    if message == stored.message {
        return Err(Refusal::bad(NOT_MODIFIED));
    }
    message["edit_date"] = json!(now);
    stored.message = message.clone();
    stored.learn_buttons();
    Ok(message)
}

/// Takes `names` out of the message and puts in what `content` has.
fn replace(message: &mut Value, names: &[&str], content: &Value) {
    let Some(fields) = message.as_object_mut() else { return };
    fields.retain(|name, _| !names.contains(&name.as_str()));
    fields.extend(content.as_object().cloned().unwrap_or_default());
}
