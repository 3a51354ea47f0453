//! The command line: what there is, and what each command's end means.

mod admin;
mod backup;
mod check;
mod config;
#[cfg(feature = "demo")]
mod demo;
mod doctor;
mod import;
mod migrate;
mod parse;
mod restore;
mod serve;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

use crate::config::{Configuration, Environment, Loaded, load};
use crate::logging;
use crate::stop::Stop;

/// The file that is read where none is named, if it is there.
const USUAL: &str = "guildhall.toml";

/// A freelancer marketplace that lives in the chats people already use.
#[derive(Debug, Parser)]
#[command(name = "guildhall", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// The configuration; guildhall.toml in this folder where it is left out and there is one
    #[arg(long, global = true, env = "GUILDHALL_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Try it: everything on this machine, no token, one address to open
    #[cfg(feature = "demo")]
    Demo(demo::Arguments),
    /// Run it
    Serve(serve::Arguments),
    /// Look through the configuration; touches no network
    Check,
    /// Look at the database and the platforms as they are now
    Doctor(doctor::Arguments),
    /// Bring the database's schema up to date
    Migrate,
    /// Show what is read from texts in which people say things in their own words
    Parse {
        #[command(subcommand)]
        command: parse::Command,
    },
    /// Take in freelancers and requests from a file
    Import(import::Arguments),
    /// About the configuration
    Config {
        #[command(subcommand)]
        command: config::Command,
    },
    /// Make a backup and prove that it can be restored
    Backup(backup::Arguments),
    /// Bring a backup back, into an empty place
    Restore(restore::Arguments),
    /// Look after the queues
    Admin {
        #[command(subcommand)]
        command: admin::Command,
    },
}

/// Runs the command that was asked for.
pub(crate) fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return report(&Stop::Failed(error.into())),
    };
    let ended = runtime.block_on(run(arguments));
    // What is still running after a second signal is cut off here.
    runtime.shutdown_background();
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => report(&stop),
    }
}

async fn run(Arguments { command, config: file }: Arguments) -> Result<(), Stop> {
    let file = file.as_deref();
    match command {
        #[cfg(feature = "demo")]
        Command::Demo(arguments) => demo::run(arguments).await,
        Command::Serve(arguments) => serve::run(arguments, configuration(file)?).await,
        Command::Check => check::run(&read(file)),
        Command::Doctor(arguments) => doctor::run(&arguments, &configuration(file)?).await,
        Command::Migrate => migrate::run(&read(file)).await,
        Command::Parse { command } => parse::run(&command),
        Command::Import(arguments) => import::run(&arguments, &configuration(file)?).await,
        Command::Config { command } => config::run(&command),
        Command::Backup(arguments) => backup::run(&arguments, &configuration(file)?).await,
        Command::Restore(arguments) => restore::run(&arguments, &configuration(file)?).await,
        Command::Admin { command } => admin::run(command, &configuration(file)?).await,
    }
}

fn report(stop: &Stop) -> ExitCode {
    // Where stderr is gone there is nobody to tell.
    drop(writeln!(io::stderr(), "guildhall: {stop}"));
    stop.code()
}

/// Reads the configuration, whatever it is like.
fn read(file: Option<&Path>) -> Loaded {
    let usual = Path::new(USUAL);
    load(file.or_else(|| usual.exists().then_some(usual)), &Environment::of_process())
}

/// A configuration without faults; logging starts as it says.
fn configuration(file: Option<&Path>) -> Result<Configuration, Stop> {
    let Loaded { configuration, mut problems } = read(file);
    if !problems.faults.is_empty() {
        return Err(Stop::Configuration(problems));
    }
    logging::start(&configuration.log.filter);
    for note in problems.notes.drain(..) {
        tracing::warn!(subject = note.subject, fix = note.fix, "{}", note.what);
    }
    Ok(configuration)
}

/// Writes a result to stdout.
fn print(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    Ok(written.context("the result can't be written")?)
}
