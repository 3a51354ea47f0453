//! The registration body, as our own JSON.
//!
//! poise can't carry bounds and string choices from data.

use bot_core::flows::catalogue::{self, ArgKind, ArgSpec, CommandSpec};
use serde_json::{Value, json};

use super::{Top, own_name, tops};

/// Kinds of a command and of its options.
const SLASH: u8 = 1;
const ON_MESSAGE: u8 = 3;
pub(super) const SUBCOMMAND: u8 = 1;
pub(super) const STRING: u8 = 3;
pub(super) const INTEGER: u8 = 4;
pub(super) const USER: u8 = 6;
/// Installed in a server and by a person for themselves.
const INSTALLS: [u8; 2] = [0, 1];
/// Used in servers, in the bot's direct messages and in other private channels.
const CONTEXTS: [u8; 3] = [0, 1, 2];

/// Every command as Discord registers it.
pub fn registration() -> Vec<Value> {
    tops().iter().map(command).chain(catalogue::ON_MESSAGES.iter().map(|path| on_message(path))).collect()
}

/// A command in the menu of a message: a name and nothing else.
fn on_message(path: &str) -> Value {
    json!({
        "type": ON_MESSAGE, "name": catalogue::message_label(path),
        "integration_types": INSTALLS, "contexts": CONTEXTS,
    })
}

fn command(top: &Top) -> Value {
    let (name, description, options) = match top {
        Top::Single(spec) => (spec.path, catalogue::description(spec), arguments(spec)),
        Top::Group { name, parts } => {
            let parts = parts.iter().map(|spec| {
                let mut part = json!({
                    "type": SUBCOMMAND, "name": own_name(spec), "description": catalogue::description(spec),
                });
                let options = arguments(spec);
                if !options.is_empty() {
                    part["options"] = options.into();
                }
                part
            });
            (*name, catalogue::group_description(name), parts.collect())
        }
    };
    let mut body = json!({
        "type": SLASH, "name": name, "description": description,
        "integration_types": INSTALLS, "contexts": CONTEXTS,
    });
    if !options.is_empty() {
        body["options"] = options.into();
    }
    body
}

/// The arguments, those that must be given first: Discord insists.
fn arguments(spec: &CommandSpec) -> Vec<Value> {
    let (required, free): (Vec<&ArgSpec>, Vec<&ArgSpec>) = spec.args.iter().partition(|arg| arg.required);
    required.into_iter().chain(free).map(|arg| argument(spec, arg)).collect()
}

fn argument(spec: &CommandSpec, arg: &ArgSpec) -> Value {
    let mut body = json!({
        "name": arg.name, "description": catalogue::arg_description(spec, arg), "required": arg.required,
    });
    match arg.kind {
        ArgKind::Text { max } => {
            body["type"] = STRING.into();
            body["max_length"] = max.into();
            if arg.suggests {
                body["autocomplete"] = true.into();
            }
        }
        ArgKind::Int { min, max } => {
            body["type"] = INTEGER.into();
            body["min_value"] = min.into();
            body["max_value"] = max.into();
        }
        ArgKind::Choice(choices) => {
            body["type"] = STRING.into();
            body["choices"] = choices
                .iter()
                .map(|choice| json!({ "name": catalogue::choice_label(arg, choice), "value": choice }))
                .collect();
        }
        ArgKind::Person => body["type"] = USER.into(),
    }
    body
}
