//! `guildhall parse`: what the reader of free text makes of each line of a file.

use std::path::PathBuf;

use anyhow::Context as _;
use bot_core::clock::{Clock as _, SystemClock};
use bot_reading::{outline::Outline, profile, request};
use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};

use super::print;
use crate::stop::Stop;

/// What the texts are.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Briefs that clients would post
    Request(File),
    /// What freelancers write about themselves
    Profile(File),
}

#[derive(Debug, Args)]
pub(crate) struct File {
    /// JSON lines of {id, text}
    #[arg(long, value_name = "FILE")]
    file: PathBuf,
}

#[derive(Debug, Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
}

#[derive(Debug, Serialize)]
struct Answer {
    id: serde_json::Value,
    #[serde(flatten)]
    outline: Outline,
}

/// Prints a line of JSON for each line of the file, as said now in UTC.
pub(crate) fn run(command: &Command) -> Result<(), Stop> {
    let (Command::Request(File { file }) | Command::Profile(File { file })) = command;
    let text = std::fs::read_to_string(file).with_context(|| format!("{} can't be read", file.display()))?;
    let now = SystemClock.now().in_zone(chrono_tz::UTC).to_utc();
    let context = request::Context { now, zone: chrono_tz::UTC, usual_currency: None };
    let mut answers = String::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let Line { id, text } =
            serde_json::from_str(line).with_context(|| format!("line {number} isn't {{id, text}}"))?;
        let outline = match command {
            Command::Request(_) => Outline::from(&request::read(&text, &context)),
            Command::Profile(_) => Outline::from(&profile::read(&text, &context)),
        };
        answers += &serde_json::to_string(&Answer { id, outline }).context("an outline is JSON")?;
        answers.push('\n');
    }
    print(&answers)
}
