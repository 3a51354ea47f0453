//! Where the repository is, and whether a machine or a person is asking.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the repository")
}

/// Whether this is continuous integration (`CI` set to something): there a suite that can't run fails.
pub(crate) fn is_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}

/// The cargo that runs us, at the root, as if a person had typed its name there.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from));
    command.current_dir(root());
    // `cargo run` tells us about our own package; build scripts that listen (ring's does) would compile again
    let about_us = env::vars_os().map(|(name, _)| name).filter(|name| {
        let name = name.to_string_lossy();
        name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") || name == "CARGO_BIN_NAME"
    });
    for name in about_us {
        command.env_remove(name);
    }
    command
}
