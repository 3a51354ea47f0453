//! The database a program of a journey works on.

use std::path::Path;

use bot_testing::TestDatabase;

/// The engine a journey is told on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

/// An address for `database.url`.
#[derive(Debug)]
pub(super) struct Database {
    url: String,
}

impl Database {
    /// An empty database; none where the engine isn't there.
    pub(super) async fn new(engine: Engine, folder: &Path) -> anyhow::Result<Option<Self>> {
        match engine {
            // the program makes the file and migrates it
            Engine::Sqlite => {
                Ok(Some(Self { url: format!("sqlite://{}", folder.join("guildhall.db").display()) }))
            }
            Engine::Postgres => {
                let made = TestDatabase::empty_postgres().await?;
                Ok(made.map(|made| Self { url: made.url().to_owned() }))
            }
        }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}
