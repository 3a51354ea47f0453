//! Copies of a database as it is at one moment, while others go on using it.

use std::path::Path;

use sqlx::{AnyConnection, Connection as _};

use super::contents::{Contents, connect};
use super::open::{check_integrity, configure, damaged};
use super::{Dialect, OpenError};

/// Writes a copy of the SQLite database at `url` to the file `to`, which is empty or not there yet. What it holds.
///
/// Whoever wants to write meanwhile waits, so that the copy is of the very moment that was counted.
pub async fn copy_sqlite(url: &str, to: &Path) -> Result<Contents, OpenError> {
    let mut guard = connect(url).await?;
    check_integrity(&mut guard).await?;
    configure(&mut guard).await?;
    let mut copier = connect(url).await?;
    sqlx::query(Dialect::Sqlite.begin_write()).execute(&mut guard).await?;
    let contents = Contents::of(&mut guard, url).await?;
    sqlx::query(Dialect::copy_into())
        .bind(to.display().to_string())
        .execute(&mut copier)
        .await
        .map_err(damaged)?;
    guard.close().await?;
    copier.close().await?;
    Ok(contents)
}

/// A PostgreSQL database held still for a copy: others go on, the copy sees this moment.
#[derive(Debug)]
pub struct Snapshot {
    connection: AnyConnection,
    /// Its name, for `pg_dump --snapshot`.
    pub name: String,
    /// What it holds.
    pub contents: Contents,
}

impl Snapshot {
    /// Takes one of the database at `url`.
    pub async fn take(url: &str) -> Result<Self, OpenError> {
        let mut connection = connect(url).await?;
        sqlx::query(Dialect::begin_snapshot()).execute(&mut connection).await?;
        let name = sqlx::query_scalar(Dialect::export_snapshot()).fetch_one(&mut connection).await?;
        let contents = Contents::of(&mut connection, url).await?;
        Ok(Self { connection, name, contents })
    }

    /// Lets it go; until then its name is good.
    pub async fn end(self) -> Result<(), OpenError> {
        Ok(self.connection.close().await?)
    }
}

/// Makes an empty database named `name` on the PostgreSQL server at `url`.
pub async fn create_database(url: &str, name: &str) -> Result<(), OpenError> {
    let mut connection = connect(url).await?;
    sqlx::query(Dialect::create_database(name)).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

/// Removes a database made by [`create_database`].
pub async fn drop_database(url: &str, name: &str) -> Result<(), OpenError> {
    let mut connection = connect(url).await?;
    sqlx::query(Dialect::drop_database(name)).execute(&mut connection).await?;
    Ok(connection.close().await?)
}
