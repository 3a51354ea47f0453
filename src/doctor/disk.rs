//! The disk under a SQLite file: room, and whether it can be written.

use std::path::Path;

use tempfile::NamedTempFile;
use tokio::process::Command;

use super::Finding;
use crate::config::Configuration;

/// Less room than this fails soon.
const LEAST_KIB: u64 = 100 * 1024;
/// Less room than this is worth a thought.
const LITTLE_KIB: u64 = 1024 * 1024;

/// Nothing for PostgreSQL, whose disk is elsewhere.
pub(super) async fn examine(configuration: &Configuration) -> Option<Finding> {
    let file = configuration.database.file()?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let shown = folder.display();
    if let Err(error) = NamedTempFile::new_in(folder) {
        let seen = format!("{shown} can't be written: {error}");
        return Some(Finding::fault("disk", seen, "see to the folder's owner, and to the disk"));
    }
    let Some(free) = free_kib(folder).await else {
        return Some(Finding::warning(
            "disk",
            format!("how much room {shown} has isn't known"),
            "look by hand",
        ));
    };
    let seen = format!("{} MiB free in {shown}", free / 1024);
    Some(match free {
        ..LEAST_KIB => Finding::fault("disk", seen, "make room: writes fail when it is full"),
        LEAST_KIB..LITTLE_KIB => Finding::warning("disk", seen, "make room before it is full"),
        _ => Finding::ok("disk", seen),
    })
}

/// What `df` says: the second line's fourth column (POSIX).
async fn free_kib(folder: &Path) -> Option<u64> {
    let done = Command::new("df").arg("-Pk").arg(folder).output().await.ok()?;
    let text = String::from_utf8(done.stdout).ok()?;
    text.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}
