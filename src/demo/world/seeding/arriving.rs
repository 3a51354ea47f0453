//! Accounts on the stand-ins, and the chats that members have opened there.

use bot_core::domain::identity::{Identity, Platform};
use bot_core::ui::interaction::{Chat, ChatKind};
use playground::{Playground, discord, telegram};

use super::{language, side};
use crate::demo::world::Person;

/// Where somebody is found.
#[derive(Debug)]
pub(super) struct Home {
    /// Who they are there.
    pub(super) identity: Identity,
    /// Their chat with the bot; none if they haven't opened it.
    pub(super) chat: Option<Chat>,
}

/// Makes somebody known to the stand-in of their platform, unless the playground has done so.
pub(super) fn introduce(playground: &Playground, person: &Person) -> anyhow::Result<Home> {
    let platform = person.platform;
    let user = match known(playground, person) {
        Some(user) => user,
        None => newcomer(playground, person)?,
    };
    let chat = match person.member {
        Some(_) => {
            Some(Chat { platform, address: open(playground, platform, &user)?, kind: ChatKind::Private })
        }
        None => None,
    };
    let (name, handle) = (person.name.clone(), Some(person.handle.clone()));
    Ok(Home { identity: Identity { platform, user, name, handle }, chat })
}

fn known(playground: &Playground, person: &Person) -> Option<String> {
    let mut known = playground.members().iter();
    let here = side(person.platform);
    let known = known.find(|member| member.persona.side == here && member.persona.handle == person.handle)?;
    Some(known.id.clone())
}

fn newcomer(playground: &Playground, person: &Person) -> anyhow::Result<String> {
    anyhow::ensure!(person.cast.is_none(), "the playground hasn't introduced {}", person.name);
    let (name, handle) = (person.name.clone(), person.handle.clone());
    let language = language(person.platform);
    Ok(match person.platform {
        Platform::Discord => {
            let (global_name, locale) = (Some(name), Some(language));
            let new = discord::NewUser { username: handle, global_name, locale, ..Default::default() };
            playground.discord().add_user(new).to_string()
        }
        Platform::Telegram => {
            let (username, language_code) = (Some(handle), Some(language));
            let new = telegram::NewUser { first_name: name, username, language_code };
            playground.telegram().add_user(new).to_string()
        }
    })
}

/// The person opens the chat with the bot; its address.
fn open(playground: &Playground, platform: Platform, user: &str) -> anyhow::Result<String> {
    match platform {
        Platform::Discord => Ok(playground.discord().open_dm(user.parse()?)?.to_string()),
        Platform::Telegram => {
            playground.telegram().opened_before(user.parse()?)?;
            Ok(user.to_owned())
        }
    }
}
