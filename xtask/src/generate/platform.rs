//! The stand-ins' tables, made from the platforms' own specifications.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::Value;

use super::{discord, settle, telegram};
use crate::workspace;

/// Makes a stand-in's table from the specification.
type Table = fn(&Value) -> Value;

/// A table's name, the specification it is made from, and how.
const TABLES: [(&str, &str, Table); 2] = [
    ("discord.json", "discord-openapi.json", discord::table),
    ("telegram.json", "telegram-bot-api.json", telegram::table),
];

/// Makes every table, or with `check` compares it; true where the specifications aren't at hand.
pub(super) fn run(check: bool) -> anyhow::Result<bool> {
    let specs = specifications();
    if !specs.is_dir() {
        println!("no specifications at {}: the tables stay as they are", specs.display());
        return Ok(true);
    }
    let mut good = true;
    for (name, spec, table) in TABLES {
        let path = workspace::root().join("playground/tables").join(name);
        good &= settle(&path, &text(&specs.join(spec), table)?, check)?;
    }
    Ok(good)
}

/// They lie beside the repository, since they aren't ours to publish.
fn specifications() -> PathBuf {
    workspace::root().join("../shared/specs")
}

fn text(spec: &Path, table: Table) -> anyhow::Result<String> {
    let bytes = fs::read(spec).with_context(|| format!("can't read {}", spec.display()))?;
    let mut spec: Value =
        serde_json::from_slice(&bytes).with_context(|| format!("{} isn't JSON", spec.display()))?;
    // another package may switch on serde_json's insertion order; a table is the same without it
    spec.sort_all_objects();
    let mut table = table(&spec);
    table.sort_all_objects();
    let mut text = serde_json::to_string_pretty(&table)?;
    text.push('\n');
    Ok(text)
}

#[test]
fn the_tables_are_what_the_specifications_say() {
    assert!(
        run(true).expect("the specifications can be read"),
        "run `cargo xtask gen platform` and commit the tables"
    );
}
