//! What members are told without having asked.
//!
//! Which facts, and how they are worded when they are sent.

pub mod composer;
pub(crate) mod digest;
pub mod notification;
pub(crate) mod view;

pub use composer::NoticeComposer;
