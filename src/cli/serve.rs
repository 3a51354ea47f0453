//! `guildhall serve`: the product.

use std::sync::Arc;

use bot_core::clock::SystemClock;
use bot_core::ids::RandomIds;

use crate::config::Configuration;
use crate::serve::{Program, Role, Roles, Setup, Signals};
use crate::stop::Stop;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// What this process does; everything that is configured where it is left out
    #[arg(long, value_delimiter = ',', value_name = "ROLE,…")]
    roles: Vec<Role>,
}

pub(super) async fn run(arguments: Arguments, configuration: Configuration) -> Result<(), Stop> {
    let mut signals = Signals::listen()?;
    let roles = Roles::of(&arguments.roles, &configuration)?;
    let setup = Setup { configuration, roles, clock: Arc::new(SystemClock), ids: Arc::new(RandomIds) };
    let program = tokio::select! {
        opened = Program::open(setup) => opened?,
        () = signals.next() => return Ok(()),
    };
    program.run(&mut signals).await
}
