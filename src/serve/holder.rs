//! Under which name this process holds leases, and what it does about the dead.

use std::path::PathBuf;

use bot_core::delivery::{Owner, owner};
use bot_core::domain::time::Timestamp;
use bot_core::ids::Ids;
use bot_core::storage::Storage;
use reqwest::Url;

use crate::config::Database;

/// Enters this process among the living beside the database. Where that can't be, leases simply run out by time.
pub(super) async fn enter(storage: &Storage, database: &Database, ids: &dyn Ids, now: Timestamp) -> Owner {
    let folder = folder(database);
    let entered = match Owner::enter(&folder, ids, now) {
        Ok(owner) => owner,
        Err(error) => {
            tracing::warn!(folder = %folder.display(), %error, "can't note that this process lives");
            return Owner::nameless(ids, now);
        }
    };
    if let Err(fault) = owner::bury_dead(storage, &folder).await {
        tracing::warn!(%fault, "leases of processes that are gone have to run out");
    }
    entered
}

/// All processes of this machine that share a database share a folder: beside a SQLite file, else among what doesn't
/// outlive the machine's start.
fn folder(database: &Database) -> PathBuf {
    if let Some(file) = database.file() {
        let mut name = file.into_os_string();
        name.push(".alive");
        return name.into();
    }
    let place = Url::parse(database.url()).map_or_else(
        |_| String::new(),
        |url| format!("{}-{}{}", url.host_str().unwrap_or_default(), url.port().unwrap_or(5432), url.path()),
    );
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    std::env::temp_dir().join(format!("guildhall-{}", place.chars().map(plain).collect::<String>()))
}
