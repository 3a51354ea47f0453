//! Which process holds a lease, and whether a process that held one is still there.
//!
//! A process keeps a locked file beside the data for as long as it lives; the operating system drops the lock with
//! the process. At boot every file whose lock is free belonged to a process that is gone, so its leases are freed at
//! once instead of when they run out. A process that is merely stopped keeps its lock.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::time::Timestamp;
use crate::error::{Error, Fault, Never};
use crate::ids::Ids;
use crate::storage::inbox::INBOX;
use crate::storage::outbox::OUTBOX;
use crate::storage::tasks::TASKS;
use crate::storage::{Storage, leases};

/// The name under which this process holds leases. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Owner {
    name: Arc<str>,
    _alive: Option<Arc<File>>,
}

impl Owner {
    /// A fresh name without a file: its leases run out by time alone.
    pub fn nameless(ids: &dyn Ids, now: Timestamp) -> Self {
        Self { name: ids.uuid(now).to_string().into(), _alive: None }
    }

    /// A fresh name with a locked file in `folder`, which all processes on this machine that share the database use.
    pub fn enter(folder: &Path, ids: &dyn Ids, now: Timestamp) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let name = ids.uuid(now).to_string();
        let file = File::create(path_of(folder, &name))?;
        file.lock()?;
        Ok(Self { name: name.into(), _alive: Some(Arc::new(file)) })
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Frees the leases of every process that died leaving its file in `folder`. How many processes those were.
pub async fn bury_dead(storage: &Storage, folder: &Path) -> Result<usize, Fault> {
    let dead = dead_owners(folder).map_err(|error| Fault::Other(format!("{}: {error}", folder.display())))?;
    for (name, path) in &dead {
        let freed = storage
            .claim(|tx| {
                Box::pin(async move {
                    let mut freed = 0;
                    for queue in [&INBOX, &OUTBOX, &TASKS] {
                        freed += queue.abandon(&tx, name).await?;
                    }
                    leases::abandon(&tx, name).await?;
                    Ok::<_, Error<Never>>(freed)
                })
            })
            .await
            .map_err(Fault::from)?;
        tracing::info!(owner = name, rows = freed, "freed the leases of a process that is gone");
        if let Err(error) = fs::remove_file(path) {
            tracing::warn!(%error, path = %path.display(), "the file of a process that is gone stays");
        }
    }
    Ok(dead.len())
}

/// The processes whose files nobody holds locked.
fn dead_owners(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut dead = Vec::new();
    if !folder.exists() {
        return Ok(dead);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if path.extension().is_none_or(|extension| extension != EXTENSION) {
            continue;
        }
        match File::open(&path)?.try_lock() {
            Ok(()) => dead.push((name, path)),
            Err(TryLockError::WouldBlock) => (),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(dead)
}

const EXTENSION: &str = "alive";

fn path_of(folder: &Path, name: &str) -> PathBuf {
    folder.join(name).with_extension(EXTENSION)
}
