//! What the bot says about itself: name, descriptions, menu button.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::{call::Call, chat::ChatRef, refusal::Refusal, table, world::World};
use super::commands::{MenuKey, language};

/// The bot's own texts and menus.
#[derive(Debug, Default)]
pub(in super::super) struct Profile {
    /// By parameter (`name`, `description`, `short_description`) and language.
    texts: BTreeMap<(String, String), String>,
    /// Commands by scope and language.
    pub(in super::super) menus: BTreeMap<MenuKey, Vec<Value>>,
    /// Buttons by chat; 0 is the default.
    menu_buttons: BTreeMap<i64, Value>,
}

impl Profile {
    /// The bot's name in a language, if one was set.
    pub(in super::super) fn name(&self, language: Option<&str>) -> Option<&String> {
        self.text("name", language.unwrap_or_default())
    }

    /// One of the texts in a language, or the one for all languages.
    pub(in super::super) fn text(&self, what: &str, language: &str) -> Option<&String> {
        let exact = self.texts.get(&(what.to_owned(), language.to_owned()));
        exact.or_else(|| self.texts.get(&(what.to_owned(), String::new())))
    }
}

/// `setMyName`, `setMyDescription`, `setMyShortDescription`.
pub(super) fn set(world: &mut World, call: &Call) -> Result<Value, Refusal> {
    let what = parameter(call.method);
    let language = language(call)?;
    let text = call.text(what).trim().to_owned();
    if !table::length(call.method, what).is_none_or(|length| length.holds(&text)) {
        return Err(Refusal::bad(match what {
            "name" => "BOT_TITLE_INVALID",
            "description" => "BOT_DESCRIPTION_TOO_LONG",
            _ => "BOT_SHORT_DESCRIPTION_TOO_LONG",
        }));
    }
    let key = (what.to_owned(), language);
    if text.is_empty() {
        world.profile.texts.remove(&key);
    } else {
        world.profile.texts.insert(key, text);
    }
    world.show(json!({ "kind": "profile" }));
    Ok(json!(true))
}

/// `getMyName`, `getMyDescription`, `getMyShortDescription`.
pub(super) fn get(world: &World, call: &Call) -> Result<Value, Refusal> {
    let what = parameter(call.method);
    let language = language(call)?;
    let default = if what == "name" { world.options.first_name.as_str() } else { "" };
    let text = world.profile.text(what, &language).map_or(default, String::as_str);
    Ok(json!({ what: text }))
}

fn parameter(method: &str) -> &'static str {
    match method {
        "setMyName" | "getMyName" => "name",
        "setMyDescription" | "getMyDescription" => "description",
        _ => "short_description",
    }
}

/// `setChatMenuButton`.
pub(super) fn set_menu_button(world: &mut World, call: &Call) -> Result<Value, Refusal> {
    let chat = menu_chat(world, call)?;
    let button = call.get("menu_button").cloned().unwrap_or_else(|| json!({ "type": "default" }));
    if let Some(url) = button["web_app"]["url"].as_str().filter(|url| !url.starts_with("https://")) {
        let what = format!("menu button Web App URL '{url}' is invalid: Only HTTPS links are allowed");
        return Err(Refusal::bad(what));
    }
    world.profile.menu_buttons.insert(chat, button);
    Ok(json!(true))
}

/// `getChatMenuButton`.
pub(super) fn get_menu_button(world: &World, call: &Call) -> Result<Value, Refusal> {
    let chat = menu_chat(world, call)?;
    let buttons = &world.profile.menu_buttons;
    Ok(buttons
        .get(&chat)
        .or_else(|| buttons.get(&0))
        .cloned()
        .unwrap_or_else(|| json!({ "type": "default" })))
}

fn menu_chat(world: &World, call: &Call) -> Result<i64, Refusal> {
    let Some(chat) = call.get("chat_id") else { return Ok(0) };
    let (chat, _) = world.chat(&ChatRef::read(Some(chat))?)?;
    Ok(chat)
}
