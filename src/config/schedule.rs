//! When what the clock alone causes is done.

use bot_core::tasks::cron::Cron;
use bot_core::tasks::timetable::Timetable;
use confique::Config;

use super::Problems;

/// When what the clock alone causes is done: minute, hour, day, month and weekday, as cron has them, weekdays by name.
/// What a process that wasn't running has missed is done once.
#[derive(Debug, Config)]
pub(crate) struct Schedule {
    /// The time zone of the clock that is meant, as in `Europe/Berlin`. Members' digests keep to their own.
    pub(crate) zone: String,

    /// Digests that are due are put on their way: the exactness with which members' times are kept.
    pub(crate) digests: String,

    /// Clients are warned of requests that end soon.
    pub(crate) reminders: String,

    /// Requests whose time has run out end.
    pub(crate) expiry: String,

    /// Accounts are erased whose grace is over.
    pub(crate) erasures: String,
}

impl Schedule {
    /// The timetable; what can't be read has its usual time.
    pub(crate) fn timetable(&self) -> Timetable {
        let usual = Timetable::default();
        let read = |text: &str, usual: Cron| self.cron(text).unwrap_or(usual);
        Timetable {
            digests: read(&self.digests, usual.digests),
            reminders: read(&self.reminders, usual.reminders),
            expiry: read(&self.expiry, usual.expiry),
            erasures: read(&self.erasures, usual.erasures),
        }
    }

    /// Says what can't be read.
    pub(super) fn check(&self, problems: &mut Problems) {
        if self.zone.parse::<chrono_tz::Tz>().is_err() {
            problems.fault("schedule.zone", "is no time zone", "a name such as Europe/Berlin, or UTC");
        }
        let all = [
            ("schedule.digests", &self.digests),
            ("schedule.reminders", &self.reminders),
            ("schedule.expiry", &self.expiry),
            ("schedule.erasures", &self.erasures),
        ];
        for (key, text) in all {
            if let Err(error) = self.cron(text) {
                problems.fault(key, error.to_string(), "as in \"*/5 * * * *\" or \"0 9 * * MON-FRI\"");
            }
        }
    }

    fn cron(&self, text: &str) -> Result<Cron, bot_core::tasks::cron::CronError> {
        Cron::parse(text, self.zone.parse().unwrap_or(chrono_tz::UTC))
    }
}
