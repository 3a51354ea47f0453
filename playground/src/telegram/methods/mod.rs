//! What each served method of the Bot API does, its parameters checked.

use serde_json::{Value, json};

use super::{call::Call, refusal::Refusal, webhook, world::World};

pub(super) mod callback;
mod chat;
mod commands;
mod delete;
mod edit;
pub(super) mod file;
pub(super) mod profile;
mod send;

pub(super) use commands::seen as seen_menu;

/// What the real server says of a press that can't be answered any more.
pub(super) const OLD_QUERY: &str = "query is too old and response timeout expired or query ID is invalid";

/// Parameters of served methods that the stand-in does not act upon and so refuses.
const NOT_SERVED: [&str; 7] = [
    "business_connection_id",
    "message_thread_id",
    "direct_messages_topic_id",
    "suggested_post_parameters",
    "inline_message_id",
    "rich_message",
    "cover",
];

/// Does what the call asks for and gives its result. `getUpdates` is not among these: it waits.
pub(super) fn run(world: &mut World, call: &mut Call) -> Result<Value, Refusal> {
    if let Some(name) = NOT_SERVED.iter().find(|name| call.get(name).is_some()) {
        return Err(Refusal::not_served(&format!("{name} of {}", call.method)));
    }
    match call.method {
        "getMe" => Ok(get_me(world)),
        "sendMessage" => send::message(world, call),
        "sendDocument" => send::document(world, call),
        "sendPhoto" => send::photo(world, call),
        "sendChatAction" => chat::action(world, call),
        "editMessageText" => edit::text(world, call),
        "editMessageCaption" => edit::caption(world, call),
        "editMessageReplyMarkup" => edit::reply_markup(world, call),
        "deleteMessage" => delete::one(world, call),
        "deleteMessages" => delete::several(world, call),
        "answerCallbackQuery" => callback::answer(world, call),
        "setMyCommands" => commands::set(world, call),
        "getMyCommands" => commands::get(world, call),
        "deleteMyCommands" => commands::delete(world, call),
        "setMyName" | "setMyDescription" | "setMyShortDescription" => profile::set(world, call),
        "getMyName" | "getMyDescription" | "getMyShortDescription" => profile::get(world, call),
        "setChatMenuButton" => profile::set_menu_button(world, call),
        "getChatMenuButton" => profile::get_menu_button(world, call),
        "getChat" => chat::get(world, call),
        "setMessageReaction" => chat::react(world, call),
        "getFile" => file::get(world, call),
        "setWebhook" => webhook::set(world, call),
        "deleteWebhook" => Ok(webhook::delete(world, call)),
        "getWebhookInfo" => Ok(webhook::info(world)),
        other => Err(Refusal::not_served(other)),
    }
}

fn get_me(world: &World) -> Value {
    let mut bot = world.bot();
    let more = json!({
        "can_join_groups": true, "can_read_all_group_messages": false, "supports_inline_queries": false,
        "can_connect_to_business": false, "has_main_web_app": false,
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        bot[name] = value.clone();
    }
    bot
}
