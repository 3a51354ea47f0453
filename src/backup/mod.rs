//! Backups that are proved: brought back into a temporary place and compared.

mod file;
mod postgres;
mod proof;
mod sqlite;

use std::path::Path;

use anyhow::{Context as _, bail};
use bot_core::storage::contents::Contents;
use bot_core::storage::{Dialect, Key};
use secrecy::ExposeSecret as _;

use self::file::Kind;
use crate::config::Configuration;
use crate::stop::Stop;

/// What a backup holds.
#[derive(Debug)]
pub(crate) struct Proved {
    /// What the restored copy held.
    pub(crate) contents: Contents,
    /// How many sealed values of it were opened.
    pub(crate) opened: usize,
    /// Bytes of the file.
    pub(crate) bytes: u64,
}

/// Writes a backup of the configured database to `to` and proves it. What isn't proved isn't left there.
pub(crate) async fn make(configuration: &Configuration, to: &Path) -> Result<Proved, Stop> {
    if to.exists() {
        return Err(Stop::Failed(anyhow::anyhow!("{} is there already", to.display())));
    }
    let url = configuration.database.url();
    let draft = file::Draft::beside(to)?;
    let (held, (contents, opened)) = match configuration.database.dialect() {
        Some(Dialect::Sqlite) => {
            let held = sqlite::copy(configuration, draft.path()).await?;
            (held, sqlite::prove(draft.path(), key(configuration)?).await?)
        }
        Some(Dialect::Postgres) => {
            let held = postgres::dump(url, draft.path()).await?;
            (held, postgres::prove(url, draft.path(), key(configuration)?).await?)
        }
        None => return Err(anyhow::anyhow!("database.url names no database we know").into()),
    };
    let differences = held.differences(&contents);
    if !differences.is_empty() {
        let what = differences.join("; ");
        return Err(anyhow::anyhow!("the backup doesn't hold what the database held: {what}").into());
    }
    let bytes = draft.keep(to)?;
    Ok(Proved { contents, opened, bytes })
}

/// Brings the backup `from` back as the configured database, which must not be there yet.
pub(crate) async fn restore(configuration: &Configuration, from: &Path) -> Result<Proved, Stop> {
    let url = configuration.database.url();
    let kind = Kind::of(from)?;
    let bytes = std::fs::metadata(from).context("the backup's size")?.len();
    let (contents, opened) = match (kind, configuration.database.file()) {
        (Kind::Sqlite, Some(target)) => {
            sqlite::must_be_free(&target)?;
            let proved = sqlite::prove(from, key(configuration)?).await?;
            sqlite::put(from, &target)?;
            proved
        }
        (Kind::Postgres, None) => {
            if Contents::read(url).await?.total() > 0 {
                return Err(anyhow::anyhow!(
                    "the database at {} isn't empty: a backup is only brought back into an empty one",
                    configuration.database.shown()
                )
                .into());
            }
            postgres::restore(url, from).await?;
            proof::of(url, key(configuration)?).await?
        }
        (Kind::Sqlite, None) => return Err(other_engine("SQLite", "sqlite://PATH")),
        (Kind::Postgres, Some(_)) => return Err(other_engine("PostgreSQL", "postgres://…")),
    };
    Ok(Proved { contents, opened, bytes })
}

fn other_engine(engine: &str, address: &str) -> Stop {
    Stop::Failed(anyhow::anyhow!("this is a backup of {engine}: set database.url to {address}"))
}

fn key(configuration: &Configuration) -> anyhow::Result<Key> {
    let Some(key) = &configuration.security.key else { bail!("security.key is missing") };
    Key::from_base64(key.expose_secret()).context("security.key")
}
