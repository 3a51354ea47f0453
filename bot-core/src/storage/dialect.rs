//! The few places where SQLite and PostgreSQL need different words.

use sqlx::AssertSqlSafe;

use super::DatabaseError;

/// Which engine is behind the pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite in WAL mode.
    Sqlite,
    /// PostgreSQL 15 or later.
    Postgres,
}

impl Dialect {
    /// From a database address.
    pub fn of(url: &str) -> Option<Self> {
        match url.split_once(':')?.0 {
            "sqlite" => Some(Self::Sqlite),
            "postgres" | "postgresql" => Some(Self::Postgres),
            _ => None,
        }
    }

    /// Opens a transaction that may read, decide and write without losing an update.
    ///
    /// SQLite takes the write lock at once, since upgrading a read lock later fails; PostgreSQL notices conflicts at
    /// commit, and the write runs again.
    pub(super) const fn begin_write(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN ISOLATION LEVEL SERIALIZABLE",
        }
    }

    /// Opens a transaction that claims due rows: row locks do the work there.
    pub(super) const fn begin_claim(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED",
        }
    }

    /// What a claim adds to its inner SELECT so that workers don't wait for each other.
    pub const fn skip_locked(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR UPDATE SKIP LOCKED",
        }
    }

    /// The tables of a database, ours and the migrations' own.
    pub(super) const fn tables(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            }
            Self::Postgres => {
                "SELECT CAST(table_name AS TEXT) FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name"
            }
        }
    }

    /// Writes a copy of a SQLite database to the file `$1`.
    pub(super) const fn copy_into() -> &'static str {
        "VACUUM INTO $1"
    }

    /// Opens a PostgreSQL transaction that sees one moment.
    pub(super) const fn begin_snapshot() -> &'static str {
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    }

    /// Gives that moment a name that other connections can use.
    pub(super) const fn export_snapshot() -> &'static str {
        "SELECT CAST(pg_export_snapshot() AS TEXT)"
    }

    /// Makes a PostgreSQL database.
    pub(super) fn create_database(name: &str) -> AssertSqlSafe<String> {
        AssertSqlSafe(format!("CREATE DATABASE \"{name}\""))
    }

    /// Removes a PostgreSQL database.
    pub(super) fn drop_database(name: &str) -> AssertSqlSafe<String> {
        AssertSqlSafe(format!("DROP DATABASE IF EXISTS \"{name}\""))
    }

    /// Whether the same work may succeed if it is simply run again.
    pub(super) fn is_conflict(self, error: &DatabaseError) -> bool {
        let Some(database) = error.as_database_error() else { return false };
        let code = database.code();
        match self {
            // SQLITE_BUSY and SQLITE_BUSY_SNAPSHOT.
            Self::Sqlite => matches!(code.as_deref(), Some("5" | "517")),
            // serialization_failure, deadlock_detected.
            Self::Postgres => matches!(code.as_deref(), Some("40001" | "40P01")),
        }
    }
}
