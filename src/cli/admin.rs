//! `guildhall admin`: a queue's rows, and what is decided on held requests.

mod moderation;

use std::fmt::Write as _;
use std::sync::Arc;

use anyhow::Context as _;
use bot_core::clock::{Clock as _, SystemClock};
use bot_core::domain::time::Timestamp;
use bot_core::error::{Error, Fault, Never};
use bot_core::ids::RandomIds;
use bot_core::storage::entries::{self, Entry, Which};
use bot_core::storage::inbox::INBOX;
use bot_core::storage::outbox::OUTBOX;
use bot_core::storage::queue::Queue;
use bot_core::storage::tasks::TASKS;
use bot_core::storage::{Key, Options, Storage};
use clap::Subcommand;
use secrecy::ExposeSecret as _;

use super::print;
use crate::config::Configuration;
use crate::serve::rules;
use crate::stop::Stop;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// What came in
    Inbox {
        #[command(subcommand)]
        verb: Verb,
    },
    /// What goes out
    Outbox {
        #[command(subcommand)]
        verb: Verb,
    },
    /// Work of our own
    Tasks {
        #[command(subcommand)]
        verb: Verb,
    },
    /// Requests that seem to break a rule
    Requests {
        #[command(subcommand)]
        verb: moderation::Verb,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// The newest rows in a state
    List {
        /// dead: given up; uncertain: may have been sent; new, handled, ready …: still open
        #[arg(long, default_value = "dead")]
        state: String,
        /// At most so many
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// One row
    Show {
        /// Its id
        id: String,
    },
    /// Try a row again that was given up
    Retry {
        /// Its id
        id: String,
    },
}

pub(super) async fn run(command: Command, configuration: &Configuration) -> Result<(), Stop> {
    let (which, queue, verb): (_, &'static Queue, _) = match command {
        Command::Inbox { verb } => (Which::Inbox, &INBOX, verb),
        Command::Outbox { verb } => (Which::Outbox, &OUTBOX, verb),
        Command::Tasks { verb } => (Which::Tasks, &TASKS, verb),
        Command::Requests { verb } => {
            let told = moderation::run(verb, open(configuration).await?, rules(configuration)).await;
            return print(&told?);
        }
    };
    let storage = open(configuration).await?;
    let done = act(&storage, which, queue, verb).await;
    storage.close().await;
    print(&done?)
}

async fn act(storage: &Storage, which: Which, queue: &'static Queue, verb: Verb) -> anyhow::Result<String> {
    match verb {
        Verb::List { state, limit } => {
            let listed = entries::list(&storage.read().await?, which, &state, limit).await?;
            Ok(listed.iter().fold(String::new(), |mut text, entry| {
                let error = entry.error.as_deref().unwrap_or("-");
                let _ = writeln!(text, "{}  {}  {}  {}", entry.id, shown(entry.since), entry.kind, error);
                text
            }))
        }
        Verb::Show { id } => {
            let found = entries::find(&storage.read().await?, which, &id).await?;
            found.as_ref().map(full).with_context(|| format!("no row {id}"))
        }
        Verb::Retry { id } => {
            let (now, row) = (SystemClock.now(), id.as_str());
            let again = storage
                .write(|tx| {
                    Box::pin(async move { Ok::<_, Error<Never>>(queue.replay(&tx, row, now).await?) })
                })
                .await
                .map_err(Fault::from)?;
            anyhow::ensure!(again, "no row {id} that was given up");
            Ok(format!("{id} is tried again\n"))
        }
    }
}

fn full(entry: &Entry) -> String {
    let lines = [
        ("id", entry.id.clone()),
        ("kind", entry.kind.clone()),
        ("lane", entry.lane.clone()),
        ("state", entry.state.clone()),
        ("since", shown(entry.since)),
        ("tries", entry.attempt.to_string()),
        ("next", entry.done_at.map_or_else(|| shown(entry.next_at), |_| "-".to_owned())),
        ("ended", entry.done_at.map_or_else(|| "-".to_owned(), shown)),
        ("error", entry.error.clone().unwrap_or_else(|| "-".to_owned())),
    ];
    lines.into_iter().fold(String::new(), |mut text, (name, value)| {
        let _ = writeln!(text, "{name:<6} {value}");
        text
    })
}

fn shown(at: Timestamp) -> String {
    at.in_zone(chrono_tz::UTC).to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

async fn open(configuration: &Configuration) -> Result<Storage, Stop> {
    let key = configuration.security.key.as_ref().context("security.key is missing")?;
    let options = Options {
        url: configuration.database.url().to_owned(),
        key: Key::from_base64(key.expose_secret()).context("security.key")?,
        connections: 2,
    };
    Ok(Storage::open(&options, Arc::new(RandomIds), SystemClock.now()).await?)
}
