//! Who and what there is: gateway, application, users, server.

use serde_json::{Value, json};

use super::{Answer, Request};
use crate::discord::{refusal::Refusal, world::id_of};

impl Request<'_> {
    pub(super) fn gateway(self) -> Value {
        json!({"url": self.discord.gateway_url()})
    }

    pub(super) fn gateway_for_bots(self) -> Value {
        json!({
            "url": self.discord.gateway_url(),
            "shards": 1,
            "session_start_limit": {
                "total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1,
            },
        })
    }

    pub(super) fn my_user(self) -> Value {
        let mut user = self.discord.world().bot.user();
        for (field, value) in [
            ("verified", json!(true)),
            ("mfa_enabled", json!(true)),
            ("email", Value::Null),
            ("locale", json!("en-US")),
        ] {
            user[field] = value;
        }
        user
    }

    pub(super) fn user(self) -> Answer {
        let id = self.id("user_id");
        let user = self.discord.world().person(id).map(crate::discord::world::Person::user);
        user.map(Some).ok_or(Refusal::UNKNOWN_USER)
    }

    pub(super) fn my_application(self) -> Value {
        let world = self.discord.world();
        json!({
            "id": world.bot.id.to_string(),
            "name": world.bot.username,
            "icon": null,
            "description": "",
            "summary": "",
            "bot_public": true,
            "bot_require_code_grant": false,
            "bot": world.bot.user(),
            "verify_key": "00".repeat(32),
            "flags": 1 << 23,
            "owner": world.bot.user(),
            "team": null,
            "approximate_guild_count": 1,
            "approximate_user_install_count": world.people.values().filter(|person| person.installed).count(),
            "approximate_user_authorization_count": 0,
            "type": null,
            "flags_new": "0",
            "redirect_uris": [],
            "role_connections_verification_url": null,
            "explicit_content_filter": 0,
            "eligible_oauth2_scopes": ["bot", "applications.commands"],
            "interactions_endpoint_url": null,
            "integration_types_config": {"0": {}, "1": {}},
        })
    }

    pub(super) fn my_guilds(self) -> Value {
        let world = self.discord.world();
        json!([{
            "id": world.guild.id.to_string(),
            "name": world.guild.name,
            "icon": null,
            "banner": null,
            "owner": false,
            "permissions": world.bot.permissions.to_string(),
            "features": [],
        }])
    }

    pub(super) fn guild(self) -> Answer {
        let world = self.discord.world();
        if self.id("guild_id") == world.guild.id {
            Ok(Some(world.guild_object()))
        } else {
            Err(Refusal::UNKNOWN_GUILD)
        }
    }

    pub(super) fn guild_channels(self) -> Answer {
        let world = self.discord.world();
        if self.id("guild_id") != world.guild.id {
            return Err(Refusal::UNKNOWN_GUILD);
        }
        Ok(Some(world.guild_channels().map(|channel| world.channel_object(channel)).collect()))
    }

    pub(super) fn guild_member(self) -> Answer {
        let world = self.discord.world();
        if self.id("guild_id") != world.guild.id {
            return Err(Refusal::UNKNOWN_GUILD);
        }
        let person = world.person(self.id("user_id")).ok_or(Refusal::UNKNOWN_USER)?;
        if person.in_guild { Ok(Some(person.member(&world.guild))) } else { Err(Refusal::UNKNOWN_MEMBER) }
    }

    pub(super) fn create_dm(self) -> Answer {
        let recipient = id_of(&self.sent.body["recipient_id"]).ok_or_else(|| {
            Refusal::field(&["recipient_id"], "BASE_TYPE_REQUIRED", "This field is required")
        })?;
        let now_ms = self.discord.now_ms();
        let mut world = self.discord.world();
        let id = world.open_dm(recipient, self.discord.options().new_dms, now_ms)?;
        let channel = world.channels.get(&id).ok_or(Refusal::UNKNOWN_CHANNEL)?;
        let object = world.channel_object(channel);
        drop(world);
        self.discord.tell(json!({"kind": "dm", "user": recipient.to_string(), "channel": object["id"]}));
        Ok(Some(object))
    }
}
