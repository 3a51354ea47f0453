//! What has an international code: human languages and currencies.

mod find;
mod table;

pub use table::{Coded, Codes};
