//! A command's path and arguments, as the catalogue names them.

use std::collections::BTreeMap;

use bot_core::flows::catalogue::{self, ArgKind, CommandSpec};
use bot_core::ui::interaction::Arg;
use serenity::model::application::{CommandData, ResolvedOption, ResolvedTarget, ResolvedValue};
use serenity::model::id::UserId;

use super::identity;

/// A half-typed argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partial {
    /// The command's path.
    pub path: String,
    /// The argument's name.
    pub argument: String,
    /// What stands there yet.
    pub typed: String,
}

/// The path and the arguments of a command.
pub(super) fn read(data: &CommandData) -> (String, BTreeMap<String, Arg>) {
    let options = data.options();
    let (path, leaf) = leaf(&data.name, &options);
    let spec = catalogue::by_path(&path);
    let args = leaf.iter().filter_map(|option| Some((option.name.to_owned(), arg(spec, option)?))).collect();
    (path, args)
}

/// A command on a message. Its words come along if they are `user`'s own: of anybody else's nothing is read.
pub(super) fn read_on_message(data: &CommandData, user: UserId) -> Option<(String, BTreeMap<String, Arg>)> {
    let Some(ResolvedTarget::Message(message)) = data.target() else { return None };
    let path = catalogue::ON_MESSAGES.iter().find(|path| catalogue::message_label(path) == data.name)?;
    let own = (message.author.id == user).then(|| Arg::Text(message.content.clone()));
    Some(((*path).to_owned(), own.map(|words| (catalogue::WORDS.to_owned(), words)).into_iter().collect()))
}

/// The argument being typed.
pub(super) fn focused(data: &CommandData) -> Option<Partial> {
    let options = data.options();
    let (path, leaf) = leaf(&data.name, &options);
    leaf.iter().find_map(|option| match option.value {
        ResolvedValue::Autocomplete { value, .. } => {
            Some(Partial { path: path.clone(), argument: option.name.to_owned(), typed: value.to_owned() })
        }
        _ => None,
    })
}

/// Walks down to the options that are arguments, and joins the names on the way.
fn leaf<'a>(name: &str, options: &'a [ResolvedOption<'a>]) -> (String, &'a [ResolvedOption<'a>]) {
    let (mut path, mut here) = (name.to_owned(), options);
    while let [
        ResolvedOption {
            name,
            value: ResolvedValue::SubCommand(below) | ResolvedValue::SubCommandGroup(below),
            ..
        },
    ] = here
    {
        path.push(' ');
        path.push_str(name);
        here = below;
    }
    (path, here)
}

fn arg(spec: Option<&CommandSpec>, option: &ResolvedOption<'_>) -> Option<Arg> {
    let kind = spec.and_then(|spec| spec.args.iter().find(|arg| arg.name == option.name)).map(|arg| arg.kind);
    Some(match option.value {
        ResolvedValue::String(choice) if matches!(kind, Some(ArgKind::Choice(_))) => {
            Arg::Choice(choice.to_owned())
        }
        ResolvedValue::String(text) => Arg::Text(text.to_owned()),
        ResolvedValue::Integer(number) => Arg::Int(number),
        ResolvedValue::Boolean(flag) => Arg::Flag(flag),
        ResolvedValue::User(user, _) => Arg::Person(identity(user)),
        _ => return None,
    })
}
