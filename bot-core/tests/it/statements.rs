//! Every SQL text of the storage is one that both engines understand.

use bot_core::storage::{Dialect, all_statements};
use bot_testing::TestDatabase;
use sqlx::{AnyConnection, Connection as _, Executor as _, SqlSafeStr as _};

async fn prepare_all(database: &TestDatabase, dialect: Dialect) -> anyhow::Result<()> {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(database.url()).await?;
    let mut wrong = Vec::new();
    let mut prepared = 0;
    for (file, statements) in all_statements() {
        for statement in statements {
            // SKIP LOCKED is the one thing SQLite has no words for.
            if dialect == Dialect::Sqlite && statement.name.ends_with("_POSTGRES") {
                continue;
            }
            match connection.prepare(statement.sql.into_sql_str()).await {
                Ok(_) => prepared += 1,
                Err(error) => wrong.push(format!("{file}::{}: {error}", statement.name)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{prepared} statements prepared");
    Ok(())
}

#[tokio::test]
async fn every_statement_prepares_on_sqlite() -> anyhow::Result<()> {
    prepare_all(&TestDatabase::sqlite().await?, Dialect::Sqlite).await
}

#[tokio::test]
async fn every_statement_prepares_on_postgres() -> anyhow::Result<()> {
    match TestDatabase::postgres().await? {
        Some(database) => prepare_all(&database, Dialect::Postgres).await,
        None => Ok(()),
    }
}
