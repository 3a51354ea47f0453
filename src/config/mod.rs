//! What an operator can configure: one TOML file, each key in the environment too.
//!
//! The sections below say what there is, `config/default.toml` what holds where nothing is said. Each key is also read
//! from `GUILDHALL_<SECTION>_<KEY>`; a secret also from the file that `<key>_file` or `…_FILE` names.

mod database;
mod discord;
mod example;
mod keys;
mod layers;
mod limits;
mod log;
mod matching;
mod notify;
mod operator;
mod permissions;
mod problem;
mod schedule;
mod security;
mod source;
mod telegram;
#[cfg(test)]
mod tests;
mod unknown;
mod validate;
mod web;

use confique::Config;

pub(crate) use database::Database;
pub(crate) use discord::Discord;
pub(crate) use example::example;
pub(crate) use layers::{Loaded, load};
pub(crate) use limits::Limits;
pub(crate) use log::Log;
pub(crate) use matching::Matching;
pub(crate) use notify::Notify;
pub(crate) use operator::Operator;
pub(crate) use problem::Problems;
pub(crate) use schedule::Schedule;
pub(crate) use security::Security;
pub(crate) use source::Environment;
pub(crate) use telegram::{Mode, Telegram};
pub(crate) use web::Web;

/// Everything an operator can configure.
#[derive(Debug, Config)]
pub(crate) struct Configuration {
    /// Where everything is kept.
    #[config(nested)]
    pub(crate) database: Database,

    /// The bot on Discord.
    #[config(nested)]
    pub(crate) discord: Discord,

    /// The bot on Telegram.
    #[config(nested)]
    pub(crate) telegram: Telegram,

    /// Who answers for the members' data. Shown in /privacy and /terms, and needed beside a real token.
    #[config(nested)]
    pub(crate) operator: Operator,

    /// The two listeners: one for people, one for operations.
    #[config(nested)]
    pub(crate) web: Web,

    /// The key that seals secrets and personal fields at rest.
    #[config(nested)]
    pub(crate) security: Security,

    /// Who is put forward for what.
    #[config(nested)]
    pub(crate) matching: Matching,

    /// What members are told without having asked.
    #[config(nested)]
    pub(crate) notify: Notify,

    /// When what the clock alone causes is done.
    #[config(nested)]
    pub(crate) schedule: Schedule,

    /// Quotas, periods, and how much is done at once.
    #[config(nested)]
    pub(crate) limits: Limits,

    /// What is logged, on stderr.
    #[config(nested)]
    pub(crate) log: Log,
}
