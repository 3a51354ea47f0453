//! Time: "by 15 December", "2-3 weeks", "ASAP", "20 h a week".

mod date;
mod period;
mod read;
mod words;

pub use period::{Month, Period, PeriodProblem, period};
pub(crate) use read::find;
pub use read::{Doubt, Duration, Pace, Timeline, read};
pub(crate) use words::begins_with_month;
