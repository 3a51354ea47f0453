//! Backups of SQLite: a copy of the file, made by the engine itself.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use bot_core::storage::Key;
use bot_core::storage::contents::Contents;
use bot_core::storage::copying::copy_sqlite;
use tempfile::TempDir;

use super::{file, proof};
use crate::config::Configuration;
use crate::private_file;
use crate::stop::Stop;

/// Copies the configured database to `to`, an empty file.
pub(super) async fn copy(configuration: &Configuration, to: &Path) -> Result<Contents, Stop> {
    let file = configuration.database.file().context("database.url names no file")?;
    if !file.exists() {
        return Err(anyhow::anyhow!("there is no database at {}", file.display()).into());
    }
    Ok(copy_sqlite(configuration.database.url(), to).await?)
}

/// Brings `backup` back in a temporary folder and looks it through there.
pub(super) async fn prove(backup: &Path, key: Key) -> Result<(Contents, usize), Stop> {
    let folder = TempDir::with_prefix("guildhall-restore-").context("a temporary folder")?;
    let copy = folder.path().join("guildhall.db");
    fs::copy(backup, &copy).with_context(|| format!("{} can't be copied", backup.display()))?;
    proof::of(&format!("sqlite://{}", copy.display()), key).await
}

/// Fails where a database stands already, or its log.
pub(super) fn must_be_free(target: &Path) -> anyhow::Result<()> {
    for path in [target.to_owned(), with(target, "-wal")] {
        let there = fs::metadata(&path).is_ok_and(|found| found.len() > 0);
        ensure!(
            !there,
            "{} is there already: move it aside first, a backup is only brought back into an empty place",
            path.display()
        );
    }
    Ok(())
}

/// Puts a copy of the backup in the database's place, in one step.
pub(super) fn put(backup: &Path, target: &Path) -> anyhow::Result<()> {
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).with_context(|| format!("{} can't be made", folder.display()))?;
    }
    let part = with(target, ".part");
    private_file::create(&part).with_context(|| format!("{} can't be written", part.display()))?;
    let mut from = fs::File::open(backup).context("the backup can't be read")?;
    let mut to = fs::OpenOptions::new().write(true).open(&part).context("the database can't be written")?;
    std::io::copy(&mut from, &mut to).context("the database can't be written")?;
    file::settle(&part, target).map(|_| ())
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
