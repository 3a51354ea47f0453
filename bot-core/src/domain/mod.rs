//! Pure types and rules of the marketplace: no async, no storage, no words for members.

pub mod id;
pub mod identity;
pub mod money;
pub mod time;
