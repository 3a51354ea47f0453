//! How things travel: the inbox, the outbox with its dispatcher, and their loop.
//!
//! Everything here follows one rule: first it is written, then it is done, then the outcome is written with the
//! fence of the claim. What was under way when a process died is found by the next one, and each loop says what it
//! does about it.

pub mod addresses;
pub mod ambiguity;
mod attempt;
pub mod backoff;
pub mod checkpoint;
pub mod class;
pub mod composer;
pub(crate) mod crew;
pub mod desk;
pub mod dispatcher;
pub mod inbox;
pub mod lease;
pub mod messenger;
pub mod outbox;
pub mod owner;
mod record;
pub mod turn;
pub mod wakes;

pub use class::Class;
pub use composer::{Composed, Composer};
pub use desk::Desk;
pub use dispatcher::Dispatcher;
pub use outbox::NewNotice;
pub use owner::Owner;
pub use wakes::Wakes;
