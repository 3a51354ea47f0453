//! Guildhall on Telegram: chat, inline keyboards and prompts.
//!
//! An update is committed to the core's inbox by the [`Listener`] or the webhook and acknowledged only then. From there
//! it comes to the handler, which decodes it, asks the core and shows the reply. Notices go out through the messenger.

mod answered;
mod commands;
mod decode;
mod face;
mod leaves;
mod limits;
mod listener;
mod messenger;
mod press;
mod render;
mod respond;
mod rest;
#[cfg(test)]
mod standin;
mod webhook;

pub use crate::commands::Commands;
pub use crate::face::{Answering, Config, Intake, Mode, Telegram};
pub use crate::listener::Listener;
