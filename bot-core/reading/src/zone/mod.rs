//! Time zones: a city, an IANA name, "UTC+2", "CET", or the time on one's clock.

mod clock;
mod guess;
mod offset;

pub use guess::{Guess, Source, read};
pub(crate) use offset::anchor;
