//! Around the chat: menus and descriptions, written only where they differ.

mod menus;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use bot_core::app::App;
use bot_core::domain::identity::Platform;
use bot_core::flows::catalogue::{self, Menu};
use reqwest::Url;
use secrecy::{ExposeSecret as _, SecretString};
use teloxide::payloads::{
    DeleteMyCommandsSetters as _, GetMyCommandsSetters as _, SetMyCommandsSetters as _,
    SetMyDescriptionSetters as _, SetMyShortDescriptionSetters as _, SetWebhookSetters as _,
};
use teloxide::prelude::Requester as _;
use teloxide::types::{BotCommand, BotCommandScope};
use teloxide::{Bot, RequestError};
use tokio_util::sync::CancellationToken;

pub(crate) use self::menus::Menus;
use self::menus::Noticed;
use crate::decode;
use crate::rest::Rest;

/// The pause after the first failure; it doubles up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(5);

/// How updates reach us, as Telegram has to be told.
#[derive(Debug)]
pub(crate) enum Delivery {
    /// We ask for them.
    Polling,
    /// Telegram posts them to `address` with `secret`.
    Webhook {
        /// The public address of the hook.
        address: Url,
        /// What proves that it is Telegram.
        secret: SecretString,
    },
}

/// Keeps the bot's outward appearance as the catalogue has it.
#[derive(Debug)]
pub struct Commands {
    app: App,
    rest: Arc<Rest>,
    delivery: Delivery,
    noticed: Noticed,
}

impl Commands {
    pub(crate) fn new(app: App, rest: Arc<Rest>, delivery: Delivery) -> (Self, Menus) {
        let (menus, noticed) = menus::channel();
        (Self { app, rest, delivery, noticed }, menus)
    }

    /// Brings everything up to date once, then keeps each person's menu to their role, until `stop`.
    pub async fn run(self, stop: CancellationToken) -> anyhow::Result<()> {
        let mut pause = FIRST_PAUSE;
        loop {
            let synced = tokio::select! {
                () = stop.cancelled() => return Ok(()),
                synced = sync(self.rest.bot(), &self.delivery) => synced,
            };
            let Err(error) = synced else { break };
            tracing::warn!(%error, "the bot's menus and description are not up to date yet");
            tokio::select! {
                () = stop.cancelled() => return Ok(()),
                () = tokio::time::sleep(pause) => pause = (pause * 2).min(LONGEST_PAUSE),
            }
        }
        match self.rest.username().await {
            Ok(name) => self.app.services().links.know(Platform::Telegram, name),
            Err(error) => tracing::warn!(%error, "profiles can't be shared by a link yet"),
        }
        tokio::select! {
            () = stop.cancelled() => Ok(()),
            () = self.noticed.follow(&self.app, self.rest.bot()) => Ok(()),
        }
    }
}

/// Tells Telegram how updates reach us, and what to show around the chat.
async fn sync(bot: &Bot, delivery: &Delivery) -> Result<(), RequestError> {
    match delivery {
        Delivery::Polling => drop(bot.delete_webhook().await?),
        Delivery::Webhook { address, secret } => {
            let set = bot.set_webhook(address.clone()).secret_token(secret.expose_secret());
            set.allowed_updates(decode::KINDS).await?;
        }
    }
    sync_menu(bot, BotCommandScope::Default, Menu::NewPerson).await?;
    sync_menu(bot, BotCommandScope::AllGroupChats, Menu::Group).await?;
    sync_words(bot).await
}

/// Makes the menu of `scope` show `menu`.
async fn sync_menu(bot: &Bot, scope: BotCommandScope, menu: Menu) -> Result<(), RequestError> {
    let wanted: Vec<BotCommand> =
        menu.commands().into_iter().map(|(name, does)| BotCommand::new(name, does)).collect();
    if bot.get_my_commands().scope(scope.clone()).await? != wanted {
        bot.set_my_commands(wanted).scope(scope).await?;
    }
    Ok(())
}

/// Leaves `scope` to the more general ones.
async fn clear_menu(bot: &Bot, scope: BotCommandScope) -> Result<(), RequestError> {
    if !bot.get_my_commands().scope(scope.clone()).await?.is_empty() {
        bot.delete_my_commands().scope(scope).await?;
    }
    Ok(())
}

/// The words a person reads before they press Start, and those on the bot's profile.
async fn sync_words(bot: &Bot) -> Result<(), RequestError> {
    let (description, about) = (catalogue::bot_description(), catalogue::bot_about());
    if bot.get_my_description().await?.description != description {
        bot.set_my_description().description(description).await?;
    }
    if bot.get_my_short_description().await?.short_description != about {
        bot.set_my_short_description().short_description(about).await?;
    }
    Ok(())
}
