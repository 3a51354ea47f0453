//! Opening a database: migrations under a lock, then pools with asserted settings.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, ConnectOptions as _, Connection as _, Row as _};
use thiserror::Error;

use super::migrations::{SCHEMA, migrator};
use super::seal::{Key, Seal, SealError};
use super::{DatabaseError, Dialect, Storage};
use crate::domain::time::Timestamp;
use crate::ids::SharedIds;

/// How to open a database.
#[derive(Debug, Clone)]
pub struct Options {
    /// `sqlite://PATH` or `postgres://…`.
    pub url: String,
    /// The key that seals secrets and personal fields.
    pub key: Key,
    /// Connections for readers; on PostgreSQL also for writers.
    pub connections: u32,
}

/// Why a database could not be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The address names no engine we know.
    #[error("database.url must begin with sqlite:// or postgres://")]
    UnknownEngine,
    /// The file is damaged: the operator restores a backup.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// The database was written by a newer program.
    #[error("the database has schema {found}, this program knows {known}: run the newer program")]
    Newer {
        /// What the database has.
        found: i64,
        /// What this program knows.
        known: i64,
    },
    /// Its sealed columns were written under another key.
    #[error(
        "this data was sealed with key {found}, the configuration gives {given}: give the key it was written with"
    )]
    OtherKey {
        /// Id of the key it was written with.
        found: String,
        /// Id of the key that was given.
        given: String,
    },
    /// A migration failed.
    #[error("migration: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The file system refused.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The database refused.
    #[error("{0}")]
    Database(#[from] DatabaseError),
    /// The key can't be used.
    #[error("{0}")]
    Seal(#[from] SealError),
}

/// Settings every SQLite connection must have; asserted after they are set.
const PRAGMAS: &[(&str, &str, &str)] = &[
    ("PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal"),
    ("PRAGMA synchronous = FULL", "PRAGMA synchronous", "2"),
    ("PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"),
    ("PRAGMA busy_timeout = 8000", "PRAGMA busy_timeout", "8000"),
];

impl Storage {
    /// Brings the schema up to date and opens the pools.
    pub async fn open(options: &Options, ids: SharedIds, now: Timestamp) -> Result<Self, OpenError> {
        let dialect = Dialect::of(&options.url).ok_or(OpenError::UnknownEngine)?;
        migrate(&options.url, dialect).await?;
        let (writer, reader) = pools(options, dialect).await?;
        let seal = Seal::new(&options.key)?;
        check_key(&writer, &seal, now).await?;
        Ok(Self::new(writer, reader, dialect, seal, ids))
    }
}

/// Brings the schema of the database at `url` up to date.
pub async fn migrate(url: &str, dialect: Dialect) -> Result<(), OpenError> {
    sqlx::any::install_default_drivers();
    let file = sqlite_file(url);
    // sqlx takes no lock on SQLite: two processes that start together would both create the first table.
    let _lock = file.as_deref().map(lock_file).transpose()?;
    let address = connect_address(url, dialect);
    let mut connection = AnyConnectOptions::from_str(&address)?.connect().await.map_err(damaged)?;
    if dialect == Dialect::Sqlite {
        check_integrity(&mut connection).await?;
        configure(&mut connection).await?;
    }
    let found = schema_version(&mut connection).await;
    if found > SCHEMA {
        return Err(OpenError::Newer { found, known: SCHEMA });
    }
    migrator(dialect).run(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

/// The schema's version; 0 for a fresh database.
pub(super) async fn schema_version(connection: &mut AnyConnection) -> i64 {
    sqlx::query_scalar("SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) FROM _sqlx_migrations")
        .fetch_one(connection)
        .await
        // The table is created by the first migration run.
        .unwrap_or(0)
}

async fn pools(options: &Options, dialect: Dialect) -> Result<(AnyPool, AnyPool), OpenError> {
    let address = connect_address(&options.url, dialect);
    let connect = AnyConnectOptions::from_str(&address)?.disable_statement_logging();
    let pool = |size: u32| {
        let made = AnyPoolOptions::new().max_connections(size).acquire_timeout(Duration::from_secs(10));
        if dialect == Dialect::Postgres {
            return made;
        }
        made.after_connect(|connection, _| Box::pin(async move { configure(connection).await }))
    };
    if dialect == Dialect::Postgres {
        let shared = pool(options.connections.max(4)).connect_with(connect).await?;
        return Ok((shared.clone(), shared));
    }
    let writer = pool(1).connect_with(connect.clone()).await?;
    let reader = pool(options.connections.max(2)).connect_with(connect).await?;
    Ok((writer, reader))
}

pub(super) async fn configure(connection: &mut AnyConnection) -> Result<(), DatabaseError> {
    for (set, get, want) in PRAGMAS {
        sqlx::query(*set).fetch_all(&mut *connection).await?;
        let row = sqlx::query(*get).fetch_one(&mut *connection).await?;
        let found =
            row.try_get::<String, _>(0).or_else(|_| row.try_get::<i64, _>(0).map(|n| n.to_string()))?;
        if found != *want {
            return Err(DatabaseError::Protocol(format!("{get} is {found}, must be {want}")));
        }
    }
    Ok(())
}

pub(super) async fn check_integrity(connection: &mut AnyConnection) -> Result<(), OpenError> {
    let rows = sqlx::query("PRAGMA quick_check(1)").fetch_all(connection).await.map_err(damaged)?;
    let verdict: String = rows.first().map(|row| row.try_get(0)).transpose()?.unwrap_or_default();
    if verdict == "ok" { Ok(()) } else { Err(OpenError::Damaged(verdict)) }
}

/// SQLITE_CORRUPT and SQLITE_NOTADB mean damage; anything else is an ordinary refusal.
pub(super) fn damaged(error: DatabaseError) -> OpenError {
    let code = error.as_database_error().and_then(|e| e.code().map(std::borrow::Cow::into_owned));
    match code.as_deref() {
        Some("11" | "26" | "267" | "523" | "779") => OpenError::Damaged(error.to_string()),
        _ => OpenError::Database(error),
    }
}

async fn check_key(writer: &AnyPool, seal: &Seal, now: Timestamp) -> Result<(), OpenError> {
    let found: Option<String> = sqlx::query_scalar("SELECT key_id FROM seals").fetch_optional(writer).await?;
    match found {
        Some(found) if found == seal.key_id() => Ok(()),
        Some(found) => Err(OpenError::OtherKey { found, given: seal.key_id().to_owned() }),
        None => {
            sqlx::query("INSERT INTO seals (key_id, since) VALUES ($1, $2) ON CONFLICT (key_id) DO NOTHING")
                .bind(seal.key_id().to_owned())
                .bind(now.millis())
                .execute(writer)
                .await?;
            Ok(())
        }
    }
}

/// The file behind a SQLite address; none for PostgreSQL or a database in memory.
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"))?;
    let path = path.split('?').next().unwrap_or(path);
    (!path.is_empty() && path != ":memory:").then(|| PathBuf::from(path))
}

fn connect_address(url: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite if !url.contains("mode=") => {
            let join = if url.contains('?') { '&' } else { '?' };
            format!("{url}{join}mode=rwc")
        }
        _ => url.to_owned(),
    }
}

fn lock_file(database: &Path) -> Result<std::fs::File, OpenError> {
    let mut path = database.as_os_str().to_owned();
    path.push(".migrate");
    let path = PathBuf::from(path);
    let fail = |source| OpenError::File { path: path.clone(), source };
    if let Some(folder) = database.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(fail)?;
    }
    let file = std::fs::File::create(&path).map_err(fail)?;
    file.lock().map_err(fail)?;
    Ok(file)
}
