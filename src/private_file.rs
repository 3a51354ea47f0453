//! Files for their owner's eyes only: they hold what members told us, or a key.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;

/// An empty file that only its owner can read, in place of whatever was there.
pub(crate) fn create(path: &Path) -> io::Result<()> {
    options().create(true).truncate(true).open(path).map(|_| ())
}

/// The same where nothing is there yet; its folder is made too.
pub(crate) fn create_if_missing(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    match options().create_new(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other.map(|_| ()),
    }
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}
