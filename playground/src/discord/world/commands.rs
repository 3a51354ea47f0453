//! Registered commands.

use serde_json::{Value, json};

use super::{Id, World};
use crate::discord::check::command::kind_of;

/// Where a command is registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::discord) enum Scope {
    Global,
    Guild(Id),
}

/// Fields of an option that Discord gives back only where they say something.
const OPTION_FIELDS: [&str; 9] = [
    "choices",
    "options",
    "channel_types",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
    "autocomplete",
    "required",
];

impl World {
    /// Registers one command, in place of the one of the same name and type. Says whether it is new.
    pub(in crate::discord) fn put_command(&mut self, scope: Scope, body: &Value, now_ms: i64) -> (Id, bool) {
        let same = self.commands.iter().find(|(_, (of, command))| {
            *of == scope && command["name"] == body["name"] && kind_of(command) == kind_of(body)
        });
        let known = same.map(|(id, (_, command))| (*id, command.clone()));
        let id = known.as_ref().map_or_else(|| self.next_id(now_ms), |(id, _)| *id);
        let mut command = self.complete(id, scope, body);
        command["version"] = match &known {
            Some((_, before)) if same_but_version(before, &command) => before["version"].clone(),
            _ => json!(self.next_id(now_ms).to_string()),
        };
        self.commands.insert(id, (scope, command));
        (id, known.is_none())
    }

    /// Registers `bodies` and nothing else.
    pub(in crate::discord) fn put_commands(
        &mut self,
        scope: Scope,
        bodies: &[Value],
        now_ms: i64,
    ) -> Vec<Id> {
        let ids: Vec<Id> = bodies.iter().map(|body| self.put_command(scope, body, now_ms).0).collect();
        self.commands.retain(|id, (of, _)| *of != scope || ids.contains(id));
        ids
    }

    /// The command, if it is registered there.
    pub(in crate::discord) fn command(&self, scope: Scope, id: Id) -> Option<&Value> {
        self.commands.get(&id).filter(|(of, _)| *of == scope).map(|(_, command)| command)
    }

    /// All commands registered there.
    pub(in crate::discord) fn commands_of(&self, scope: Scope) -> impl Iterator<Item = &Value> {
        self.commands.values().filter(move |(of, _)| *of == scope).map(|(_, command)| command)
    }

    fn complete(&self, id: Id, scope: Scope, body: &Value) -> Value {
        let permissions = &body["default_member_permissions"];
        let permissions = match permissions.as_u64() {
            Some(bits) => json!(bits.to_string()),
            None => permissions.clone(),
        };
        let or = |field: &str, default: Value| {
            Some(&body[field]).filter(|value| !value.is_null()).cloned().unwrap_or(default)
        };
        let mut command = json!({
            "id": id.to_string(),
            "application_id": self.bot.id.to_string(),
            "type": kind_of(body),
            "name": body["name"],
            "name_localizations": body["name_localizations"],
            "description": or("description", json!("")),
            "description_localizations": body["description_localizations"],
            "default_member_permissions": permissions,
            "nsfw": body["nsfw"] == true,
        });
        match scope {
            Scope::Guild(guild) => command["guild_id"] = json!(guild.to_string()),
            Scope::Global => {
                command["dm_permission"] = or("dm_permission", json!(true));
                command["contexts"] = body["contexts"].clone();
                command["integration_types"] = or("integration_types", json!([0]));
            }
        }
        let options: Vec<Value> = body["options"].as_array().into_iter().flatten().map(option).collect();
        if !options.is_empty() {
            command["options"] = Value::Array(options);
        }
        command
    }
}

/// An option or a choice as Discord gives it back.
fn option(given: &Value) -> Value {
    let mut shown = json!({
        "type": given["type"],
        "name": given["name"],
        "name_localizations": given["name_localizations"],
        "description": given["description"],
        "description_localizations": given["description_localizations"],
    });
    for field in OPTION_FIELDS {
        let value = match (&given[field], field) {
            (Value::Null | Value::Bool(false), _) => continue,
            (Value::Array(list), _) if list.is_empty() => continue,
            (Value::Array(list), "options") => list.iter().map(option).collect(),
            (value, _) => value.clone(),
        };
        shown[field] = value;
    }
    shown
}

fn same_but_version(before: &Value, after: &Value) -> bool {
    let mut before = before.clone();
    if let Some(before) = before.as_object_mut() {
        before.remove("version");
    }
    before == *after
}

/// A command as GET shows it: without `localized`, the translations are left out.
pub(in crate::discord) fn shown(command: &Value, localized: bool) -> Value {
    let mut command = command.clone();
    if !localized {
        strip(&mut command);
    }
    command
}

fn strip(item: &mut Value) {
    let Some(object) = item.as_object_mut() else { return };
    object.retain(|field, _| !field.ends_with("_localizations"));
    for list in ["options", "choices"] {
        for nested in object.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            strip(nested);
        }
    }
}
