//! Where the work is done.
//!
//! Such as "remote, CET ±3 h", "on site in Porto", "hybrid, within 50 km of Leeds".

mod range;
mod read;
mod words;

pub use range::OffsetRange;
pub(crate) use range::at as offsets_at;
pub use read::{Kind, Workplace, read};
pub(crate) use read::{distance, kind};
pub(crate) use words::{Word, at as word_at};
