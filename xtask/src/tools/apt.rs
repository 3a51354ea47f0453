//! Installing Debian packages, where we may.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::process::Command;

use super::search;
use crate::process;

/// Installs the packages; does nothing (and says so) on another system or for another person than root.
pub(super) fn install(packages: &[&str]) -> anyhow::Result<()> {
    if search::on_path("apt-get").is_none() || !we_are_root()? {
        println!("--install works as root on Debian; here install by hand: {}", packages.join(" "));
        return Ok(());
    }
    println!("installing {}", packages.join(" "));
    apt_get(&["update", "-qq"])?;
    // a browser without a font draws boxes
    let fonts = if packages.contains(&"chromium") { &["fonts-dejavu-core"][..] } else { &[] };
    let options = ["install", "-y", "-qq", "--no-install-recommends"];
    apt_get(&[&options[..], packages, fonts].concat())
}

fn apt_get(arguments: &[&str]) -> anyhow::Result<()> {
    let mut command = Command::new("apt-get");
    process::capture(command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments)).map(drop)
}

/// The owner of our own process, as the kernel shows it.
fn we_are_root() -> anyhow::Result<bool> {
    Ok(fs::metadata("/proc/self")?.uid() == 0)
}
