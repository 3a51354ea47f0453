//! The people of the stand-in, and the bot.

use serde_json::{Value, json};

use super::{Guild, Id, World, iso};
use crate::discord::refusal::Refusal;

/// What anybody may do in a channel: see, write, embed, attach, read back, react, use commands.
pub(in crate::discord) const PERMISSIONS: u64 =
    1 << 6 | 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 18 | 1 << 31;

/// The first person's id: an account of February 2021.
const FIRST_PERSON: Id = 812_000_000_000_000_000;
/// How far behind a person's id that of their channel with the bot is: an hour or so later.
pub(super) const TO_DM: Id = 1 << 44;

/// A user, or the bot.
#[expect(clippy::struct_excessive_bools, reason = "independent facts about one person")]
#[derive(Clone, Debug)]
pub(in crate::discord) struct Person {
    pub(in crate::discord) id: Id,
    pub(in crate::discord) username: String,
    pub(in crate::discord) global_name: String,
    pub(in crate::discord) locale: String,
    pub(in crate::discord) bot: bool,
    /// Whether they are in the bot's server.
    pub(in crate::discord) in_guild: bool,
    /// Whether they have the app installed for themselves.
    pub(in crate::discord) installed: bool,
    /// Whether they take no direct messages from the bot.
    pub(in crate::discord) dms_closed: bool,
    pub(in crate::discord) permissions: u64,
    pub(in crate::discord) dm: Option<Id>,
}

impl Person {
    pub(in crate::discord) fn new(id: Id, username: &str, global_name: &str) -> Self {
        Self {
            id,
            username: username.to_owned(),
            global_name: global_name.to_owned(),
            locale: "en-US".to_owned(),
            bot: false,
            in_guild: true,
            installed: false,
            dms_closed: false,
            permissions: PERMISSIONS,
            dm: None,
        }
    }

    /// The user object.
    pub(in crate::discord) fn user(&self) -> Value {
        json!({
            "id": self.id.to_string(),
            "username": self.username,
            "discriminator": "0",
            "global_name": self.global_name,
            "avatar": null,
            "bot": self.bot,
            "public_flags": 0,
            "flags": 0,
            "primary_guild": null,
        })
    }

    /// The member object, with the user in it.
    pub(in crate::discord) fn member(&self, guild: &Guild) -> Value {
        let mut member = self.member_alone(guild);
        member["user"] = self.user();
        member
    }

    /// The member object without the user, as in `resolved.members`.
    pub(in crate::discord) fn member_alone(&self, guild: &Guild) -> Value {
        json!({
            "nick": null,
            "avatar": null,
            "banner": null,
            "roles": [],
            "joined_at": iso(guild.since_ms),
            "premium_since": null,
            "deaf": false,
            "mute": false,
            "flags": 0,
            "pending": false,
            "communication_disabled_until": null,
            "permissions": self.permissions.to_string(),
        })
    }
}

impl World {
    /// The id of the next person. Their accounts are older than everything here, and the same people added in the same
    /// order have the same ids in every stand-in: a bot that was there before knows them again.
    pub(in crate::discord) fn next_person_id(&self) -> Id {
        FIRST_PERSON + u64::try_from(self.people.len()).unwrap_or_default()
    }

    /// A person or the bot.
    pub(in crate::discord) fn person(&self, id: Id) -> Option<&Person> {
        if id == self.bot.id { Some(&self.bot) } else { self.people.get(&id) }
    }

    /// The bot writes to somebody for the first time, or finds the channel they have.
    ///
    /// # Errors
    /// Whoever isn't there; and 40003 for more than `limit` new channels in ten minutes.
    pub(in crate::discord) fn open_dm(&mut self, user: Id, limit: usize, now_ms: i64) -> Result<Id, Refusal> {
        const WINDOW_MS: i64 = 600_000;
        if user == self.bot.id {
            return Err(Refusal::DMS_CLOSED);
        }
        let person = self.people.get(&user).ok_or(Refusal::UNKNOWN_USER)?;
        if let Some(channel) = person.dm {
            return Ok(channel);
        }
        self.dm_opens.retain(|at| now_ms - at < WINDOW_MS);
        if self.dm_opens.len() >= limit {
            return Err(Refusal::DM_TOO_FAST);
        }
        self.dm_opens.push_back(now_ms);
        self.dm_of(user).ok_or(Refusal::UNKNOWN_USER)
    }

    /// Whether the bot may write to that person now.
    pub(in crate::discord) fn may_write_to(&self, user: Id) -> Result<(), Refusal> {
        let person = self.people.get(&user).ok_or(Refusal::UNKNOWN_USER)?;
        match () {
            () if person.dms_closed => Err(Refusal::DMS_CLOSED),
            () if !person.in_guild && !person.installed => Err(Refusal::NO_MUTUAL_GUILD),
            () => Ok(()),
        }
    }
}
