//! What members are told without having asked.

use confique::Config;

/// What members are told without having asked.
#[derive(Debug, Config)]
pub(crate) struct Notify {
    /// How many match messages a person gets a day at most.
    pub(crate) matches_per_day: i64,
}
