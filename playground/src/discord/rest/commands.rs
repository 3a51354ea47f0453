//! Registering commands.

use serde_json::{Value, json};

use super::{Answer, Request};
use crate::discord::{
    check::command,
    refusal::{FieldErrors, Refusal},
    world::{Scope, shown},
};

impl Request<'_> {
    /// Where the command is registered; only for the bot's own application.
    fn scope(&self) -> Result<Scope, Refusal> {
        let world = self.discord.world();
        if self.id("application_id") != world.bot.id {
            return Err(Refusal::WRONG_APPLICATION);
        }
        match self.params.get("guild_id") {
            "" => Ok(Scope::Global),
            guild if guild.parse() == Ok(world.guild.id) => Ok(Scope::Guild(world.guild.id)),
            _ => Err(Refusal::UNKNOWN_GUILD),
        }
    }

    fn changed(&self) {
        self.discord.tell(json!({"kind": "commands"}));
    }

    pub(super) fn list_commands(self) -> Answer {
        let scope = self.scope()?;
        let localized = self.wants("with_localizations");
        let world = self.discord.world();
        Ok(Some(world.commands_of(scope).map(|command| shown(command, localized)).collect()))
    }

    pub(super) fn set_commands(self) -> Answer {
        let scope = self.scope()?;
        let bodies = self.sent.body.as_array().cloned().unwrap_or_default();
        command::check_all(&bodies)?;
        let now_ms = self.discord.now_ms();
        let all: Vec<Value> = {
            let mut world = self.discord.world();
            let ids = world.put_commands(scope, &bodies, now_ms);
            ids.iter().filter_map(|id| world.command(scope, *id).cloned()).collect()
        };
        self.changed();
        Ok(Some(Value::Array(all)))
    }

    pub(super) fn create_command(self) -> Answer {
        let scope = self.scope()?;
        self.put(scope, &self.sent.body)
    }

    pub(super) fn get_command(self) -> Answer {
        let scope = self.scope()?;
        let world = self.discord.world();
        let command = world.command(scope, self.id("command_id")).ok_or(Refusal::UNKNOWN_COMMAND)?;
        Ok(Some(command.clone()))
    }

    pub(super) fn update_command(self) -> Answer {
        let scope = self.scope()?;
        let id = self.id("command_id");
        let mut command = self.discord.world().command(scope, id).cloned().ok_or(Refusal::UNKNOWN_COMMAND)?;
        for (field, value) in self.sent.body.as_object().into_iter().flatten() {
            command[field.as_str()] = value.clone();
        }
        self.put(scope, &command)
    }

    pub(super) fn delete_command(self) -> Answer {
        let scope = self.scope()?;
        let id = self.id("command_id");
        let mut world = self.discord.world();
        world.command(scope, id).ok_or(Refusal::UNKNOWN_COMMAND)?;
        world.commands.remove(&id);
        drop(world);
        self.changed();
        Ok(None)
    }

    fn put(&self, scope: Scope, body: &Value) -> Answer {
        let mut errors = FieldErrors::default();
        command::check(body, &[], &mut errors);
        Refusal::form(errors)?;
        let now_ms = self.discord.now_ms();
        let mut world = self.discord.world();
        let (id, _) = world.put_command(scope, body, now_ms);
        let registered = world.command(scope, id).cloned();
        drop(world);
        self.changed();
        Ok(registered)
    }
}
