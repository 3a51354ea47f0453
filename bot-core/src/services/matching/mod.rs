//! Who fits what, in both directions, and why.
//!
//! The columns only propose. Whoever is told something was checked against the tables in the telling transaction.

mod backdrop;
mod columns;
mod dismiss;
mod explain;
mod fact;
mod pay;
mod person;
mod rank;
mod read;
mod scores;
mod skills;
mod wanted;
mod why;
mod wishes;

pub use backdrop::wishes_of;
pub use columns::Columns;
pub use dismiss::{NotAvailable, Objected, SNOOZE_DAYS, dismiss, object, object_to_skill, restore, snooze};
pub use explain::{Explanation, Fit};
pub use fact::{Fact, HeldSkill, Obstacle};
pub use rank::{Told, rank_request};
pub use read::{FittingPerson, FittingRequest, People, Requests, count_people, people_for, requests_for};
pub use scores::{score_people, score_requests};
pub use why::{Untold, Why, open_to, why};
pub use wishes::{Dial, changed as standing_changed, reset, tune, wishes};

use bot_matching::Day;

use crate::domain::time::Timestamp;

/// The day of `now`, as the ranker counts days.
fn today(now: Timestamp) -> Day {
    Day(i32::try_from(now.day()).unwrap_or(i32::MAX))
}
