//! What a process does: several of them can share the work of one database.

use std::collections::BTreeSet;

use clap::ValueEnum;

use crate::config::{Configuration, Problems};
use crate::stop::Stop;

/// Something a process may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Role {
    /// Hold the connection to Discord and take in what comes.
    Discord,
    /// Take in what comes from Telegram, by polling; a webhook belongs to `web`.
    Telegram,
    /// Show the public pages and take webhooks.
    Web,
    /// Handle what came in, send notices and do what is due.
    Worker,
}

/// What a process does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Roles(BTreeSet<Role>);

impl Roles {
    /// The roles that were asked for, or every configured one. A role whose platform has no token is a mistake.
    pub(crate) fn of(asked: &[Role], configuration: &Configuration) -> Result<Self, Stop> {
        let discord = configuration.discord.token.is_some();
        let telegram = configuration.telegram.token.is_some();
        if asked.is_empty() {
            let platforms = [(Role::Discord, discord), (Role::Telegram, telegram)];
            let configured = platforms.into_iter().filter_map(|(role, on)| on.then_some(role));
            return Ok(Self(configured.chain([Role::Web, Role::Worker]).collect()));
        }
        let mut problems = Problems::default();
        for (role, on, key) in
            [(Role::Discord, discord, "discord.token"), (Role::Telegram, telegram, "telegram.token")]
        {
            if asked.contains(&role) && !on {
                let name = key.split('.').next().unwrap_or(key);
                problems.fault(
                    key,
                    format!("is missing for --roles {name}"),
                    "set it, or leave the role out",
                );
            }
        }
        if problems.faults.is_empty() {
            Ok(Self(asked.iter().copied().collect()))
        } else {
            Err(Stop::Configuration(problems))
        }
    }

    /// Whether the process has this role.
    pub(crate) fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// The roles without one of them.
    #[cfg(feature = "demo")]
    pub(crate) fn without(mut self, role: Role) -> Self {
        self.0.remove(&role);
        self
    }
}
