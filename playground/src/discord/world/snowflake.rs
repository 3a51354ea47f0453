//! Discord's ids: a time and a counter in 64 bits, written as text.

use chrono::{DateTime, SecondsFormat};
use serde_json::Value;

/// An id of anything.
pub(in crate::discord) type Id = u64;

/// Discord's first second, in milliseconds since the Unix epoch.
const EPOCH_MS: i64 = 1_420_070_400_000;

/// Hands out ids that only grow, also when the clock is set back.
#[derive(Debug, Default)]
pub(super) struct Snowflakes {
    last: Id,
}

impl Snowflakes {
    pub(super) fn next(&mut self, now_ms: i64) -> Id {
        let made = u64::try_from(now_ms - EPOCH_MS).unwrap_or_default() << 22;
        self.last = made.max(self.last + 1);
        self.last
    }
}

/// The id in a JSON value, sent as text or as a number.
pub(in crate::discord) fn id_of(value: &Value) -> Option<Id> {
    crate::discord::check::shape::snowflake(value)
}

/// A time as Discord writes it.
pub(in crate::discord) fn iso(ms: i64) -> String {
    let time = DateTime::from_timestamp_millis(ms).unwrap_or_default();
    time.to_rfc3339_opts(SecondsFormat::Micros, false)
}
