//! `guildhall backup`: a copy of one moment, proved by bringing it back.

use std::path::PathBuf;

use super::print;
use crate::backup::{self, Proved};
use crate::config::Configuration;
use crate::stop::Stop;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file to write; it must not be there yet
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

pub(super) async fn run(arguments: &Arguments, configuration: &Configuration) -> Result<(), Stop> {
    let proved = backup::make(configuration, &arguments.to).await?;
    print(&format!("{} written and proved: {}\n", arguments.to.display(), said(&proved)))
}

/// What was proved, in a line.
pub(super) fn said(proved: &Proved) -> String {
    let Proved { contents, opened, bytes } = proved;
    format!(
        "schema {}, {} tables, {} rows, {opened} sealed names opened with key {}, {bytes} bytes",
        contents.schema,
        contents.rows.len(),
        contents.total(),
        contents.keys.join(", "),
    )
}
