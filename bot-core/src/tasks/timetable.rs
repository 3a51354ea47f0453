//! When what the clock alone causes is done, as the operator configures it.

use chrono_tz::Tz;

use super::cron::Cron;

/// A cron expression for each kind of work that the clock alone causes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// Digests that are due are put on their way.
    pub digests: Cron,
    /// Clients are warned of requests that end soon.
    pub reminders: Cron,
    /// Requests that are due end.
    pub expiry: Cron,
    /// Accounts whose grace is over are erased.
    pub erasures: Cron,
}

impl Default for Timetable {
    fn default() -> Self {
        let every = |text| Cron::parse(text, Tz::UTC).expect("it is a cron expression");
        Self {
            digests: every("* * * * *"),
            reminders: every("*/5 * * * *"),
            expiry: every("* * * * *"),
            erasures: every("7 * * * *"),
        }
    }
}
