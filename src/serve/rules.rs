//! The market's rules as the operator configured them.

use bot_core::domain::time::{DAY_MS, HOUR_MS};
use bot_core::services::{Operator, Rules};

use crate::config::Configuration;

/// The rules. What the operator doesn't say about themselves is said in general words: beside a real token it can't be
/// left out.
pub(crate) fn rules(configuration: &Configuration) -> Rules {
    let Configuration { operator, limits, notify, matching, schedule, .. } = configuration;
    let general = Rules::default().operator;
    let said = |value: &Option<String>, otherwise: String| value.clone().unwrap_or(otherwise);
    Rules {
        request_open_ms: limits.request_open_days * DAY_MS,
        request_warn_ms: limits.request_warn_hours * HOUR_MS,
        requests_per_day: limits.requests_per_day,
        requests_first_day: limits.requests_first_day,
        proposals_per_day: limits.proposals_per_day,
        matches_per_day: notify.matches_per_day,
        proposals_at_once: notify.proposals_at_once,
        updates_per_day: notify.updates_per_day,
        unanswered_digests: notify.unanswered_digests,
        timetable: schedule.timetable(),
        people_per_request: matching.people_per_request,
        availability_fresh_ms: limits.availability_days * DAY_MS,
        undo_ms: limits.undo_seconds * 1_000,
        leaving_ms: limits.leaving_days * DAY_MS,
        operator: Operator {
            name: said(&operator.name, general.name),
            contact: said(&operator.contact, general.contact),
            country: said(&operator.country, general.country),
        },
        ..Rules::default()
    }
}
