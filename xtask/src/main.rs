//! Chores of the repository: `cargo xtask test | soak | gen`.
#![expect(clippy::print_stdout, reason = "a command-line tool speaks on stdout")]

mod counts;
mod deny;
mod generate;
mod postgres;
mod process;
mod report;
mod runner;
mod suite;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::generate::What;
use crate::runner::Options;
use crate::suite::Suite;

/// Chores of the repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Run the test suites, all of them unless some are named
    Test(TestArguments),
    /// The same tests at full scale (`GUILDHALL_SCALE=full`): hours, not minutes
    Soak(TestArguments),
    /// Make the checked-in files that are made from something else
    Gen {
        what: What,
        /// Change nothing; fail where a file isn't what would be made
        #[arg(long)]
        check: bool,
    },
}

#[derive(Debug, clap::Args)]
struct TestArguments {
    suites: Vec<Suite>,
    /// As root on Debian: install what the suites need and don't find
    #[arg(long)]
    install: bool,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Test(arguments) => runner::run(&options(arguments, false)),
        Chore::Soak(arguments) => runner::run(&options(arguments, true)),
        Chore::Gen { what, check } => generate::run(what, check),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn options(arguments: TestArguments, full_scale: bool) -> Options {
    let suites = if arguments.suites.is_empty() { Suite::ALL.to_vec() } else { arguments.suites };
    Options { suites, install: arguments.install, full_scale }
}
