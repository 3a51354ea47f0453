//! Where a program usually is.

use std::path::{Path, PathBuf};
use std::{env, fs};

use super::Tool;

/// Where the tool is on this machine: a program's path, or PostgreSQL's folder of programs.
pub(crate) fn find(tool: Tool) -> Option<PathBuf> {
    match tool {
        Tool::Postgres => {
            postgres_folders().into_iter().find(|f| f.join("initdb").is_file() && f.join("pg_ctl").is_file())
        }
        Tool::Chromium => named(
            "GUILDHALL_TEST_CHROMIUM",
            &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        ),
        Tool::Chromedriver => named("GUILDHALL_TEST_CHROMEDRIVER", &["chromedriver"]),
    }
}

/// The first of `names` on the search path, unless the person names one in `variable`.
fn named(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let chosen = env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
    chosen.or_else(|| names.iter().find_map(|name| on_path(name)))
}

pub(super) fn on_path(name: &str) -> Option<PathBuf> {
    search_path().into_iter().map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn search_path() -> Vec<PathBuf> {
    env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default()
}

/// Debian keeps the server's programs off the search path, in a folder a version; the newest first.
fn postgres_folders() -> Vec<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().filter_map(Result::ok);
    let mut folders: Vec<_> = versions.map(|entry| entry.path()).collect();
    folders.sort_by_key(|folder| std::cmp::Reverse(version(folder)));
    folders.into_iter().map(|folder| folder.join("bin")).chain(search_path()).collect()
}

fn version(folder: &Path) -> u32 {
    folder.file_name().and_then(|name| name.to_str()?.parse().ok()).unwrap_or(0)
}
