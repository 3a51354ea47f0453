//! The bot's command menus, by scope and language.

use serde_json::{Value, json};

use super::super::{call::Call, chat::ChatRef, refusal::Refusal, table, world::World};

/// Whose menu it is, and in which language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) struct MenuKey {
    /// `default`, `all_private_chats`, `chat 5000000001`, ...
    pub(in super::super) scope: String,
    /// Two letters; empty for those without a menu in their own language.
    pub(in super::super) language: String,
}

/// `setMyCommands`.
pub(super) fn set(world: &mut World, call: &Call) -> Result<Value, Refusal> {
    let key = key(world, call)?;
    let commands = call.get("commands").and_then(Value::as_array).cloned().unwrap_or_default();
    if commands.len() > 100 {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let mut kept = Vec::new();
    for command in &commands {
        kept.push(checked(command)?);
    }
    world.profile.menus.insert(key, kept);
    world.show(json!({ "kind": "commands" }));
    Ok(json!(true))
}

/// `getMyCommands`: exactly that scope and language, an empty list if there is no such menu.
pub(super) fn get(world: &World, call: &Call) -> Result<Value, Refusal> {
    let key = key(world, call)?;
    Ok(json!(world.profile.menus.get(&key).cloned().unwrap_or_default()))
}

/// `deleteMyCommands`.
pub(super) fn delete(world: &mut World, call: &Call) -> Result<Value, Refusal> {
    let key = key(world, call)?;
    world.profile.menus.remove(&key);
    world.show(json!({ "kind": "commands" }));
    Ok(json!(true))
}

fn checked(command: &Value) -> Result<Value, Refusal> {
    let name = command["command"].as_str().unwrap_or_default().trim_start_matches('/');
    let description = command["description"].as_str().unwrap_or_default().trim();
    let holds = |field: &str, text: &str| {
        table::field_length("BotCommand", field).is_none_or(|length| length.holds(text))
    };
    let plain =
        name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
    if !plain || !holds("command", name) {
        return Err(Refusal::bad("BOT_COMMAND_INVALID"));
    }
    if !holds("description", description) {
        return Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(json!({ "command": name, "description": description }))
}

fn key(world: &World, call: &Call) -> Result<MenuKey, Refusal> {
    let language = language(call)?;
    let Some(scope) = call.get("scope") else {
        return Ok(MenuKey { scope: "default".to_owned(), language });
    };
    let mut written = scope["type"].as_str().unwrap_or_default().to_owned();
    if let Some(chat) = scope.get("chat_id") {
        let (chat, _) = world.chat(&ChatRef::read(Some(chat))?)?;
        if chat > 0 && written != "chat" {
            return Err(Refusal::bad("there are no administrators in the private chat"));
        }
        written = format!("{written} {chat}");
    }
    if let Some(user) = scope["user_id"].as_i64() {
        if world.person(user).is_none() {
            return Err(Refusal::bad("user not found"));
        }
        written = format!("{written} {user}");
    }
    Ok(MenuKey { scope: written, language })
}

/// The call's `language_code`: two lower-case letters or nothing.
pub(super) fn language(call: &Call) -> Result<String, Refusal> {
    let language = call.text("language_code");
    let known = language.is_empty()
        || (language.len() == 2 && language.bytes().all(|letter| letter.is_ascii_lowercase()));
    if known { Ok(language.to_owned()) } else { Err(Refusal::bad("Invalid language code specified")) }
}

/// The menu a person sees in their chat with the bot: the narrowest scope that has one, their language first.
pub(in super::super) fn seen(world: &World, person: i64) -> Vec<Value> {
    let language = world.person(person).and_then(|person| person.language_code.clone()).unwrap_or_default();
    let language: String = language.chars().take(2).collect();
    for scope in [format!("chat {person}"), "all_private_chats".to_owned(), "default".to_owned()] {
        for language in [language.as_str(), ""] {
            let key = MenuKey { scope: scope.clone(), language: language.to_owned() };
            if let Some(menu) = world.profile.menus.get(&key) {
                return menu.clone();
            }
        }
    }
    Vec::new()
}
