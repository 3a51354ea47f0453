//! The tree poise dispatches by.
//!
//! One handler stands behind every leaf, and the leaf's row of the catalogue beside it.

use std::borrow::Cow;

use bot_core::flows::catalogue::{self, ArgKind, CommandSpec};
use poise::{
    ApplicationContext, BoxFuture, Command, CommandParameter, ContextMenuCommandAction, FrameworkError,
};
use serenity::builder::CreateCommandOption;
use serenity::model::application::CommandOptionType;
use serenity::model::channel::Message;

use super::{Top, own_name, tops};

/// What a leaf runs.
pub type Action<U, E> =
    for<'a> fn(ApplicationContext<'a, U, E>) -> BoxFuture<'a, Result<(), FrameworkError<'a, U, E>>>;

/// What a command on a message runs.
pub type OnMessage<U, E> =
    for<'a> fn(ApplicationContext<'a, U, E>, Message) -> BoxFuture<'a, Result<(), FrameworkError<'a, U, E>>>;

/// The catalogue's commands for poise, each running `action`, those on messages `on_message`.
pub fn tree<U, E>(action: Action<U, E>, on_message: OnMessage<U, E>) -> Vec<Command<U, E>> {
    let command = |top| match top {
        Top::Single(spec) => leaf(spec, action),
        Top::Group { name, parts } => Command {
            name: Cow::Borrowed(name),
            description: Some(catalogue::group_description(name).into()),
            // Without an action of its own neither registration nor dispatch sees what is below.
            slash_action: Some(action),
            subcommand_required: true,
            subcommands: parts.into_iter().map(|spec| leaf(spec, action)).collect(),
            ..Command::default()
        },
    };
    let menu = |path: &&str| Command {
        name: Cow::Owned(catalogue::message_label(path)),
        context_menu_action: Some(ContextMenuCommandAction::Message(on_message)),
        ..Command::default()
    };
    tops().into_iter().map(command).chain(catalogue::ON_MESSAGES.iter().map(menu)).collect()
}

fn leaf<U, E>(spec: &'static CommandSpec, action: Action<U, E>) -> Command<U, E> {
    Command {
        name: Cow::Borrowed(own_name(spec)),
        description: Some(catalogue::description(spec).into()),
        slash_action: Some(action),
        custom_data: Box::new(spec),
        parameters: spec.args.iter().map(|arg| parameter(spec, arg)).collect(),
        ..Command::default()
    }
}

fn parameter<U, E>(spec: &CommandSpec, arg: &catalogue::ArgSpec) -> CommandParameter<U, E> {
    CommandParameter {
        name: Cow::Borrowed(arg.name),
        name_localizations: Cow::Borrowed(&[]),
        description: Some(catalogue::arg_description(spec, arg).into()),
        description_localizations: Cow::Borrowed(&[]),
        required: arg.required,
        channel_types: None,
        choices: Cow::Borrowed(&[]),
        type_setter: Some(match arg.kind {
            ArgKind::Text { .. } | ArgKind::Choice(_) => {
                |option: CreateCommandOption| option.kind(CommandOptionType::String)
            }
            ArgKind::Int { .. } => |option: CreateCommandOption| option.kind(CommandOptionType::Integer),
            ArgKind::Person => |option: CreateCommandOption| option.kind(CommandOptionType::User),
        }),
        // Completion is answered by our own sender, which keeps to the limits.
        autocomplete_callback: None,
        __non_exhaustive: (),
    }
}
