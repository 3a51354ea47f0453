//! Names for people nobody has met, each given once.

use std::collections::HashSet;

use bot_core::domain::identity::Platform;
use bot_reading::text::fold;

use super::tables::{Country, Tables};
use crate::chance::Chance;

/// Handles that platforms take: Telegram's are 5 to 32 characters long.
const SHORTEST: usize = 5;

/// Gives out names, each once.
#[derive(Debug)]
pub(super) struct Naming {
    shown: HashSet<String>,
    handles: HashSet<String>,
}

impl Naming {
    /// The names of the cast and of the clients are taken.
    pub(super) fn new(tables: &Tables) -> Self {
        let cast = tables.cast.iter().map(|cast| (cast.name.clone(), cast.handle.clone()));
        let clients = tables.clients.iter().map(|row| (row.name.to_owned(), row.handle.to_owned()));
        let (shown, handles) = cast.chain(clients).unzip();
        Self { shown, handles }
    }

    /// A name and a handle for somebody from `country`.
    pub(super) fn name(
        &mut self,
        chance: &mut Chance,
        tables: &Tables,
        country: &Country,
        platform: Platform,
    ) -> (String, String) {
        let row = *chance.pick(&country.names);
        let names =
            tables.names.iter().find(|names| names.row == row).expect("every country's names have a row");
        let (shown, latin, initial) = loop {
            let (given, initial) = (chance.pick(&names.given), *chance.pick(&names.family));
            let shown = match chance.below(8) {
                0 => given.shown.to_lowercase(),
                1 => given.shown.to_owned(),
                _ => format!("{} {initial}.", given.shown),
            };
            if self.shown.insert(shown.clone()) {
                break (shown, plain(given.latin), plain(&initial.to_string()));
            }
        };
        let handle = loop {
            let handle = match (chance.below(5), platform) {
                (0, _) => format!("{latin}{initial}"),
                (1, Platform::Discord) => format!("{latin}.{initial}"),
                (2, _) => format!("{latin}_{:02}", chance.below(100)),
                (3, _) => format!("{initial}_{latin}_{}", chance.below(10)),
                _ => format!("{latin}_{initial}{}", chance.below(10)),
            };
            if handle.len() >= SHORTEST && self.handles.insert(handle.clone()) {
                break handle;
            }
        };
        (shown, handle)
    }
}

/// Only letters a handle can have.
fn plain(name: &str) -> String {
    fold(name).chars().filter(char::is_ascii_alphanumeric).collect()
}
