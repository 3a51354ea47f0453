//! What a database holds in all, so that a copy of it can be compared.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use sqlx::any::AnyConnectOptions;
use sqlx::{AnyConnection, AssertSqlSafe, ConnectOptions as _, Connection as _};

use super::open::{check_integrity, damaged, schema_version};
use super::{Dialect, OpenError, Storage, identities, statements};
use crate::domain::id::AccountId;
use crate::error::Fault;

statements! {
    KEYS = "SELECT key_id FROM seals ORDER BY key_id";
    SOME_OWNERS = "SELECT DISTINCT account_id FROM identities LIMIT 200";
}

/// What a database holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The version of its schema; 0 where there is none yet.
    pub schema: i64,
    /// How many rows each table has.
    pub rows: BTreeMap<String, i64>,
    /// The ids of the keys its sealed columns were written under.
    pub keys: Vec<String>,
}

impl Contents {
    /// What the database at `url` holds, which is neither created nor migrated. A SQLite file is looked through from
    /// its first page to its last.
    pub async fn read(url: &str) -> Result<Self, OpenError> {
        let mut connection = connect(url).await?;
        if Dialect::of(url) == Some(Dialect::Sqlite) {
            check_integrity(&mut connection).await?;
        }
        let contents = Self::of(&mut connection, url).await;
        connection.close().await?;
        contents
    }

    /// What this connection sees.
    pub(super) async fn of(connection: &mut AnyConnection, url: &str) -> Result<Self, OpenError> {
        let dialect = Dialect::of(url).ok_or(OpenError::UnknownEngine)?;
        let tables: Vec<String> =
            sqlx::query_scalar(dialect.tables()).fetch_all(&mut *connection).await.map_err(damaged)?;
        let mut rows = BTreeMap::new();
        for table in tables {
            let count = AssertSqlSafe(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM \"{table}\""));
            let count: i64 = sqlx::query_scalar(count).fetch_one(&mut *connection).await.map_err(damaged)?;
            rows.insert(table, count);
        }
        if rows.is_empty() {
            return Ok(Self { schema: 0, rows, keys: Vec::new() });
        }
        let schema = schema_version(connection).await;
        let keys = sqlx::query_scalar(KEYS).fetch_all(connection).await?;
        Ok(Self { schema, rows, keys })
    }

    /// Rows in all.
    pub fn total(&self) -> i64 {
        self.rows.values().sum()
    }

    /// The tables that hold another number of rows than in `other`, in words.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let names = self.rows.keys().chain(other.rows.keys().filter(|name| !self.rows.contains_key(*name)));
        let count = |contents: &Self, name: &String| contents.rows.get(name).copied();
        names
            .filter(|name| count(self, name) != count(other, name))
            .map(|name| format!("{name}: {:?} and {:?} rows", count(self, name), count(other, name)))
            .collect()
    }
}

/// Opens sealed names of up to 200 accounts. How many there were; a fault where one doesn't open.
pub async fn open_some(storage: &Storage) -> Result<usize, Fault> {
    let tx = storage.read().await?;
    let owners: Vec<String> = sqlx::query_scalar(SOME_OWNERS).fetch_all(&mut *tx.connection().await).await?;
    let mut opened = 0;
    for owner in owners {
        let account: AccountId =
            owner.parse().map_err(|_| Fault::Other(format!("{owner} is no account's id")))?;
        opened += identities::list(&tx, account).await?.len();
    }
    Ok(opened)
}

/// A connection to a database that is there already.
pub(super) async fn connect(url: &str) -> Result<AnyConnection, OpenError> {
    sqlx::any::install_default_drivers();
    let options = AnyConnectOptions::from_str(url)?.disable_statement_logging();
    options.connect().await.map_err(damaged)
}
