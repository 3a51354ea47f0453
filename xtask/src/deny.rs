//! cargo-deny, whenever Cargo.lock or its own rules changed since it last passed.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use sha2::{Digest, Sha256};

use crate::report::Outcome;
use crate::{process, workspace};

/// The version that reads our deny.toml.
const VERSION: &str = "0.20.2";

/// Checks licences, bans and sources, unless exactly these files passed before; `always` checks in any case.
///
/// The record of what passed is checked in: a change of dependencies is checked by whoever makes it, and CI only sees
/// to it that they did.
pub(crate) fn check(always: bool, install: bool) -> anyhow::Result<Outcome> {
    let present = fingerprint()?;
    let recorded = fs::read_to_string(record()).unwrap_or_default();
    if !always && recorded.trim() == present {
        return Ok(Outcome::Unneeded("Cargo.lock passed before and is unchanged".into()));
    }
    if !is_installed() {
        let command = format!("cargo install cargo-deny --locked --version {VERSION}");
        if !install {
            return Ok(Outcome::Skipped(format!(
                "Cargo.lock or deny.toml changed, and cargo-deny is missing: {command}"
            )));
        }
        let mut cargo = workspace::cargo();
        process::stream(cargo.args(command.split(' ').skip(1)))?;
    }
    let mut deny = workspace::cargo();
    // advisories come from a git repository that not every machine reaches: `cargo deny check advisories` by hand
    deny.args(["deny", "--workspace", "check", "bans", "licenses", "sources"]);
    if !process::stream(&mut deny)?.success {
        return Ok(Outcome::Failed(None));
    }
    if recorded.trim() != present {
        fs::write(record(), format!("{present}\n")).context("can't record that cargo-deny passed")?;
        println!("passed; commit {}", record().display());
    }
    Ok(Outcome::Passed(None))
}

fn is_installed() -> bool {
    process::capture(workspace::cargo().args(["deny", "--version"])).is_ok()
}

fn record() -> PathBuf {
    workspace::root().join(".config/deny-passed")
}

/// A digest of everything the verdict hangs on.
fn fingerprint() -> anyhow::Result<String> {
    let mut digest = Sha256::new();
    for name in ["Cargo.lock", "deny.toml"] {
        digest.update(fs::read(workspace::root().join(name)).with_context(|| format!("can't read {name}"))?);
    }
    Ok(digest.finalize().iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string works");
        text
    }))
}
