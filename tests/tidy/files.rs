//! The repository's files as the rules see them.

use std::fs;
use std::path::Path;

/// A text file of the repository.
pub(crate) struct Source {
    /// Path from the repository's root, with `/` between the parts.
    pub(crate) path: String,
    /// What it says.
    pub(crate) text: String,
}

impl Source {
    /// Where `line` (from 1) is, as editors and terminals make clickable.
    pub(crate) fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }

    /// Whether it lies in `folder` (from the root, no slash at its end) or deeper.
    pub(crate) fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The file's name without its folders.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// The repository's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file whose name ends in one of `endings`, sorted by path.
pub(crate) fn ending_in(endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    walk(root(), "", endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Every Rust file of ours.
pub(crate) fn rust() -> Vec<Source> {
    ending_in(&[".rs"])
}

/// Fails with each fault found, and with what to do about them.
pub(crate) fn expect_none(what_to_do: &str, faults: &[String]) {
    assert!(faults.is_empty(), "\n{what_to_do}\n\n  {}\n", faults.join("\n  "));
}

fn walk(folder: &Path, prefix: &str, endings: &[&str], found: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).expect("a folder of the repository can be read");
    for entry in entries {
        let entry = entry.expect("a folder of the repository can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().expect("a file's type can be read");
        // what git ignores or keeps for itself isn't ours to judge
        if name.starts_with('.') || name == "target" || name == "node_modules" {
            continue;
        }
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        if kind.is_dir() {
            walk(&entry.path(), &path, endings, found);
        } else if kind.is_file() && endings.iter().any(|ending| name.ends_with(ending)) {
            let text = fs::read_to_string(entry.path()).expect("a source file is UTF-8 text");
            found.push(Source { path, text });
        }
    }
}
