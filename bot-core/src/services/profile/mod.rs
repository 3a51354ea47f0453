//! Profiles: changing a section of one's own, seeing somebody's.

mod edit;
mod read;

pub(super) use edit::store;
pub use edit::{ProfileRefusal, Section, edit};
pub use read::{ProfileCard, card};
