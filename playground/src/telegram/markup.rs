//! Keyboards under messages and in place of the reader's own.

use serde_json::Value;

use super::{call::Call, refusal::Refusal, table, text::is_web_address};

/// The most buttons an inline keyboard may have.
const MOST_BUTTONS: usize = 100;
/// The most buttons in one of its rows.
const MOST_IN_ROW: usize = 8;
/// What a button may do; each does exactly one of these.
const DEEDS: [&str; 10] = [
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
];

/// A keyboard that came with a message.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Markup {
    /// Buttons under the message; without any it is as good as none.
    Inline(Option<Value>),
    /// A reply keyboard, its removal or a forced reply.
    Reply(Value),
}

/// The call's `reply_markup`, `None` if there is none.
pub(super) fn read(call: &mut Call) -> Result<Option<Markup>, Refusal> {
    let Some(markup) = call.get("reply_markup").cloned() else { return Ok(None) };
    if let Some(rows) = markup["inline_keyboard"].as_array() {
        let buttons = || rows.iter().filter_map(Value::as_array).flatten();
        if buttons().any(|button| deeds(button) > 1) {
            call.remarks.push("a button does more than one thing".to_owned());
        }
        return Ok(Some(Markup::Inline(inline(rows)?)));
    }
    if let Some(rows) = markup["keyboard"].as_array() {
        reply(rows)?;
    }
    Ok(Some(Markup::Reply(markup)))
}

fn deeds(button: &Value) -> usize {
    DEEDS.iter().filter(|deed| button.get(**deed).is_some()).count()
}

fn inline(rows: &[Value]) -> Result<Option<Value>, Refusal> {
    let mut kept = Vec::new();
    for row in rows.iter().filter_map(Value::as_array).filter(|row| !row.is_empty()) {
        if row.len() > MOST_IN_ROW {
            return Err(Refusal::bad("reply markup is too long"));
        }
        row.iter().try_for_each(button)?;
        kept.push(Value::Array(row.clone()));
    }
    let buttons: usize = kept.iter().filter_map(Value::as_array).map(Vec::len).sum();
    if buttons > MOST_BUTTONS {
        return Err(Refusal::bad("reply markup is too long"));
    }
    Ok((buttons > 0).then(|| serde_json::json!({ "inline_keyboard": kept })))
}

fn button(button: &Value) -> Result<(), Refusal> {
    let wrong = |what: &str| Refusal::bad(format!("can't parse inline keyboard button: {what}"));
    if button["text"].as_str().is_none_or(|text| text.trim().is_empty()) {
        return Err(wrong("Button text must be non-empty"));
    }
    if deeds(button) == 0 {
        return Err(wrong("Text buttons are unallowed in the inline keyboard"));
    }
    if let Some(data) = button["callback_data"].as_str()
        && !within("InlineKeyboardButton", "callback_data", data)
    {
        return Err(Refusal::bad("BUTTON_DATA_INVALID"));
    }
    if let Some(text) = button["copy_text"]["text"].as_str()
        && !within("CopyTextButton", "text", text)
    {
        return Err(Refusal::bad("BUTTON_COPY_TEXT_INVALID"));
    }
    for url in [&button["url"], &button["login_url"]["url"]].into_iter().filter_map(Value::as_str) {
        address(url)?;
    }
    match button["web_app"]["url"].as_str() {
        Some(url) if !url.starts_with("https://") => {
            let what = format!(
                "inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
            );
            Err(Refusal::bad(what))
        }
        Some(url) => address(url),
        None => Ok(()),
    }
}

fn address(url: &str) -> Result<(), Refusal> {
    let invalid = |why: &str| Refusal::bad(format!("inline keyboard button URL '{url}' is invalid: {why}"));
    let protocol = url.split_once("://").map(|(protocol, _)| protocol.to_lowercase());
    match protocol.as_deref() {
        Some("tg" | "ton") => Ok(()),
        Some("http" | "https") if is_web_address(url) => Ok(()),
        None if is_web_address(&format!("http://{url}")) => Ok(()),
        Some("http" | "https") | None => Err(invalid("Wrong HTTP URL")),
        Some(_) => Err(invalid("Unsupported URL protocol")),
    }
}

fn within(kind: &str, field: &str, text: &str) -> bool {
    table::field_length(kind, field).is_none_or(|length| length.holds(text))
}

fn reply(rows: &[Value]) -> Result<(), Refusal> {
    let buttons = rows.iter().filter_map(Value::as_array).flatten();
    for button in buttons {
        let text = button.as_str().or_else(|| button["text"].as_str()).unwrap_or_default();
        if text.trim().is_empty() {
            return Err(Refusal::bad("can't parse keyboard button: Button text must be non-empty"));
        }
    }
    Ok(())
}
