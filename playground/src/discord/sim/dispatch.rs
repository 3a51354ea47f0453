//! An interaction on its way to the bot, and what happens if no answer comes.

use std::time::Duration;

use serde_json::{Value, json};

use crate::discord::{
    Discord, event,
    gateway::Audience,
    world::{ANSWER_MS, Entry, Id, State},
};

impl Discord {
    /// Sends the event; without an answer in three seconds the interaction fails.
    pub(super) fn dispatch(&self, id: Id, data: &Value, message: Option<Value>) {
        let now_ms = self.now_ms();
        let (event, guild) = {
            let world = self.world();
            let guild = world.interactions.get(&id).and_then(|it| world.guild_of(it.channel));
            (event::interaction_create(&world, id, data, message), guild)
        };
        let Some(event) = event else { return };
        self.tell_interaction(id);
        let audience = Audience { intent: 0, guild };
        if !self.sessions().publish("INTERACTION_CREATE", &event, audience, now_ms) {
            // nobody is there, and whoever comes later will not be told
            return self.fail(id);
        }
        let (discord, stop) = (self.clone(), self.0.stop.clone());
        self.0.tracker.spawn(async move {
            let patience = Duration::from_millis(ANSWER_MS.unsigned_abs());
            if stop.run_until_cancelled(tokio::time::sleep(patience)).await.is_some() {
                discord.fail(id);
            }
        });
    }

    /// What the client shows when nobody answered.
    fn fail(&self, id: Id) {
        let now_ms = self.now_ms();
        let mut world = self.world();
        let notice = world.next_id(now_ms);
        let Some(interaction) = world.interactions.get_mut(&id).filter(|it| it.state == State::Pending)
        else {
            return;
        };
        interaction.state = State::Failed;
        let (kind, user, channel) = (interaction.kind, interaction.user, interaction.channel);
        let text = match kind {
            2 => "The application did not respond",
            3 => "This interaction failed",
            _ => "Something went wrong. Try again.",
        };
        // an autocomplete list that stays empty says nothing in the chat
        let place = world.channels.get_mut(&channel).filter(|_| kind != 4);
        let shown = place.map(|place| {
            place.entries.insert(notice, Entry::Notice { user, interaction: id, text });
        });
        drop(world);
        if shown.is_some() {
            self.tell(json!({"kind": "notice", "channel": channel.to_string(), "user": user.to_string()}));
        }
        self.tell_interaction(id);
    }
}
