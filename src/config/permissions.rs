//! Who can read a file that holds a secret.

use std::path::Path;

use super::Problems;

/// Where systems put secrets for one service alone, readable by whoever is in there.
#[cfg(unix)]
const PRIVATE: [&str; 2] = ["/run/", "/var/run/"];

/// A secret's own file must not be readable by everyone.
#[cfg(unix)]
pub(super) fn check(problems: &mut Problems, key: &str, path: &Path) {
    if is_open_to_all(path) && !PRIVATE.iter().any(|private| path.starts_with(private)) {
        let shown = path.display();
        problems.fault(
            key,
            format!("stands in {shown}, which everyone on this machine can read"),
            format!("chmod 600 {shown}"),
        );
    }
}

/// A configuration that holds secrets should not be readable by everyone either.
#[cfg(unix)]
pub(super) fn note(problems: &mut Problems, path: &Path) {
    if is_open_to_all(path) {
        let shown = path.display().to_string();
        problems.note(
            &shown,
            "holds secrets and everyone on this machine can read it",
            format!("chmod 600 {shown}"),
        );
    }
}

#[cfg(unix)]
fn is_open_to_all(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o004 != 0)
}

/// Elsewhere permissions aren't bits.
#[cfg(not(unix))]
pub(super) fn check(_problems: &mut Problems, _key: &str, _path: &Path) {}

/// Elsewhere permissions aren't bits.
#[cfg(not(unix))]
pub(super) fn note(_problems: &mut Problems, _path: &Path) {}
