//! `guildhall restore`: brings a backup back, into an empty place.

use std::path::PathBuf;

use super::{backup::said, print};
use crate::backup;
use crate::config::Configuration;
use crate::stop::Stop;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The backup
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
}

pub(super) async fn run(arguments: &Arguments, configuration: &Configuration) -> Result<(), Stop> {
    let proved = backup::restore(configuration, &arguments.from).await?;
    print(&format!("{} is back: {}\n", configuration.database.shown(), said(&proved)))
}
