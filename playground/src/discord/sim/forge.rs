//! What no honest client sends: any data at all, under somebody's own name.

use anyhow::{Context, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::discord::Discord;

/// An interaction made by hand.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Forgery {
    /// 2 command, 3 component, 5 modal.
    pub(super) kind: u8,
    /// What its kind adds, as it is to reach the bot.
    pub(super) data: Value,
}

impl Discord {
    /// A person sends `forgery`, on a message they see if one is named; returns the interaction.
    pub(super) fn forge(
        &self,
        user: u64,
        channel: u64,
        message: Option<u64>,
        forgery: &Forgery,
    ) -> anyhow::Result<u64> {
        ensure!(matches!(forgery.kind, 2 | 3 | 5), "a forgery is a command, a press or a submitted modal");
        let now_ms = self.now_ms();
        let (id, raw) = {
            let mut world = self.world();
            let place = world.channels.get(&channel).context("no such channel")?;
            ensure!(world.may_see(user, place), "that person is not in that channel");
            let shown =
                message.map(|message| place.message(message).context("no such message")).transpose()?;
            ensure!(shown.is_none_or(|shown| shown.is_for(user)), "that person does not see the message");
            let raw = shown.map(|shown| shown.raw.clone());
            let named = forgery.data["name"].as_str().filter(|_| forgery.kind == 2);
            let id = world.start_interaction((forgery.kind, user, channel), message, (named, None), now_ms);
            (id, raw)
        };
        self.dispatch(id, &forgery.data, raw);
        Ok(id)
    }
}
