//! Pressing a button, choosing from a select.

use anyhow::{Context, bail, ensure};
use serde_json::{Value, json};

use crate::discord::{
    Discord,
    check::component::{children, kind, kind_of},
    world::{World, id_of},
};

impl Discord {
    /// A person uses a component of a message; returns the interaction.
    pub fn press(
        &self,
        user: u64,
        message: u64,
        custom_id: &str,
        values: Option<&[String]>,
    ) -> anyhow::Result<u64> {
        let now_ms = self.now_ms();
        let (id, data, raw) = {
            let mut world = self.world();
            let (channel, shown) = world.find_message(message).context("no such message")?;
            let visible = shown.is_for(user) && world.may_see(user, channel);
            ensure!(visible, "that person does not see the message");
            let (channel, raw) = (channel.id, shown.raw.clone());
            let component = find(&raw["components"], custom_id).context("no such component")?;
            ensure!(component["disabled"] != true, "the component is disabled");
            let data = data(&world, component, values)?;
            let id = world.start_interaction((3, user, channel), Some(message), (None, None), now_ms);
            (id, data, raw)
        };
        self.dispatch(id, &data, Some(raw));
        Ok(id)
    }
}

fn find<'a>(components: &'a Value, custom_id: &str) -> Option<&'a Value> {
    fn within<'a>(component: &'a Value, custom_id: &str) -> Option<&'a Value> {
        if component["custom_id"] == custom_id {
            return Some(component);
        }
        children(component).into_iter().find_map(|(_, child)| within(child, custom_id))
    }
    components.as_array()?.iter().find_map(|component| within(component, custom_id))
}

fn data(world: &World, component: &Value, values: Option<&[String]>) -> anyhow::Result<Value> {
    let kind = kind_of(component);
    let mut data =
        json!({"custom_id": component["custom_id"], "component_type": kind, "id": component["id"]});
    if kind == kind::BUTTON {
        ensure!(values.is_none_or(<[String]>::is_empty), "a button has no values");
        return Ok(data);
    }
    let values = values.unwrap_or_default();
    let count = values.len() as u64;
    let (least, most) = (component["min_values"].as_u64(), component["max_values"].as_u64());
    ensure!(count >= least.unwrap_or(1), "too few values");
    ensure!(count <= most.unwrap_or(1), "too many values");
    if kind == kind::STRING_SELECT {
        let options = component["options"].as_array().map(Vec::as_slice).unwrap_or_default();
        for value in values {
            ensure!(options.iter().any(|option| option["value"] == **value), "{value} is not offered");
        }
    } else {
        data["resolved"] = resolved(world, kind, values)?;
    }
    data["values"] = json!(values);
    Ok(data)
}

fn resolved(world: &World, kind: i64, values: &[String]) -> anyhow::Result<Value> {
    let mut resolved = json!({});
    for value in values {
        let id = id_of(&json!(value)).context("not an id")?;
        match kind {
            5 | 7 => {
                let person = world.person(id).context("no such user")?;
                resolved["users"][value] = person.user();
                if person.in_guild {
                    resolved["members"][value] = person.member_alone(&world.guild);
                }
            }
            8 => {
                let channel = world.channels.get(&id).context("no such channel")?;
                resolved["channels"][value] = world.channel_object(channel);
            }
            _ => bail!("the server has no roles"),
        }
    }
    Ok(resolved)
}
