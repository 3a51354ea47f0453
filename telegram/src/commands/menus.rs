//! Each person's own menu: their role decides it, their messages remind us of it.

use std::collections::HashMap;

use bot_core::app::App;
use bot_core::domain::identity::Identity;
use bot_core::flows::catalogue::Menu;
use teloxide::types::{BotCommandScope, ChatId, Recipient};
use teloxide::{Bot, RequestError};
use tokio::sync::mpsc;

use super::{clear_menu, sync_menu};

/// How many people may wait for their menu. More are left out: their next message brings them back.
const WAITING: usize = 256;
/// How many menus are remembered as set.
const REMEMBERED: usize = 10_000;

/// Tells that somebody was active, so that their menu is looked at. Never waits.
#[derive(Debug, Clone)]
pub(crate) struct Menus(mpsc::Sender<(Identity, i64)>);

/// The other end.
#[derive(Debug)]
pub(super) struct Noticed(mpsc::Receiver<(Identity, i64)>);

pub(super) fn channel() -> (Menus, Noticed) {
    let (sender, receiver) = mpsc::channel(WAITING);
    (Menus(sender), Noticed(receiver))
}

impl Menus {
    /// `person` did something in their private chat.
    pub(crate) fn noticed(&self, person: &Identity, chat: i64) {
        if self.0.try_send((person.clone(), chat)).is_err() {
            tracing::debug!(chat, "a menu is looked at another time");
        }
    }
}

impl Noticed {
    /// Sets menus as people come by, for as long as anybody can tell of them.
    pub(super) async fn follow(mut self, app: &App, bot: &Bot) {
        let mut set: HashMap<i64, Menu> = HashMap::new();
        while let Some((person, chat)) = self.0.recv().await {
            let menu = app.menu(&person).await;
            if set.get(&chat) == Some(&menu) {
                continue;
            }
            if set.len() >= REMEMBERED {
                set.clear();
            }
            match sync(bot, chat, menu).await {
                Ok(()) => drop(set.insert(chat, menu)),
                Err(error) => tracing::warn!(%error, chat, "a menu was not set"),
            }
        }
    }
}

/// Makes the menu of a private chat show `menu`.
pub(super) async fn sync(bot: &Bot, chat: i64, menu: Menu) -> Result<(), RequestError> {
    let scope = BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(chat)) };
    match menu {
        // The menu everybody has already.
        Menu::NewPerson => clear_menu(bot, scope).await,
        _ => sync_menu(bot, scope, menu).await,
    }
}
