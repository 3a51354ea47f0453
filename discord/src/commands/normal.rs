//! Two registration bodies made comparable.
//!
//! Discord's answer has ids, nulls and defaults that ours hasn't.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What Discord adds or what says nothing about the command.
const ADDED: [&str; 9] = [
    "id",
    "application_id",
    "guild_id",
    "version",
    "dm_permission",
    "default_permission",
    "handler",
    "name_localized",
    "description_localized",
];

/// Commands by name, reduced to what was meant.
pub(super) fn normal(commands: &[Value]) -> BTreeMap<String, Value> {
    let named = commands.iter().map(|command| {
        let mut command = reduced(command);
        command.entry("type").or_insert_with(|| 1.into());
        for (key, default) in [("integration_types", vec![0]), ("contexts", vec![0, 1, 2])] {
            let mut numbers = command
                .get(key)
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_else(|| default.into_iter().map(Value::from).collect());
            numbers.sort_by_key(Value::as_u64);
            command.insert(key.to_owned(), numbers.into());
        }
        let name = command.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        (name, Value::Object(command))
    });
    named.collect()
}

fn reduced(value: &Value) -> Map<String, Value> {
    let Some(fields) = value.as_object() else { return Map::new() };
    let kept = fields.iter().filter(|(key, _)| !ADDED.contains(&key.as_str())).filter_map(|(key, value)| {
        let value = match value {
            Value::Object(_) => Value::Object(reduced(value)),
            Value::Array(items) if items.iter().all(Value::is_object) => {
                items.iter().map(|item| Value::Object(reduced(item))).collect()
            }
            other => other.clone(),
        };
        let says_nothing = match &value {
            Value::Null | Value::Bool(false) => true,
            Value::Array(items) => items.is_empty(),
            Value::Object(fields) => fields.is_empty(),
            _ => false,
        };
        (!says_nothing).then(|| (key.clone(), value))
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::commands::registration;

    #[test]
    fn what_discord_echoes_equals_what_we_sent() {
        let ours = registration();
        let echoed: Vec<Value> = ours
            .iter()
            .map(|command| {
                let mut echo = command.clone();
                echo["id"] = "1".into();
                echo["version"] = "2".into();
                echo["nsfw"] = false.into();
                echo["default_member_permissions"] = Value::Null;
                echo["name_localizations"] = Value::Null;
                echo["contexts"] = json!([2, 0, 1]);
                for option in echo["options"].as_array_mut().into_iter().flatten() {
                    option["name_localizations"] = Value::Null;
                    option["choices"].is_null().then(|| option.as_object_mut().map(|o| o.remove("choices")));
                }
                echo
            })
            .collect();
        assert_eq!(normal(&ours), normal(&echoed));
    }

    #[test]
    fn a_changed_bound_or_choice_is_seen() {
        let ours = registration();
        let mut other = ours.clone();
        let option = other
            .iter_mut()
            .find_map(|command| command.pointer_mut("/options/0/choices/0/name"))
            .expect("a command with choices");
        *option = "Something else".into();
        assert_ne!(normal(&ours), normal(&other));
    }
}
