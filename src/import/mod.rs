//! `guildhall import`: rows of a file, or invented ones, taken into the market.
//!
//! Rows are taken in batches, each in one transaction. A run that is killed is simply run again: what was taken before
//! is known by its key.

mod csv;
mod lines;
mod mapping;
mod synthetic;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use bot_core::app::App;
use bot_core::clock::{Clock as _, SharedClock, SystemClock};
use bot_core::delivery::{Desk, Owner, Wakes};
use bot_core::ids::{RandomIds, SharedIds};
use bot_core::services::Call;
use bot_core::services::import::{Entry, ImportRefusal, Standing, Taken, take};
use bot_core::storage::{Key, Options, Storage};
use secrecy::ExposeSecret as _;

use crate::config::Configuration;
use crate::private_file;
use crate::serve::rules;
use crate::stop::Stop;

pub(crate) use synthetic::Invention;

/// How many rows are taken in one transaction: members wait for it, so it is short.
const BATCH: usize = 100;
/// How often it is said how far it has come.
const TELL: Duration = Duration::from_secs(1);

/// A row that isn't taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    /// Its line in the file, counted from 1.
    pub(crate) line: usize,
    /// What is wrong, and what to do about it.
    pub(crate) why: String,
}

/// How a run went.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Rows that are here now.
    pub(crate) new: usize,
    /// Rows that were here before.
    pub(crate) known: usize,
    /// Rows that aren't here.
    pub(crate) refused: Vec<Refused>,
    /// How long the taking took.
    pub(crate) took: Duration,
}

/// A row that can be taken, with its line.
type Ready = (usize, Entry);

/// What the rows of `file` are: those that can be taken, and those that can't.
pub(crate) fn read(file: &Path) -> anyhow::Result<(Vec<Ready>, Vec<Refused>)> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} can't be read", file.display()))?;
    let is_csv = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let rows = if is_csv { csv::rows(&text)? } else { lines::rows(&text) };
    let now = SystemClock.now();
    let (mut ready, mut refused) = (Vec::new(), Vec::new());
    for (line, fields) in rows {
        match fields.and_then(|fields| mapping::entry(fields, now)) {
            Ok(entry) => ready.push((line, entry)),
            Err(why) => refused.push(Refused { line, why }),
        }
    }
    Ok((ready, refused))
}

/// Takes what `rows` gives, batch by batch.
pub(crate) async fn run(
    configuration: &Configuration,
    rows: impl ExactSizeIterator<Item = Ready>,
    standing: Standing,
) -> Result<Report, Stop> {
    let market = market(configuration).await?;
    let all = rows.len();
    let (started, mut told) = (Instant::now(), Instant::now());
    let mut report = Report::default();
    let mut rows = rows.peekable();
    let mut done = 0;
    while rows.peek().is_some() {
        let (lines, batch): (Vec<usize>, Vec<Entry>) = rows.by_ref().take(BATCH).unzip();
        let call = Call::new(market.services(), None);
        let taken = take(&call, &batch, standing).await.context("a batch can't be written")?;
        done += batch.len();
        for (line, taken) in lines.into_iter().zip(taken) {
            match taken {
                Taken::New => report.new += 1,
                Taken::Known => report.known += 1,
                Taken::Refused(why) => report.refused.push(Refused { line, why: said(why).to_owned() }),
            }
        }
        if told.elapsed() >= TELL {
            told = Instant::now();
            tracing::info!(done, of = all, per_second = rate(done, started.elapsed()), "importing");
        }
    }
    report.took = started.elapsed();
    market.services().storage.close().await;
    Ok(report)
}

/// How many a second that is.
pub(crate) fn rate(count: usize, took: Duration) -> u128 {
    let count = u128::try_from(count).unwrap_or_default();
    count * 1_000 / took.as_millis().max(1)
}

fn said(refusal: ImportRefusal) -> &'static str {
    match refusal {
        ImportRefusal::HasProfile => {
            "this person has a profile here already, which stays as it is; leave the row out"
        }
        ImportRefusal::Leaving => "this person has left or is leaving; leave the row out",
    }
}

/// The market without its faces: nothing is sent from here.
async fn market(configuration: &Configuration) -> Result<App, Stop> {
    let key = configuration.security.key.as_ref().context("security.key is missing")?;
    let options = Options {
        url: configuration.database.url().to_owned(),
        key: Key::from_base64(key.expose_secret()).context("security.key")?,
        connections: configuration.database.connections,
    };
    if let Some(file) = configuration.database.file() {
        private_file::create_if_missing(&file).with_context(|| file.display().to_string())?;
    }
    let (ids, clock): (SharedIds, SharedClock) = (Arc::new(RandomIds), Arc::new(SystemClock));
    let now = clock.now();
    let storage = Storage::open(&options, Arc::clone(&ids), now).await?;
    let owner = Owner::nameless(&*ids, now);
    let desk = Desk::new(storage, clock, ids, Wakes::default(), owner);
    Ok(App::new(desk, rules(configuration)))
}
