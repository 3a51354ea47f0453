//! Money: "800-1200 EUR fixed", "40/h", "not sure".

mod amount;
mod budget;
mod currency;
mod find;
mod refusal;
mod scan;
mod words;

pub use budget::{Budget, Per, Price, read};
pub(crate) use find::{Count, Sum, Sums, find};
pub use iso_currency::Currency;
pub use refusal::Refusal;

/// The largest amount that is read, in minor units: anything above is a slip or a joke.
pub const LARGEST: i64 = 1_000_000_000_000;
