//! A database for each test: a copy of one that was migrated once.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::sync::Arc;

use anyhow::Context as _;
use bot_core::clock::{Clock as _, SystemClock};
use bot_core::domain::time::Timestamp;
use bot_core::ids::{Ids as _, RandomIds, SharedIds};
use bot_core::storage::{Dialect, Key, Options, Storage, migrations};
use sqlx::any::{AnyConnectOptions, AnyRow};
use sqlx::{
    AnyConnection, AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _, Row as _,
    SqlSafeStr as _,
};
use tempfile::TempDir;

/// Names a PostgreSQL server whose user may create databases.
const SERVER: &str = "GUILDHALL_TEST_POSTGRES";
/// One process at a time makes the template.
const TEMPLATE_LOCK: i64 = 7_364_001;
/// Names every table but the migrations' own, whose times `Any` can't read.
const SQLITE_TABLES: &str = "SELECT name FROM sqlite_master
    WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name";
/// The same.
const POSTGRES_TABLES: &str = "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%' ORDER BY 1";

/// A database of a test's own.
#[derive(Debug)]
pub struct TestDatabase {
    url: String,
    _folder: Option<TempDir>,
}

impl TestDatabase {
    /// A fresh SQLite file.
    pub async fn sqlite() -> anyhow::Result<Self> {
        let template = sqlite_template().await?;
        let folder = TempDir::new()?;
        let file = folder.path().join("guildhall.sqlite");
        fs::copy(template, &file)?;
        Ok(Self { url: sqlite_url(&file), _folder: Some(folder) })
    }

    /// A fresh PostgreSQL database; none where `GUILDHALL_TEST_POSTGRES` names no server.
    pub async fn postgres() -> anyhow::Result<Option<Self>> {
        let Ok(server) = std::env::var(SERVER) else { return Ok(None) };
        let mut connection = connect(&server).await?;
        let template = postgres_template(&mut connection, &server).await?;
        let url = create(&mut connection, &server, &format!("TEMPLATE {template}")).await?;
        connection.close().await?;
        Ok(Some(Self { url, _folder: None }))
    }

    /// A PostgreSQL database with nothing in it, not even a schema; none where there is no server.
    pub async fn empty_postgres() -> anyhow::Result<Option<Self>> {
        let Ok(server) = std::env::var(SERVER) else { return Ok(None) };
        let mut connection = connect(&server).await?;
        let url = create(&mut connection, &server, "").await?;
        connection.close().await?;
        Ok(Some(Self { url, _folder: None }))
    }

    /// The database at `url`, which somebody else made.
    pub fn at(url: &str) -> Self {
        Self { url: url.to_owned(), _folder: None }
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// How a program opens it.
    pub fn options(&self) -> Options {
        options(self.url.clone())
    }

    /// Has the engine read an SQL text. The engine's complaint, if it has one.
    pub async fn prepare(&self, text: &'static str) -> anyhow::Result<()> {
        let mut connection = connect(&self.url).await?;
        connection.prepare(text.into_sql_str()).await?;
        connection.close().await?;
        Ok(())
    }

    /// Every row of every table, as text: two of these show what has changed between them.
    pub async fn contents(&self) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
        let mut connection = connect(&self.url).await?;
        let names = if self.url.starts_with("sqlite") { SQLITE_TABLES } else { POSTGRES_TABLES };
        let tables: Vec<String> = sqlx::query_scalar(names).fetch_all(&mut connection).await?;
        let mut contents = BTreeMap::new();
        for table in tables {
            let text = format!("SELECT * FROM {table} ORDER BY 1, 2");
            let rows = sqlx::query(AssertSqlSafe(text)).fetch_all(&mut connection).await?;
            let rows = rows
                .iter()
                .map(|row| (0..row.len()).map(|index| cell(row, index)).collect::<Vec<_>>().join("|"));
            contents.insert(table, rows.collect());
        }
        connection.close().await?;
        Ok(contents)
    }

    /// Opens it.
    pub async fn open(&self, ids: SharedIds, now: Timestamp) -> anyhow::Result<Storage> {
        Ok(Storage::open(&self.options(), ids, now).await?)
    }
}

/// A value in words, whatever its type.
fn cell(row: &AnyRow, index: usize) -> String {
    let text = row.try_get::<String, _>(index).ok();
    let number = || row.try_get::<i64, _>(index).ok().map(|number| number.to_string());
    let real = || row.try_get::<f64, _>(index).ok().map(|number| number.to_string());
    let bytes = || row.try_get::<Vec<u8>, _>(index).ok().map(|bytes| format!("{bytes:?}"));
    text.or_else(number).or_else(real).or_else(bytes).unwrap_or_default()
}

/// The key all test databases are sealed with.
pub fn test_key() -> Key {
    Key::from_bytes(vec![7; 32]).expect("32 bytes")
}

fn options(url: String) -> Options {
    Options { url, key: test_key(), connections: 4 }
}

/// The migrated file that tests copy, made by whichever process comes first.
async fn sqlite_template() -> anyhow::Result<PathBuf> {
    let folder = std::env::temp_dir().join("guildhall-test-templates");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}.sqlite", fingerprint(Dialect::Sqlite)));
    if file.exists() {
        return Ok(file);
    }
    let making = TempDir::new_in(&folder)?;
    let made = making.path().join("guildhall.sqlite");
    migrate(sqlite_url(&made)).await?;
    match fs::rename(&made, &file) {
        // Another process was as fast: its file is the same.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error.into()),
        _ => Ok(file),
    }
}

/// The migrated database that tests copy, made by whichever process comes first.
async fn postgres_template(connection: &mut AnyConnection, server: &str) -> anyhow::Result<String> {
    let name = format!("guildhall_template_{}", fingerprint(Dialect::Postgres));
    locked(connection, "pg_advisory_lock").await?;
    let found: Option<String> =
        sqlx::query_scalar("SELECT CAST(datname AS TEXT) FROM pg_database WHERE datname = $1")
            .bind(name.clone())
            .fetch_optional(&mut *connection)
            .await?;
    if found.is_none() {
        let making = format!("{name}_new");
        run(connection, format!("DROP DATABASE IF EXISTS {making}")).await?;
        run(connection, format!("CREATE DATABASE {making}")).await?;
        migrate(postgres_url(server, &making)?).await?;
        run(connection, format!("ALTER DATABASE {making} RENAME TO {name}")).await?;
    }
    locked(connection, "pg_advisory_unlock").await?;
    Ok(name)
}

/// Makes a database under a new name; its address.
async fn create(connection: &mut AnyConnection, server: &str, how: &str) -> anyhow::Result<String> {
    let name = format!("guildhall_test_{}", RandomIds.uuid(SystemClock.now()).simple());
    run(connection, format!("CREATE DATABASE {name} {how}")).await?;
    postgres_url(server, &name)
}

async fn migrate(url: String) -> anyhow::Result<()> {
    let storage = Storage::open(&options(url), Arc::new(RandomIds), SystemClock.now()).await?;
    storage.close().await;
    Ok(())
}

async fn connect(url: &str) -> anyhow::Result<AnyConnection> {
    sqlx::any::install_default_drivers();
    AnyConnectOptions::from_str(url)?.connect().await.with_context(|| format!("{SERVER}={url}"))
}

async fn run(connection: &mut AnyConnection, text: String) -> anyhow::Result<()> {
    sqlx::raw_sql(AssertSqlSafe(text)).execute(connection).await?;
    Ok(())
}

async fn locked(connection: &mut AnyConnection, function: &str) -> anyhow::Result<()> {
    // The lock's own result is of a type `Any` doesn't know.
    let text = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {function}({TEMPLATE_LOCK})");
    sqlx::query(AssertSqlSafe(text)).execute(connection).await?;
    Ok(())
}

fn sqlite_url(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

/// The server's address with another database's name.
fn postgres_url(server: &str, database: &str) -> anyhow::Result<String> {
    let (base, rest) = server.rsplit_once('/').context("an address ends in a database's name")?;
    let query = rest.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
    Ok(format!("{base}/{database}{query}"))
}

/// Names the migrations by their texts: a template of other texts is never used (FNV-1a, 64 bits).
fn fingerprint(dialect: Dialect) -> String {
    let texts = migrations().iter().flat_map(|migration| migration.text(dialect).bytes());
    let hash = texts.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}
