//! The `guildhall` program: its faces put together.

mod backup;
mod chance;
mod cli;
mod config;
#[cfg(feature = "demo")]
mod demo;
mod doctor;
mod import;
mod logging;
mod private_file;
mod serve;
mod stop;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
