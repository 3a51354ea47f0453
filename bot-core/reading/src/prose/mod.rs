//! Whole texts.
//!
//! Where a form has a field for each thing, a message has all of them in one go.

pub(crate) mod budget;
pub(crate) mod hours;
pub(crate) mod order;
pub(crate) mod passage;
pub(crate) mod place;
pub(crate) mod skills;
pub(crate) mod speech;
pub(crate) mod stance;
pub(crate) mod title;

mod compounds;
pub(crate) mod plain;
mod short;
mod tasks;
mod topics;
mod welcome;
