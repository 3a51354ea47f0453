//! Running a command, and typing one.

use std::time::Duration;

use anyhow::{Context, bail, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::discord::{
    Discord,
    check::command::kind_of,
    world::{File, Id, Scope, World, id_of},
};

/// The right to do everything in a server.
const ADMINISTRATOR: u64 = 1 << 3;

/// A command as somebody types it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Call {
    /// The command with its subcommands, as in `request post`.
    pub command: String,
    /// What is filled in, by option name.
    #[serde(default)]
    pub options: Map<String, Value>,
}

impl Call {
    /// A command with nothing filled in yet.
    pub fn new(command: &str) -> Self {
        Self { command: command.to_owned(), options: Map::new() }
    }

    /// Fills in one option.
    #[must_use]
    pub fn with(mut self, option: &str, value: impl Into<Value>) -> Self {
        self.options.insert(option.to_owned(), value.into());
        self
    }
}

impl Discord {
    /// A person runs a command in a channel; returns the interaction.
    pub fn run(&self, user: u64, channel: u64, call: &Call) -> anyhow::Result<u64> {
        let (id, data) = self.begin(2, user, channel, call, None)?;
        self.dispatch(id, &data, None);
        Ok(id)
    }

    /// A person types into `focused`; returns the suggestions.
    pub async fn autocomplete(
        &self,
        user: u64,
        channel: u64,
        call: &Call,
        focused: &str,
    ) -> anyhow::Result<Value> {
        let (id, data) = self.begin(4, user, channel, call, Some(focused))?;
        self.dispatch(id, &data, None);
        self.settled(id, Duration::from_secs(4)).await.context("nobody answered")?;
        let choices = self.world().interactions.get(&id).and_then(|interaction| interaction.choices.clone());
        choices.context("the application did not respond")
    }

    fn begin(
        &self,
        kind: u8,
        user: u64,
        channel: u64,
        call: &Call,
        focused: Option<&str>,
    ) -> anyhow::Result<(Id, Value)> {
        let (now_ms, files_at) = (self.now_ms(), self.files_at());
        let mut world = self.world();
        let place = world.channels.get(&channel).context("no such channel")?;
        ensure!(place.is_for(user) && world.may_see(user, place), "that person is not in that channel");
        let given = upload(&mut world, &call.options, now_ms)?;
        let (command, scope, path) = find(&world, &call.command)?;
        available(&world, user, channel, command)?;
        let mut typed =
            Typed { world: &world, files_at: &files_at, given: &given, focused, resolved: json!({}) };
        let data = typed.data(command, scope, &path)?;
        let name = command["name"].as_str().unwrap_or_default().to_owned();
        let full = if path.is_empty() { name } else { format!("{name} {}", path.join(" ")) };
        let id = world.start_interaction((kind, user, channel), None, (Some(&full), None), now_ms);
        Ok((id, data))
    }
}

/// The registered command, and the subcommands named behind it.
fn find<'a>(world: &'a World, words: &'a str) -> anyhow::Result<(&'a Value, Scope, Vec<&'a str>)> {
    let all = world.commands.values();
    if let Some((scope, command)) = all.clone().find(|(_, it)| kind_of(it) != 1 && it["name"] == words) {
        return Ok((command, *scope, Vec::new()));
    }
    let mut path = words.trim_start_matches('/').split_whitespace();
    let root = path.next().context("no command")?;
    let mut named = all.filter(|(_, command)| kind_of(command) == 1 && command["name"] == root);
    let (scope, command) = named.next().with_context(|| format!("/{root} is not registered"))?;
    Ok((command, *scope, path.collect()))
}

/// Whether the client offers the command to that person there.
fn available(world: &World, user: Id, channel: Id, command: &Value) -> anyhow::Result<()> {
    let context = world.context(channel);
    let contexts = command["contexts"].as_array();
    let here = match contexts {
        Some(contexts) => contexts.iter().any(|allowed| *allowed == context),
        None => context == 0 || command["dm_permission"] != false,
    };
    ensure!(here, "the command is not offered in this kind of channel");
    let person = world.person(user).context("no such user")?;
    let needed = command["default_member_permissions"].as_str().and_then(|bits| bits.parse::<u64>().ok());
    if let Some(needed) = needed.filter(|_| context == 0) {
        let has = person.permissions;
        let allowed = has & ADMINISTRATOR != 0 || (needed != 0 && has & needed == needed);
        ensure!(allowed, "that person may not use the command");
    }
    Ok(())
}

/// Files the person picked, `{filename, content_type?, base64}`, become ids.
fn upload(
    world: &mut World,
    options: &Map<String, Value>,
    now_ms: i64,
) -> anyhow::Result<Map<String, Value>> {
    let mut given = options.clone();
    for value in given.values_mut().filter(|value| value.is_object()) {
        let text = |field: &str| value[field].as_str().with_context(|| format!("a file has a {field}"));
        let bytes = BASE64_STANDARD.decode(text("base64")?).context("base64")?;
        let content_type = value["content_type"].as_str().unwrap_or("application/octet-stream").to_owned();
        let file = File { name: text("filename")?.to_owned(), content_type, bytes };
        *value = json!(world.store_file(file, now_ms).to_string());
    }
    Ok(given)
}

struct Typed<'a> {
    world: &'a World,
    files_at: &'a str,
    given: &'a Map<String, Value>,
    /// The option being typed; then nothing is required yet.
    focused: Option<&'a str>,
    resolved: Value,
}

impl Typed<'_> {
    /// The `data` of the event.
    fn data(&mut self, command: &Value, scope: Scope, path: &[&str]) -> anyhow::Result<Value> {
        let mut data = json!({"id": command["id"], "name": command["name"], "type": kind_of(command)});
        if let Scope::Guild(guild) = scope {
            data["guild_id"] = json!(guild.to_string());
        }
        if kind_of(command) == 1 {
            let options = self.level(command, path)?;
            if !options.is_empty() {
                data["options"] = Value::Array(options);
            }
        } else {
            let target = self.given.get("target").and_then(id_of).context("a target is needed")?;
            data["target_id"] = json!(target.to_string());
            self.resolve(if kind_of(command) == 2 { 6 } else { 3 }, target)?;
        }
        if self.resolved.as_object().is_some_and(|resolved| !resolved.is_empty()) {
            data["resolved"] = self.resolved.take();
        }
        Ok(data)
    }

    fn level(&mut self, parent: &Value, path: &[&str]) -> anyhow::Result<Vec<Value>> {
        let declared = parent["options"].as_array().map(Vec::as_slice).unwrap_or_default();
        let nested = declared.iter().any(|option| matches!(option["type"].as_i64(), Some(1 | 2)));
        let Some((first, rest)) = path.split_first() else {
            ensure!(!nested, "a subcommand is needed");
            return self.leaves(declared);
        };
        let group = declared
            .iter()
            .filter(|option| matches!(option["type"].as_i64(), Some(1 | 2)))
            .find(|option| option["name"] == *first)
            .with_context(|| format!("no subcommand {first}"))?;
        let options = self.level(group, rest)?;
        Ok(vec![json!({"name": first, "type": group["type"], "options": options})])
    }

    fn leaves(&mut self, declared: &[Value]) -> anyhow::Result<Vec<Value>> {
        for name in self.given.keys() {
            ensure!(declared.iter().any(|option| option["name"] == *name), "no option {name}");
        }
        let mut leaves = Vec::new();
        for option in declared {
            let name = option["name"].as_str().unwrap_or_default();
            let focused = self.focused == Some(name);
            match self.given.get(name).filter(|value| !value.is_null()) {
                Some(value) if focused => {
                    ensure!(option["autocomplete"] == true, "{name} has no suggestions");
                    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    leaves
                        .push(json!({"name": name, "type": option["type"], "value": text, "focused": true}));
                }
                None if focused => {
                    leaves.push(json!({"name": name, "type": option["type"], "value": "", "focused": true}));
                }
                Some(value) => {
                    let value = self.value(option, value).with_context(|| format!("option {name}"))?;
                    leaves.push(json!({"name": name, "type": option["type"], "value": value}));
                }
                None if option["required"] == true && self.focused.is_none() => bail!("{name} is required"),
                None => {}
            }
        }
        Ok(leaves)
    }

    /// A value as the client sends it, if the client lets it be sent.
    fn value(&mut self, option: &Value, given: &Value) -> anyhow::Result<Value> {
        let kind = option["type"].as_i64().unwrap_or_default();
        let value = match kind {
            3 => json!(given.as_str().context("not a text")?),
            4 => {
                json!(given.as_i64().or_else(|| given.as_str()?.parse().ok()).context("not a whole number")?)
            }
            5 => {
                json!(given.as_bool().or_else(|| given.as_str()?.parse().ok()).context("not true or false")?)
            }
            10 => json!(given.as_f64().or_else(|| given.as_str()?.parse().ok()).context("not a number")?),
            6..=9 | 11 => {
                let id = id_of(given).context("not an id")?;
                self.resolve(kind, id)?;
                json!(id.to_string())
            }
            _ => bail!("this kind of option can't be filled in here"),
        };
        if let Some(choices) = option["choices"].as_array() {
            ensure!(choices.iter().any(|choice| choice["value"] == value), "not one of the choices");
        }
        let length = value.as_str().filter(|_| kind == 3).map(|text| text.chars().count() as u64);
        for (size, least, most) in [
            (value.as_f64(), option["min_value"].as_f64(), option["max_value"].as_f64()),
            (
                length.map(|length| f64::from(u32::try_from(length).unwrap_or(u32::MAX))),
                option["min_length"].as_f64(),
                option["max_length"].as_f64(),
            ),
        ] {
            let Some(size) = size else { continue };
            ensure!(least.is_none_or(|least| size >= least), "too small");
            ensure!(most.is_none_or(|most| size <= most), "too large");
        }
        Ok(value)
    }

    fn resolve(&mut self, kind: i64, id: Id) -> anyhow::Result<()> {
        let key = id.to_string();
        match kind {
            6 | 9 => {
                let person = self.world.person(id).context("no such user")?;
                self.resolved["users"][&key] = person.user();
                if person.in_guild {
                    self.resolved["members"][&key] = person.member_alone(&self.world.guild);
                }
            }
            7 => {
                let channel = self.world.channels.get(&id).context("no such channel")?;
                let mut object = self.world.channel_object(channel);
                object["permissions"] = json!(self.world.bot.permissions.to_string());
                self.resolved["channels"][&key] = object;
            }
            3 => {
                let (_, message) = self.world.find_message(id).context("no such message")?;
                self.resolved["messages"][&key] = message.raw.clone();
            }
            11 => {
                let file = self.world.files.get(&id).context("no such file")?;
                self.resolved["attachments"][&key] = file.object(id, self.files_at);
            }
            _ => bail!("the server has no roles"),
        }
        Ok(())
    }
}
