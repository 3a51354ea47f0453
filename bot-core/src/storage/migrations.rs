//! The migrations, embedded in order; a tidy test holds them equal to the folder.

use std::borrow::Cow;

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{MigrationType, Migrator};

use super::Dialect;

/// A schema change: one text for both engines, or one each.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The time it was written, as `YYYYMMDDHHMMSS`.
    pub version: i64,
    /// `<verb>_<noun>`.
    pub name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migration {
    ($version:literal, $name:literal) => {
        migration!(@ $version, $name, ".sql", ".sql")
    };
    ($version:literal, $name:literal, pair) => {
        migration!(@ $version, $name, ".sqlite.sql", ".postgres.sql")
    };
    (@ $version:literal, $name:literal, $sqlite:literal, $postgres:literal) => {
        Migration {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/", $version, "_", $name, $sqlite)),
            postgres: include_str!(concat!("../../../migrations/", $version, "_", $name, $postgres)),
        }
    };
}

/// Every migration in order.
#[expect(clippy::unreadable_literal, reason = "a version is a time, read as one")]
const MIGRATIONS: &[Migration] = &[
    migration!(20261124120000, "create_members"),
    migration!(20261124120100, "create_market"),
    migration!(20261124120200, "create_delivery"),
    migration!(20261124120300, "create_changes", pair),
    migration!(20261124130000, "add_signals"),
    migration!(20261124140000, "create_bookmarks"),
    migration!(20261124150000, "add_profile_depth"),
    migration!(20261124160000, "add_requests"),
    migration!(20261124180000, "add_notice_wishes"),
    migration!(20261124185000, "create_links"),
    migration!(20261124190000, "create_imports"),
];

impl Migration {
    /// Its text for `dialect`.
    pub const fn text(&self, dialect: Dialect) -> &'static str {
        match dialect {
            Dialect::Sqlite => self.sqlite,
            Dialect::Postgres => self.postgres,
        }
    }
}

/// The version of the schema this program needs.
pub const SCHEMA: i64 = MIGRATIONS[MIGRATIONS.len() - 1].version;

/// Every migration in order.
pub fn migrations() -> &'static [Migration] {
    MIGRATIONS
}

pub(super) fn migrator(dialect: Dialect) -> Migrator {
    let list = MIGRATIONS.iter().map(|migration| {
        sqlx::migrate::Migration::new(
            migration.version,
            Cow::Borrowed(migration.name),
            MigrationType::Simple,
            migration.text(dialect).into_sql_str(),
            false,
        )
    });
    Migrator::with_migrations(list.collect())
}
