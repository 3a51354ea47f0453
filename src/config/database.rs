//! Where everything is kept.

use bot_core::storage::{Dialect, sqlite_file};
use confique::Config;
use secrecy::{ExposeSecret as _, SecretString};
use std::path::PathBuf;

/// Where everything is kept.
#[derive(Debug, Config)]
pub(crate) struct Database {
    /// `sqlite://PATH` or `postgres://USER:PASSWORD@HOST/NAME`. `DATABASE_URL` is read too.
    pub(crate) url: SecretString,

    /// Connections that read at once; on PostgreSQL also those that write.
    pub(crate) connections: u32,
}

impl Database {
    /// The address, password included.
    pub(crate) fn url(&self) -> &str {
        self.url.expose_secret()
    }

    /// The engine behind the address, if we know it.
    pub(crate) fn dialect(&self) -> Option<Dialect> {
        Dialect::of(self.url())
    }

    /// The file of a SQLite database.
    pub(crate) fn file(&self) -> Option<PathBuf> {
        sqlite_file(self.url())
    }

    /// The address for people to read: never with the password.
    pub(crate) fn shown(&self) -> String {
        if self.dialect() == Some(Dialect::Sqlite) {
            return self.url().to_owned();
        }
        match reqwest::Url::parse(self.url()) {
            Ok(url) => {
                format!("{}://{}{}", url.scheme(), url.host_str().unwrap_or_default(), url.path())
            }
            Err(_) => "an address that can't be read".to_owned(),
        }
    }
}
