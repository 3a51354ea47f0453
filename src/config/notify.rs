//! What members are told without having asked.

use confique::Config;

/// What members are told without having asked.
#[derive(Debug, Config)]
pub(crate) struct Notify {
    /// How many match messages a person gets at once in 24 hours; the rest comes in their digest.
    pub(crate) matches_per_day: i64,

    /// How many messages about proposals for one request its client gets at once in 24 hours; the rest comes hourly.
    pub(crate) proposals_at_once: i64,

    /// How many other messages of a kind a person gets at once in 24 hours; the rest comes in their digest. What is
    /// about contracts, money or security is never held back.
    pub(crate) updates_per_day: i64,

    /// After how many digests that bring nobody back they come once a week.
    pub(crate) unanswered_digests: i64,
}
