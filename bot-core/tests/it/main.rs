//! The core against real databases, in one binary.

mod authority;
mod inbox;
mod merging;
mod office;
mod outbox;
mod queue;
mod races;
mod statements;
mod stories;
mod tasks;
mod timing;
mod turns;
