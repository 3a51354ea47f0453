//! What members write, read into skills, places, money and dates.
//!
//! Free text in, typed fields out, each with the [`Span`] it was read from, so that a draft can show why. There is one
//! reader a field; what none of them understands is left for the caller to ask about, never guessed. Nothing here does
//! I/O or knows the time: vocabularies and word tables are embedded from `config/data`, and `now` is passed in.
//!
//! ```text
//! text ─► tokens (span, folded) ─► phrases from the tables ─► one field's grammar ─► Reading<T> | Reading<why not>
//! ```
//!
//! Adding a language is a matter of more words in `config/data/reading`; adding a field is one more folder here.

pub mod codes;
pub mod money;
pub mod outline;
pub mod places;
pub mod profile;
pub mod query;
pub mod request;
pub mod rules;
pub mod skills;
pub mod text;
pub mod timeline;
pub mod workplace;
pub mod zone;

mod language;
mod lexicon;
mod prose;
mod reading;
mod table;
mod token;

pub use reading::{Reading, Span, unread};
pub use table::TableError;
