//! The core against real databases, in one binary.

mod inbox;
mod office;
mod outbox;
mod queue;
mod statements;
mod stories;
mod tasks;
