//! Guildhall on the web: public pages, webhooks and the operations listener.
//!
//! Two listeners that never mix: [`listener`] for people and platforms, [`ops`] for whoever runs the instance.

pub mod listener;
pub mod ops;
mod page;
mod render;
