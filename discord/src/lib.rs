//! Guildhall on Discord: slash commands, cards, buttons and forms.

mod acknowledged;
pub mod commands;
mod config;
pub mod decode;
mod direct;
mod door;
mod face;
mod gateway;
mod handler;
mod limits;
mod messenger;
mod proof;
pub mod render;
mod respond;
mod rest;
#[cfg(test)]
mod standin;
mod wire;

pub use config::{Config, Endpoint};
pub use door::{Arrival, Door};
pub use face::Discord;
