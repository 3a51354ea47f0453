//! `guildhall check`: the whole configuration, every fault at once, no network.

use std::fmt::Write as _;

use bot_core::storage::{Key, Seal};
use secrecy::ExposeSecret as _;

use super::print;
use crate::config::{Configuration, Loaded, Mode};
use crate::stop::Stop;

/// Says what is wrong, or what was understood.
pub(super) fn run(loaded: &Loaded) -> Result<(), Stop> {
    let problems = &loaded.problems;
    if !problems.faults.is_empty() {
        return Err(Stop::Configuration(problems.clone()));
    }
    print(&format!("The configuration is fine.\n{}{problems}", understood(&loaded.configuration)))
}

/// What was understood, without a secret in it.
fn understood(configuration: &Configuration) -> String {
    let real = |is_real| if is_real { "the real one" } else { "another server" };
    let discord = match &configuration.discord {
        discord if discord.token.is_some() => real(discord.is_real()),
        _ => "off",
    };
    let telegram = match &configuration.telegram {
        telegram if telegram.token.is_none() => "off".to_owned(),
        telegram => {
            let mode = if telegram.mode == Mode::Polling { "polling" } else { "webhook" };
            format!("{}, {mode}", real(telegram.is_real()))
        }
    };
    let key = configuration.security.key.as_ref().and_then(|key| {
        let key = Key::from_base64(key.expose_secret()).ok()?;
        Some(Seal::new(&key).ok()?.key_id().to_owned())
    });
    let lines = [
        ("database", configuration.database.shown()),
        ("discord", discord.to_owned()),
        ("telegram", telegram),
        ("web", format!("{}, operations on {}", configuration.web.listen, configuration.web.ops_listen)),
        ("key", key.unwrap_or_default()),
    ];
    lines.into_iter().fold(String::new(), |mut text, (name, value)| {
        let _ = writeln!(text, "  {name:<9} {value}");
        text
    })
}
