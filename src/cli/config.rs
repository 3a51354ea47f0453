//! `guildhall config`: about the configuration itself.

use clap::Subcommand;

use super::print;
use crate::config::example;
use crate::stop::Stop;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the commented configuration with every key there is
    Example,
}

pub(super) fn run(command: &Command) -> Result<(), Stop> {
    match command {
        Command::Example => print(&example()),
    }
}
