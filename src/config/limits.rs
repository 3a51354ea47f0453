//! Quotas, periods, and how much is done at once.

use confique::Config;

/// Quotas, periods, and how much is done at once.
#[derive(Debug, Config)]
pub(crate) struct Limits {
    /// How long a request stays open, 1 to 90 days.
    pub(crate) request_open_days: i64,

    /// How long before its end a request's client is warned, in hours.
    pub(crate) request_warn_hours: i64,

    /// Requests a client may post a day.
    pub(crate) requests_per_day: i64,

    /// Requests a client may post on their account's first day.
    pub(crate) requests_first_day: i64,

    /// Proposals a freelancer may send a day.
    pub(crate) proposals_per_day: i64,

    /// How long what a freelancer said about their time holds before they are asked again, in days.
    pub(crate) availability_days: i64,

    /// How long a decision can be taken back, in seconds.
    pub(crate) undo_seconds: i64,

    /// How long after a wish to leave an account is erased, in days.
    pub(crate) leaving_days: i64,

    /// Events of members handled at once, on each platform.
    pub(crate) handlers: usize,

    /// Notices sent at once, on each platform.
    pub(crate) senders: usize,

    /// Tasks of our own done at once.
    pub(crate) tasks: usize,

    /// So many events waiting make us take no more: webhooks answer 503, polling stops, Discord is told to try again.
    pub(crate) inbox_high: i64,
}
