//! Keyboards under messages and in place of the reader's own.

use serde_json::Value;

use super::{call::Call, refusal::Refusal, table, text::is_web_address};

/// The most buttons an inline keyboard may have.
const MOST_BUTTONS: usize = 100;
/// The most buttons in one of its rows.
const MOST_IN_ROW: usize = 8;
/// Fields of a button that only say what it looks like; of the others it has exactly one, which is what it does.
const LOOKS: [&str; 3] = ["text", "icon_custom_emoji_id", "style"];

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
    let fields = table::fields("InlineKeyboardButton").into_iter().flatten();
    let deeds = fields.filter(|(name, _)| !LOOKS.contains(&name.as_str()));
    deeds.filter(|(name, _)| button.get(name.as_str()).is_some()).count()
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
    if button["text"].as_str().is_none_or(|text| text.trim().is_empty()) {
        return Err(Refusal::bad("Inline keyboard button text must be non-empty"));
    }
    if deeds(button) == 0 {
        let what = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
        return Err(Refusal::bad(what));
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
    if let Some(url) = button["url"].as_str() {
        address("", url)?;
    }
    for (kind, url) in [("login ", &button["login_url"]["url"]), ("Web App ", &button["web_app"]["url"])] {
        let Some(url) = url.as_str() else { continue };
        if !url.starts_with("https://") {
            return Err(invalid(kind, url, "Only HTTPS links are allowed"));
        }
        address(kind, url)?;
    }
    Ok(())
}

fn address(kind: &str, url: &str) -> Result<(), Refusal> {
    let protocol = url.split_once("://").map(|(protocol, _)| protocol.to_lowercase());
    match protocol.as_deref() {
        Some("tg" | "ton") => Ok(()),
        Some("http" | "https") if is_web_address(url) => Ok(()),
        None if is_web_address(&format!("http://{url}")) => Ok(()),
        Some("http" | "https") | None => Err(invalid(kind, url, "Wrong HTTP URL")),
        Some(_) => Err(invalid(kind, url, "Unsupported URL protocol")),
    }
}

fn invalid(kind: &str, url: &str, why: &str) -> Refusal {
    Refusal::bad(format!("inline keyboard button {kind}URL '{url}' is invalid: {why}"))
}

fn within(kind: &str, field: &str, text: &str) -> bool {
    table::field_length(kind, field).is_none_or(|length| length.holds(text))
}

/// What a reply keyboard asks for that only private chats may be asked, as the platform names it.
pub(super) fn private_request(keyboard: &Value) -> Option<&'static str> {
    let rows = keyboard["keyboard"].as_array().into_iter().flatten();
    let buttons = || rows.clone().filter_map(Value::as_array).flatten();
    let requests = [
        ("request_location", "Location"),
        ("request_contact", "Phone number"),
        ("request_poll", "Poll"),
        ("request_users", "Users"),
        ("request_chat", "Chats"),
    ];
    requests
        .into_iter()
        .find(|(name, _)| buttons().any(|button| button.get(*name).is_some()))
        .map(|(_, what)| what)
}

fn reply(rows: &[Value]) -> Result<(), Refusal> {
    let buttons = rows.iter().filter_map(Value::as_array).flatten();
    for button in buttons {
        let text = button.as_str().or_else(|| button["text"].as_str()).unwrap_or_default();
        if text.trim().is_empty() {
            return Err(Refusal::bad("Keyboard button text must be non-empty"));
        }
    }
    Ok(())
}
