//! Every SQL text of the storage is one that both engines understand.

use bot_core::storage::{Dialect, Statement, all_statements};
use bot_testing::TestDatabase;

async fn prepare_all(database: &TestDatabase, dialect: Dialect) -> anyhow::Result<()> {
    // SKIP LOCKED is the one thing SQLite has no words for.
    let known =
        |statement: &&Statement| dialect == Dialect::Postgres || !statement.name.ends_with("_POSTGRES");
    let mut prepared = 0;
    let mut wrong = Vec::new();
    for (file, statements) in all_statements() {
        for statement in statements.iter().filter(known) {
            prepared += 1;
            if let Err(why) = database.prepare(statement.sql).await {
                wrong.push(format!("{file}::{}: {why}", statement.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(prepared > 100, "only {prepared} statements were found");
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
