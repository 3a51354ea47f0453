//! What needs the member, and what waits for others.

mod read;

pub use read::{Dashboard, read};
