//! Who posts requests.

use bot_core::domain::identity::Platform;

use super::{rows, several, table};

/// A client.
#[derive(Debug)]
pub(crate) struct ClientRow {
    pub(crate) name: &'static str,
    pub(crate) handle: &'static str,
    pub(crate) platform: Platform,
    /// What they can be in a request's text.
    pub(crate) kinds: Vec<&'static str>,
    pub(crate) town: &'static str,
}

pub(super) fn clients() -> Vec<ClientRow> {
    rows(table!("clients.tsv"))
        .map(|[name, handle, side, kinds, town]| ClientRow {
            name,
            handle,
            platform: Platform::from_key(side).unwrap_or_else(|| panic!("no platform: {side}")),
            kinds: several(kinds),
            town,
        })
        .collect()
}
