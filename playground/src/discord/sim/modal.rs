//! Sending off a modal.

use anyhow::{Context, ensure};
use serde_json::{Map, Value, json};

use crate::discord::{
    Discord,
    check::component::{kind, kind_of},
};

impl Discord {
    /// A person sends off a modal they have open; returns the interaction.
    pub fn submit(&self, user: u64, modal: u64, fields: &Map<String, Value>) -> anyhow::Result<u64> {
        let now_ms = self.now_ms();
        let (id, data, message) = {
            let mut world = self.world();
            let open = world.modals.get(&modal).filter(|open| open.user == user).context("no such modal")?;
            let data = data(&open.raw, fields)?;
            let (channel, source, opener) = (open.channel, open.source, open.opener);
            let shown = source.and_then(|source| world.channels.get(&channel)?.message(source));
            let message = shown.map(|message| message.raw.clone());
            // a card that is gone by now can't be changed any more
            let source = source.filter(|_| message.is_some());
            world.modals.remove(&modal);
            let id = world.start_interaction((5, user, channel), source, (None, Some(opener)), now_ms);
            (id, data, message)
        };
        self.tell(json!({"kind": "modal_closed", "user": user.to_string(), "modal": modal.to_string()}));
        self.dispatch(id, &data, message);
        Ok(id)
    }

    /// A person closes a modal without sending it off: the bot is not told.
    pub fn dismiss(&self, user: u64, modal: u64) -> anyhow::Result<()> {
        {
            let mut world = self.world();
            world.modals.get(&modal).filter(|open| open.user == user).context("no such modal")?;
            world.modals.remove(&modal);
        }
        self.tell(json!({"kind": "modal_closed", "user": user.to_string(), "modal": modal.to_string()}));
        Ok(())
    }
}

fn data(modal: &Value, fields: &Map<String, Value>) -> anyhow::Result<Value> {
    let shown = modal["components"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut next = 1_u64;
    let mut known = Vec::new();
    let mut components = Vec::new();
    for component in shown {
        let id = next;
        next += 1;
        let mut sent = json!({"type": component["type"], "id": id});
        match kind_of(component) {
            kind::ROW => {
                let inputs = component["components"].as_array().into_iter().flatten();
                let filled = inputs.map(|input| fill(input, fields, &mut next, &mut known));
                sent["components"] = Value::Array(filled.collect::<anyhow::Result<_>>()?);
            }
            kind::LABEL => sent["component"] = fill(&component["component"], fields, &mut next, &mut known)?,
            _ => {}
        }
        components.push(sent);
    }
    for name in fields.keys() {
        ensure!(known.contains(name), "the modal has no field {name}");
    }
    Ok(json!({"custom_id": modal["custom_id"], "components": components}))
}

fn fill(
    input: &Value,
    fields: &Map<String, Value>,
    next: &mut u64,
    known: &mut Vec<String>,
) -> anyhow::Result<Value> {
    let name = input["custom_id"].as_str().unwrap_or_default().to_owned();
    let mut sent = json!({"type": input["type"], "id": *next, "custom_id": name});
    *next += 1;
    let given = fields.get(&name).cloned();
    let required = input["required"] != false;
    if kind_of(input) == kind::TEXT_INPUT {
        // what the bot filled in stays, unless the person writes something else
        let value = given.unwrap_or_else(|| input["value"].clone());
        let value = value.as_str().unwrap_or_default();
        let length = value.chars().count() as u64;
        ensure!(!required || length > 0, "{name} is required");
        if length > 0 {
            ensure!(length >= input["min_length"].as_u64().unwrap_or_default(), "{name} is too short");
            ensure!(length <= input["max_length"].as_u64().unwrap_or(4_000), "{name} is too long");
        }
        sent["value"] = json!(value);
    } else {
        ensure!(!required || given.is_some(), "{name} is required");
        match given {
            Some(Value::Array(values)) => sent["values"] = Value::Array(values),
            Some(value) => sent["value"] = value,
            None => sent["values"] = json!([]),
        }
    }
    known.push(name);
    Ok(sent)
}
