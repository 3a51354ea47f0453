//! `guildhall import`: freelancers and requests from a file, or invented ones.

use std::fmt::Write as _;
use std::path::PathBuf;

use bot_core::services::import::Standing;

use super::print;
use crate::config::Configuration;
use crate::import::{self, Invention, Refused, Report};
use crate::stop::Stop;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// CSV (by its ending) or JSON lines, a freelancer or a request a row; see docs/import.md
    #[arg(long, value_name = "FILE", required_unless_present = "synthetic", conflicts_with = "synthetic")]
    file: Option<PathBuf>,
    /// Invent this many freelancers and as many requests, to try out a full market
    #[arg(long, value_name = "N")]
    synthetic: Option<usize>,
    /// The market that is invented
    #[arg(long, value_name = "SEED", default_value_t = 1, requires = "synthetic")]
    seed: u64,
    /// Look through the file and say what would be refused; nothing is written
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(arguments: &Arguments, configuration: &Configuration) -> Result<(), Stop> {
    let Some(file) = &arguments.file else {
        let count = arguments.synthetic.unwrap_or_default();
        return invent(arguments.seed, count, arguments.dry_run, configuration).await;
    };
    let (rows, unread) = import::read(file)?;
    if arguments.dry_run {
        print(&format!("{}{} rows can be taken, {} can't\n", listed(&unread), rows.len(), unread.len()))?;
        return if unread.is_empty() { Ok(()) } else { Err(Stop::Unwell) };
    }
    let mut report = import::run(configuration, rows.into_iter(), Standing::Unclaimed).await?;
    report.refused.extend(unread);
    report.refused.sort_by_key(|refused| refused.line);
    told(&report)
}

async fn invent(seed: u64, count: usize, dry_run: bool, configuration: &Configuration) -> Result<(), Stop> {
    if configuration.discord.is_real() || configuration.telegram.is_real() {
        let why = "--synthetic fills a market with people who don't exist: it is refused beside a real token";
        return Err(anyhow::anyhow!(why).into());
    }
    let invention = Invention::new(seed);
    if dry_run {
        return print(&format!("{} rows would be invented\n", invention.entries(count).len()));
    }
    told(&import::run(configuration, invention.entries(count), Standing::Invented).await?)
}

fn told(report: &Report) -> Result<(), Stop> {
    let Report { new, known, refused, took } = report;
    let all = new + known + refused.len();
    print(&format!(
        "{}{all} rows: {new} new, {known} known before, {} refused; {:.1} s, {} rows a second\n",
        listed(refused),
        refused.len(),
        took.as_secs_f64(),
        import::rate(all, *took),
    ))?;
    if refused.is_empty() { Ok(()) } else { Err(Stop::Unwell) }
}

fn listed(refused: &[Refused]) -> String {
    let mut out = String::new();
    for Refused { line, why } in refused {
        writeln!(out, "line {line}: {why}").expect("writing to a string works");
    }
    out
}
