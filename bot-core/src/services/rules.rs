//! What an operator can configure about the market; the defaults are DESIGN §10's.

use crate::domain::time::{DAY_MS, HOUR_MS};
use crate::tasks::timetable::Timetable;

/// Limits and periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// How long a request stays open, in milliseconds.
    pub request_open_ms: i64,
    /// How long before its end a request's client is warned, in milliseconds.
    pub request_warn_ms: i64,
    /// How long a request stays open at most, extensions included, in milliseconds.
    pub request_longest_ms: i64,
    /// How many requests a client posts a day at most.
    pub requests_per_day: i64,
    /// How many requests a client posts on their account's first day at most.
    pub requests_first_day: i64,
    /// How many proposals a freelancer sends a day at most.
    pub proposals_per_day: i64,
    /// How many match messages a person gets at once in 24 hours; the rest comes in a digest.
    pub matches_per_day: i64,
    /// How many messages about proposals for one request its client gets at once in 24 hours; the rest comes hourly.
    pub proposals_at_once: i64,
    /// How many other messages of a kind a person gets at once in 24 hours; the rest comes in a digest.
    pub updates_per_day: i64,
    /// After how many digests nobody came back for they come once a week.
    pub unanswered_digests: i64,
    /// When what the clock alone causes is done.
    pub timetable: Timetable,
    /// How many people are told of one request at most.
    pub people_per_request: usize,
    /// How long a decision can be taken back, in milliseconds; the notice waits until then.
    pub undo_ms: i64,
    /// How long what somebody said about their time holds before they are asked again, in milliseconds.
    pub availability_fresh_ms: i64,
    /// How long closing a request can be taken back, in milliseconds; the notices wait until then.
    pub close_undo_ms: i64,
    /// How long after a wish to leave an account is erased, in milliseconds.
    pub leaving_ms: i64,
    /// Who answers for the data.
    pub operator: Operator,
}

/// Who answers for the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// The person or organisation.
    pub name: String,
    /// How to reach them.
    pub contact: String,
    /// The country whose law applies.
    pub country: String,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            request_open_ms: 30 * DAY_MS,
            request_warn_ms: 24 * HOUR_MS,
            request_longest_ms: 90 * DAY_MS,
            requests_per_day: 20,
            requests_first_day: 10,
            proposals_per_day: crate::domain::proposal::PER_DAY,
            matches_per_day: 3,
            proposals_at_once: 3,
            updates_per_day: 20,
            unanswered_digests: 5,
            timetable: Timetable::default(),
            people_per_request: 50,
            undo_ms: 30_000,
            availability_fresh_ms: 30 * DAY_MS,
            close_undo_ms: 60_000,
            leaving_ms: 14 * DAY_MS,
            operator: Operator {
                name: "the people who run this instance".to_owned(),
                contact: "the server's moderators".to_owned(),
                country: "the operator's country".to_owned(),
            },
        }
    }
}
