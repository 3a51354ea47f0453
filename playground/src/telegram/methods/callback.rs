//! Presses of inline buttons and their answers.

use serde_json::{Value, json};

use super::super::{call::Call, refusal::Refusal, table, world::World};
use super::OLD_QUERY;

/// A press, and what the bot said to it.
#[derive(Clone, Debug)]
pub(in super::super) struct Callback {
    /// The chat it was pressed in.
    pub(in super::super) chat: i64,
    /// When it was pressed.
    pub(in super::super) pressed_ms: i64,
    /// How many milliseconds the bot took; `None` until it answers.
    pub(in super::super) answered_after_ms: Option<i64>,
    /// What the reader was shown.
    pub(in super::super) text: String,
    /// Whether it was shown as an alert rather than in passing.
    pub(in super::super) show_alert: bool,
    /// The address the reader's client was told to open.
    pub(in super::super) url: Option<String>,
}

/// `answerCallbackQuery`: once, and not too late.
pub(super) fn answer(world: &mut World, call: &Call) -> Result<Value, Refusal> {
    let id = call.text("callback_query_id");
    let text = call.text("text").to_owned();
    if !table::length(call.method, "text").is_none_or(|length| length.holds(&text)) {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let (now, patience) = (world.now_ms, world.options.callback_ms);
    let open = world.callbacks.get_mut(id).filter(|press| press.answered_after_ms.is_none());
    let Some(press) = open.filter(|press| now - press.pressed_ms <= patience) else {
        return Err(Refusal::bad(OLD_QUERY));
    };
    let url = call.get("url").and_then(Value::as_str).map(str::to_owned);
    if url.as_ref().is_some_and(|url| !url.starts_with("https://t.me/")) {
        return Err(Refusal::bad("URL_INVALID"));
    }
    press.answered_after_ms = Some(now - press.pressed_ms);
    press.text.clone_from(&text);
    press.show_alert = call.flag("show_alert");
    press.url = url;
    let event = json!({
        "kind": "callback_answer", "chat": press.chat, "callback_query_id": id, "text": text,
        "show_alert": press.show_alert, "url": press.url, "answered_after_ms": press.answered_after_ms,
    });
    world.show(event);
    Ok(json!(true))
}
