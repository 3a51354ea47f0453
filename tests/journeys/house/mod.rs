//! What every journey stands on: the processes, their databases, and waiting.

mod database;
mod journal;
mod patience;
mod platforms;
mod program;
mod scale;
mod sim;
mod world;

pub(crate) use database::Engine;
pub(crate) use journal::Call;
pub(crate) use patience::{eventually, within};
pub(crate) use platforms::DiscordMode;
pub(crate) use program::{Hold, Program, command};
pub(crate) use scale::Scale;
pub(crate) use sim::Sim;
pub(crate) use world::{Town, World};
