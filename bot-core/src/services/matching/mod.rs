//! Who fits what, in both directions, and why.
//!
//! The columns only propose. Whoever is told something was checked against the tables in the telling transaction.

mod columns;
mod dismiss;
mod explain;
mod person;
mod rank;
mod read;
mod wanted;

pub use columns::Columns;
pub use dismiss::{NotAvailable, dismiss, restore};
pub use explain::{Explanation, Fact, Obstacle};
pub use rank::{Told, rank_request};
pub use read::{
    FittingPerson, FittingRequest, People, Requests, Why, count_people, people_for, requests_for, why,
};

use bot_matching::Day;

use crate::domain::time::Timestamp;

/// The day of `now`, as the ranker counts days.
fn today(now: Timestamp) -> Day {
    Day(i32::try_from(now.day()).unwrap_or(i32::MAX))
}
