//! Time: "by 15 December", "2-3 weeks", "ASAP", "20 h a week".

mod date;
mod read;
mod words;

pub(crate) use read::find;
pub use read::{Doubt, Duration, Pace, Timeline, read};
