//! The seeded world is what it promises to be.

mod made;
mod oracle;
mod seeded;

use bot_core::domain::time::Timestamp;

use super::World;

/// Tuesday, 24 November 2026, 12:00 UTC.
fn now() -> Timestamp {
    Timestamp::from_millis(1_795_521_600_000)
}

fn world() -> World {
    World::generate(1, now())
}
