//! Guildhall on Telegram: chat, inline keyboards and prompts.

mod decode;
mod limits;
mod press;
mod render;
mod rest;
#[cfg(test)]
mod standin;
