//! Discord's interactions as the core's.

mod arguments;
mod contexts;

use bot_core::domain::identity::{Identity, Platform};
use bot_core::domain::time::Timestamp;
use bot_core::ui::action::Token;
use bot_core::ui::interaction::{Caps, Chat, ChatKind, EventId, Input, Interaction, Origin};
use serenity::model::application::{
    ActionRowComponent, CommandInteraction, ComponentInteraction, ComponentInteractionDataKind,
    ModalInteraction,
};
use serenity::model::channel::MessageFlags;
use serenity::model::user::User;

pub use arguments::Partial;
pub use contexts::Contexts;

use crate::door::{Arrival, Door};
use crate::render::action_of;

/// Reads interactions. It remembers what kind of conversation a channel is, since a submitted form doesn't say.
#[derive(Debug, Default)]
pub struct Decoder {
    contexts: Contexts,
}

/// What every kind of interaction has.
struct Common<'a> {
    id: u64,
    application: u64,
    token: &'a str,
    channel: u64,
    user: &'a User,
    locale: &'a str,
    kind: ChatKind,
}

impl Decoder {
    /// A slash command, or one on a message.
    pub fn command(&self, command: &CommandInteraction, at: Timestamp) -> Arrival {
        let kind = self.contexts.learn(command.channel_id.get(), command.context, command.guild_id.is_some());
        let common = Common {
            id: command.id.get(),
            application: command.application_id.get(),
            token: &command.token,
            channel: command.channel_id.get(),
            user: &command.user,
            locale: &command.locale,
            kind,
        };
        let on_message = arguments::read_on_message(&command.data, command.user.id);
        let (path, args) = on_message.unwrap_or_else(|| arguments::read(&command.data));
        common.arrival(at, Origin::Command, false, Input::Command { path, args })
    }

    /// A pressed button or a changed select.
    pub fn press(&self, press: &ComponentInteraction, at: Timestamp) -> Arrival {
        let kind = self.contexts.learn(press.channel_id.get(), press.context, press.guild_id.is_some());
        let common = Common {
            id: press.id.get(),
            application: press.application_id.get(),
            token: &press.token,
            channel: press.channel_id.get(),
            user: &press.user,
            locale: &press.locale,
            kind,
        };
        let picked = match &press.data.kind {
            ComponentInteractionDataKind::StringSelect { values } => values.clone(),
            _ => Vec::new(),
        };
        let action = Token::parse(action_of(&press.data.custom_id));
        let private = is_private(press.message.flags);
        common.arrival(at, Origin::Card, private, Input::Action { action, picked })
    }

    /// A submitted form.
    pub fn submit(&self, submit: &ModalInteraction, at: Timestamp) -> Arrival {
        let kind = self.contexts.recall(submit.channel_id.get(), submit.guild_id.is_some());
        let common = Common {
            id: submit.id.get(),
            application: submit.application_id.get(),
            token: &submit.token,
            channel: submit.channel_id.get(),
            user: &submit.user,
            locale: &submit.locale,
            kind,
        };
        let inputs = submit.data.components.iter().flat_map(|row| &row.components);
        let values = inputs.filter_map(|input| match input {
            ActionRowComponent::InputText(input) => {
                Some((input.custom_id.clone(), input.value.clone().unwrap_or_default()))
            }
            _ => None,
        });
        let (origin, private) = match &submit.message {
            Some(message) => (Origin::FormFromCard, is_private(message.flags)),
            None => (Origin::FormFromCommand, false),
        };
        let input = Input::Submit { key: submit.data.custom_id.clone(), values: values.collect() };
        common.arrival(at, origin, private, input)
    }

    /// The argument of a command that is being typed, if one is.
    pub fn partial(&self, command: &CommandInteraction) -> Option<Partial> {
        arguments::focused(&command.data)
    }
}

impl Common<'_> {
    fn arrival(self, at: Timestamp, origin: Origin, from_private_card: bool, input: Input) -> Arrival {
        let chat = Chat { platform: Platform::Discord, address: self.channel.to_string(), kind: self.kind };
        let interaction = Interaction {
            id: EventId::new(Platform::Discord, self.id),
            at,
            actor: identity(self.user),
            chat,
            locale: Some(self.locale.to_owned()).filter(|locale| !locale.is_empty()),
            caps: Caps::MODALS,
            input,
        };
        let door = Door {
            interaction: self.id,
            application: self.application,
            token: self.token.to_owned(),
            channel: self.channel,
            origin,
            from_private_card,
        };
        Arrival { interaction, door }
    }
}

/// A person, by the name others see in every server.
fn identity(user: &User) -> Identity {
    Identity {
        platform: Platform::Discord,
        user: user.id.to_string(),
        name: user.global_name.clone().unwrap_or_else(|| user.name.clone()),
        handle: Some(user.name.clone()).filter(|name| !name.is_empty()),
    }
}

fn is_private(flags: Option<MessageFlags>) -> bool {
    flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}
