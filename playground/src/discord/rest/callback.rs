//! The first answer to an interaction.

use serde_json::{Value, json};

use super::{Answer, Request};
use crate::discord::{
    check::{
        message::{self, Setting, flag},
        modal,
    },
    refusal::Refusal,
    world::{Born, Id, Interaction, Modal, State},
};

impl Request<'_> {
    pub(super) fn answer_interaction(self) -> Answer {
        let id = self.id("interaction_id");
        let now_ms = self.discord.now_ms();
        {
            let mut world = self.discord.world();
            let interaction = world
                .by_token(self.params.get("interaction_token"))
                .filter(|interaction| interaction.id == id)
                .ok_or(Refusal::UNKNOWN_INTERACTION)?;
            if matches!(interaction.state, State::Acknowledged | State::Answered) {
                return Err(Refusal::ACKNOWLEDGED);
            }
            if interaction.state == State::Failed || !interaction.in_time(now_ms) {
                return Err(Refusal::UNKNOWN_INTERACTION);
            }
            allowed(interaction, &self.sent.body["type"])?;
        }
        let with_response = self.wants("with_response");
        let kind = self.sent.body["type"].as_i64().unwrap_or_default();
        let discord = self.discord;
        self.apply(id, kind, now_ms)?;
        discord.tell_interaction(id);
        Ok(with_response.then(|| response(discord, id, kind)))
    }

    fn apply(mut self, id: Id, kind: i64, now_ms: i64) -> Result<(), Refusal> {
        let data = std::mem::take(&mut self.sent.body["data"]);
        match kind {
            4 => self.say(id, &data, now_ms),
            5 => {
                let ephemeral = message::flags(&data) & flag::EPHEMERAL != 0;
                self.place(id, &json!({}), ephemeral, true, State::Acknowledged, now_ms);
                Ok(())
            }
            6 => {
                self.with(id, |interaction| {
                    interaction.original = interaction.source;
                    interaction.answer(State::Acknowledged, now_ms);
                });
                Ok(())
            }
            7 => self.replace(id, &data, now_ms),
            8 => {
                self.with(id, |interaction| {
                    interaction.choices = Some(data["choices"].clone());
                    interaction.answer(State::Answered, now_ms);
                });
                Ok(())
            }
            _ => self.open_modal(id, data, now_ms),
        }
    }

    fn with(&self, id: Id, change: impl FnOnce(&mut Interaction)) {
        if let Some(interaction) = self.discord.world().interactions.get_mut(&id) {
            change(interaction);
        }
    }

    /// Type 4: a message.
    fn say(&mut self, id: Id, data: &Value, now_ms: i64) -> Result<(), Refusal> {
        let files = self.sent.file_names(&Value::Null);
        message::check(data, &Setting { before: None, files: &files, base: &["data"] })?;
        let ephemeral = message::flags(data) & flag::EPHEMERAL != 0;
        self.place(id, data, ephemeral, false, State::Answered, now_ms);
        Ok(())
    }

    /// Puts the first answer into the channel.
    fn place(&mut self, id: Id, data: &Value, ephemeral: bool, loading: bool, state: State, now_ms: i64) {
        let files = std::mem::take(&mut self.sent.files);
        let at = self.discord.files_at();
        let mut world = self.discord.world();
        let Some((user, channel)) = world.interactions.get(&id).map(|it| (it.user, it.channel)) else {
            return;
        };
        let born = Born { interaction: Some(id), only_for: ephemeral.then_some(user), loading };
        let message = world.create_message(channel, data, files, born, (now_ms, &at));
        if let Some(interaction) = world.interactions.get_mut(&id) {
            interaction.original = Some(message);
            interaction.touch(message);
            interaction.answer(state, now_ms);
        }
        drop(world);
        self.discord.tell_message("message", channel, message);
    }

    /// Type 7: the message whose component was used, changed.
    fn replace(&mut self, id: Id, data: &Value, now_ms: i64) -> Result<(), Refusal> {
        let (channel, source, before) = {
            let world = self.discord.world();
            let interaction = world.interactions.get(&id).ok_or(Refusal::UNKNOWN_INTERACTION)?;
            let source = interaction.source.ok_or(Refusal::UNKNOWN_MESSAGE)?;
            let channel = world.channels.get(&interaction.channel).ok_or(Refusal::UNKNOWN_CHANNEL)?;
            let message = channel.message(source).ok_or(Refusal::UNKNOWN_MESSAGE)?;
            (channel.id, source, message.raw.clone())
        };
        let files = self.sent.file_names(&before);
        message::check(data, &Setting { before: Some(&before), files: &files, base: &["data"] })?;
        let files = std::mem::take(&mut self.sent.files);
        let at = self.discord.files_at();
        self.discord.world().edit_message(channel, source, data, files, (now_ms, &at));
        self.with(id, |interaction| {
            interaction.original = Some(source);
            interaction.touch(source);
            interaction.answer(State::Answered, now_ms);
        });
        self.discord.tell_message("edited", channel, source);
        Ok(())
    }

    /// Type 9: a modal, in place of the one that person had open.
    fn open_modal(&self, id: Id, data: Value, now_ms: i64) -> Result<(), Refusal> {
        modal::check(&data)?;
        let mut world = self.discord.world();
        let modal = world.next_id(now_ms);
        let Some(interaction) = world.interactions.get_mut(&id) else {
            return Err(Refusal::UNKNOWN_INTERACTION);
        };
        interaction.modal = Some(modal);
        interaction.answer(State::Answered, now_ms);
        let (user, channel, source) = (interaction.user, interaction.channel, interaction.source);
        world.modals.retain(|_, open| open.user != user);
        let opened = Modal { id: modal, user, channel, source, opener: id, raw: data };
        world.modals.insert(modal, opened);
        drop(world);
        let (user, modal) = (user.to_string(), modal.to_string());
        self.discord.tell(json!({"kind": "modal", "user": user, "modal": modal}));
        Ok(())
    }
}

/// Which answers a kind of interaction takes.
fn allowed(interaction: &Interaction, kind: &Value) -> Result<(), Refusal> {
    let choices: &[i64] = match (interaction.kind, interaction.source.is_some()) {
        (4, _) => &[8],
        (2, _) => &[4, 5, 9, 10, 12],
        (3, _) => &[4, 5, 6, 7, 9, 10, 12],
        (_, true) => &[4, 5, 6, 7, 10, 12],
        (_, false) => &[4, 5, 10, 12],
    };
    // the stand-in sells nothing and launches nothing
    let played = choices.iter().filter(|choice| **choice < 10);
    if played.into_iter().any(|choice| Some(*choice) == kind.as_i64()) {
        return Ok(());
    }
    let list: Vec<String> = choices.iter().map(ToString::to_string).collect();
    let message = format!("Value must be one of {{{}}}.", list.join(", "));
    Err(Refusal::field(&["type"], "BASE_TYPE_CHOICES", message))
}

/// What `with_response` gives back.
fn response(discord: &crate::discord::Discord, id: Id, kind: i64) -> Value {
    let world = discord.world();
    let Some(interaction) = world.interactions.get(&id) else { return Value::Null };
    let mut response = json!({
        "interaction": {"id": id.to_string(), "type": interaction.kind},
        "resource": {"type": kind},
    });
    let message = interaction.original.and_then(|id| world.channels.get(&interaction.channel)?.message(id));
    if let Some(message) = message {
        let about = &mut response["interaction"];
        about["response_message_id"] = message.raw["id"].clone();
        about["response_message_loading"] = json!(message.is_loading());
        about["response_message_ephemeral"] = json!(message.only_for.is_some());
        if matches!(kind, 4 | 7) {
            response["resource"]["message"] = message.raw.clone();
        }
    }
    response
}
