//! The backup as a file, which gets its name only once it is proved.

use std::fs::{self, File, OpenOptions};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::private_file;

/// Which engine a backup is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A SQLite file.
    Sqlite,
    /// What `pg_dump --format=custom` writes.
    Postgres,
}

impl Kind {
    /// By the first bytes of the file.
    pub(super) fn of(path: &Path) -> anyhow::Result<Self> {
        let mut head = Vec::new();
        let file = File::open(path).with_context(|| format!("{} can't be read", path.display()))?;
        file.take(16).read_to_end(&mut head).with_context(|| format!("{} can't be read", path.display()))?;
        match head.as_slice() {
            b"SQLite format 3\0" => Ok(Self::Sqlite),
            head if head.starts_with(b"PGDMP") => Ok(Self::Postgres),
            _ => bail!("{} is no backup of ours", path.display()),
        }
    }
}

/// A backup that isn't proved yet. Dropped, it is gone.
#[derive(Debug)]
pub(super) struct Draft {
    path: PathBuf,
    kept: bool,
}

impl Draft {
    /// An empty file beside `to`, so that it can take its name in one step.
    pub(super) fn beside(to: &Path) -> anyhow::Result<Self> {
        let mut name = to.file_name().context("--to names no file")?.to_owned();
        name.push(".part");
        let path = to.with_file_name(name);
        private_file::create(&path).with_context(|| format!("{} can't be written", path.display()))?;
        Ok(Self { path, kept: false })
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, once the disk has it. Its bytes.
    pub(super) fn keep(mut self, to: &Path) -> anyhow::Result<u64> {
        let bytes = settle(&self.path, to)?;
        self.kept = true;
        Ok(bytes)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.kept
            && let Err(error) = fs::remove_file(&self.path)
        {
            tracing::warn!(path = %self.path.display(), %error, "an unproved backup stays behind");
        }
    }
}

/// Makes sure that the disk has `from`, then names it `to`. Its bytes.
pub(super) fn settle(from: &Path, to: &Path) -> anyhow::Result<u64> {
    let file = OpenOptions::new().read(true).write(true).open(from).context("the copy can't be opened")?;
    file.sync_all().context("the copy didn't reach the disk")?;
    fs::rename(from, to).with_context(|| format!("{} can't be named", to.display()))?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    #[cfg(unix)]
    File::open(folder).and_then(|folder| folder.sync_all()).context("its name didn't reach the disk")?;
    Ok(file.metadata().context("its size")?.len())
}
