//! `cargo xtask gen`: checked-in files that are made from something else.

mod discord;
mod platform;
mod telegram;
mod vocabulary;

use std::fs;
use std::path::Path;

use anyhow::Context;
use clap::ValueEnum;

use crate::{counts, process, workspace};

/// The files that can be made.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum What {
    /// playground/tables, from the platforms' specifications in ../shared/specs
    Platform,
    /// The tables of config/data, from config/data/sources and ../shared/data
    Vocabulary,
    /// config/example.toml, from the configuration's types
    Config,
    /// The generated pages of docs, from the command catalogue and other tables in code
    Docs,
}

/// Makes the files, or with `check` compares them; whether all is as it should be.
pub(crate) fn run(what: What, check: bool) -> anyhow::Result<bool> {
    match what {
        What::Platform => platform::run(check),
        What::Vocabulary => vocabulary::run(check),
        What::Config => {
            let mut program = workspace::cargo();
            program.args(["run", "--quiet", "--bin", "guildhall", "--", "config", "example"]);
            let text = process::capture(&mut program)?;
            settle(&workspace::root().join("config/example.toml"), &text, check)
        }
        What::Docs => {
            // the pages are made from tables in the core, so the tests that hold them equal also write them
            let mut tests = workspace::cargo();
            tests.args(["test", "--workspace", "--lib", "--test", "it", "generated_docs"]);
            if !check {
                tests.env("GUILDHALL_WRITE_DOCS", "1");
            }
            let finished = process::stream(&mut tests)?;
            let pages = counts::tests(&finished.output);
            println!("{pages} generated pages");
            Ok(finished.success && pages > 0)
        }
    }
}

/// Writes `text` to `path`, or with `check` only says whether it is there already.
fn settle(path: &Path, text: &str, check: bool) -> anyhow::Result<bool> {
    let shown = path.strip_prefix(workspace::root()).unwrap_or(path).display();
    let same = fs::read_to_string(path).is_ok_and(|present| present == text);
    if same {
        println!("{shown} is up to date");
    } else if check {
        println!("{shown} is not what would be made: run `cargo xtask gen` without --check and commit it");
    } else {
        fs::write(path, text).with_context(|| format!("can't write {shown}"))?;
        println!("{shown} written");
    }
    Ok(same || !check)
}
