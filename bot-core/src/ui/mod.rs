//! The platform-neutral vocabulary: plain data that each adapter renders.
//!
//! The vocabulary is closed. A new block lands with a renderer on every platform, a sample and its limits, or not at
//! all.

pub mod action;
pub mod form;
mod intake;
pub mod interaction;
pub mod limits;
pub mod plain;
pub mod reply;
pub mod text;
pub mod view;
