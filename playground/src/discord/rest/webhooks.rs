//! What an interaction's token still allows after the first answer.

use serde_json::Value;

use super::{Answer, Request};
use crate::discord::{
    check::message::{self, Setting, flag},
    refusal::Refusal,
    world::{Born, Id, Message, State},
};

/// Follow-ups of an app that is installed by a person only.
const FOLLOWUPS: u32 = 5;

/// An interaction that was answered and whose token still works.
#[derive(Clone, Copy)]
struct Alive {
    id: Id,
    user: Id,
    channel: Id,
    original: Option<Id>,
}

impl Request<'_> {
    fn alive(&self) -> Result<Alive, Refusal> {
        let now_ms = self.discord.now_ms();
        let mut world = self.discord.world();
        if self.id("webhook_id") != world.bot.id {
            return Err(Refusal::UNKNOWN_WEBHOOK);
        }
        let interaction = world
            .by_token(self.params.get("webhook_token"))
            .filter(|interaction| interaction.is_alive(now_ms))
            .ok_or(Refusal::BAD_WEBHOOK_TOKEN)?;
        if matches!(interaction.state, State::Pending | State::Failed) {
            return Err(Refusal::UNKNOWN_WEBHOOK);
        }
        let (id, user, channel) = (interaction.id, interaction.user, interaction.channel);
        Ok(Alive { id, user, channel, original: interaction.original })
    }

    /// The message the path names, as it stands; it must be one of this interaction's.
    fn target(&self, alive: Alive) -> Result<(Id, Value), Refusal> {
        let named = match self.params.get("message_id") {
            "" => alive.original,
            id => id.parse().ok(),
        };
        let id = named.ok_or(Refusal::UNKNOWN_MESSAGE)?;
        let world = self.discord.world();
        let message = world.channels.get(&alive.channel).and_then(|channel| channel.message(id));
        let own = message.filter(|message| {
            alive.original == Some(id) || message.interaction.is_some_and(|born| born == alive.id)
        });
        own.map(|message| (id, message.raw.clone())).ok_or(Refusal::UNKNOWN_MESSAGE)
    }

    pub(super) fn get_webhook_message(self) -> Answer {
        let alive = self.alive()?;
        self.target(alive).map(|(_, raw)| Some(raw))
    }

    pub(super) fn update_webhook_message(self) -> Answer {
        let alive = self.alive()?;
        let (id, before) = self.target(alive)?;
        self.change(alive, id, &before)
    }

    fn change(mut self, alive: Alive, id: Id, before: &Value) -> Answer {
        let files = self.sent.file_names(before);
        message::check(&self.sent.body, &Setting { before: Some(before), files: &files, base: &[] })?;
        let files = std::mem::take(&mut self.sent.files);
        let place = (self.discord.now_ms(), self.discord.files_at());
        let raw = {
            let mut world = self.discord.world();
            world.edit_message(alive.channel, id, &self.sent.body, files, (place.0, &place.1));
            if let Some(interaction) = world.interactions.get_mut(&alive.id) {
                interaction.touch(id);
                interaction.answer(State::Answered, place.0);
            }
            world
                .channels
                .get(&alive.channel)
                .and_then(|channel| channel.message(id))
                .map(|it| it.raw.clone())
        };
        self.discord.tell_message("edited", alive.channel, id);
        self.discord.tell_interaction(alive.id);
        raw.map(Some).ok_or(Refusal::UNKNOWN_MESSAGE)
    }

    pub(super) fn delete_webhook_message(self) -> Answer {
        let alive = self.alive()?;
        let (id, _) = self.target(alive)?;
        let now_ms = self.discord.now_ms();
        {
            let mut world = self.discord.world();
            world.delete_message(alive.channel, id);
            if let Some(interaction) = world.interactions.get_mut(&alive.id) {
                interaction.answer(State::Answered, now_ms);
            }
        }
        self.discord.tell_deleted(alive.channel, id);
        self.discord.tell_interaction(alive.id);
        Ok(None)
    }

    pub(super) fn follow_up(mut self) -> Answer {
        let alive = self.alive()?;
        let waiting = alive.original.filter(|id| {
            let world = self.discord.world();
            let channel = world.channels.get(&alive.channel);
            channel.and_then(|channel| channel.message(*id)).is_some_and(Message::is_loading)
        });
        if let Some(id) = waiting {
            // the first follow-up fills the deferred answer, whose privacy is fixed
            let (_, before) = self.target(Alive { original: Some(id), ..alive })?;
            return self.change(alive, id, &before);
        }
        let files = self.sent.file_names(&Value::Null);
        message::check(&self.sent.body, &Setting { before: None, files: &files, base: &[] })?;
        let now_ms = self.discord.now_ms();
        let ephemeral = message::flags(&self.sent.body) & flag::EPHEMERAL != 0;
        let files = std::mem::take(&mut self.sent.files);
        let at = self.discord.files_at();
        let (id, raw) = {
            let mut world = self.discord.world();
            let by_person_only = world.owners(alive.user, alive.channel).get("0").is_none();
            let interaction = world.interactions.get_mut(&alive.id).ok_or(Refusal::BAD_WEBHOOK_TOKEN)?;
            if by_person_only && interaction.followups >= FOLLOWUPS {
                return Err(Refusal::TOO_MANY_FOLLOWUPS);
            }
            interaction.followups += 1;
            let only_for = ephemeral.then_some(alive.user);
            let born = Born { interaction: Some(alive.id), only_for, loading: false };
            let id = world.create_message(alive.channel, &self.sent.body, files, born, (now_ms, &at));
            if let Some(interaction) = world.interactions.get_mut(&alive.id) {
                interaction.touch(id);
                interaction.answer(State::Answered, now_ms);
            }
            let message = world.channels.get(&alive.channel).and_then(|channel| channel.message(id));
            (id, message.map(|message| message.raw.clone()))
        };
        self.discord.tell_message("message", alive.channel, id);
        self.discord.tell_interaction(alive.id);
        raw.map(Some).ok_or(Refusal::UNKNOWN_MESSAGE)
    }
}
