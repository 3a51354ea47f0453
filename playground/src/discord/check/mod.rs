//! What Discord checks in a body before it does anything with it.

pub(super) mod command;
pub(super) mod component;
pub(super) mod mention;
pub(super) mod message;
pub(super) mod modal;
pub(super) mod shape;
