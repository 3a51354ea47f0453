//! `guildhall doctor`: looks at the database and the platforms as they are now.

use std::fmt::Write as _;

use anyhow::Context as _;
use serde_json::json;

use super::print;
use crate::config::Configuration;
use crate::doctor::{Report, State, examine, steps};
use crate::stop::Stop;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// For programs to read
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(arguments: &Arguments, configuration: &Configuration) -> Result<(), Stop> {
    let report = examine(configuration).await;
    let text = if arguments.json { for_programs(&report)? } else { for_people(&report) };
    print(&text)?;
    if report.is_well() { Ok(()) } else { Err(Stop::Unwell) }
}

fn for_programs(report: &Report) -> anyhow::Result<String> {
    let value = json!({
        "well": report.is_well(),
        "findings": report.findings,
        "invitation": report.invitation,
        "steps": steps(report),
    });
    let text = serde_json::to_string_pretty(&value).context("the report")?;
    Ok(format!("{text}\n"))
}

fn for_people(report: &Report) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        let mark = match finding.state {
            State::Ok => "ok",
            State::Off => "off",
            State::Warning => "warning",
            State::Fault => "FAULT",
        };
        let _ = writeln!(text, "{mark:<8} {:<18} {}", finding.name, finding.seen);
        if let Some(fix) = &finding.fix {
            let _ = writeln!(text, "{:<27} Fix: {fix}", "");
        }
    }
    for step in steps(report) {
        let _ = writeln!(text, "\n{step}");
    }
    text
}
