//! The migrations in the folder and the list of them in the code.

use std::collections::BTreeSet;

use crate::files::{self, expect_none};
use crate::lexer::{self, Kind};

#[test]
fn every_migration_is_named_by_time_and_deed() {
    let faults: Vec<_> = folder().into_iter().filter(|name| !is_well_named(name)).collect();
    expect_none(
        "Name it migrations/YYYYMMDDHHMMSS_<verb>_<noun>.sql, or a pair .sqlite.sql and .postgres.sql where the DDL differs.",
        &faults,
    );
}

#[test]
fn engine_specific_migrations_come_in_pairs() {
    let names = folder();
    let missing = names.iter().filter_map(|name| {
        let other = match (name.strip_suffix(".sqlite.sql"), name.strip_suffix(".postgres.sql")) {
            (Some(stem), _) => format!("{stem}.postgres.sql"),
            (_, Some(stem)) => format!("{stem}.sqlite.sql"),
            _ => return None,
        };
        (!names.contains(&other)).then_some(other)
    });
    let faults: Vec<_> = missing.collect();
    expect_none("Both engines need their text of a migration; these are missing.", &faults);
}

#[test]
fn the_list_in_code_is_the_folder() {
    let (folder, code) = (folder(), code());
    let mut faults: Vec<_> = folder.difference(&code).map(|n| format!("{n}: never applied")).collect();
    faults.extend(code.difference(&folder).map(|n| format!("{n}: no such file")));
    expect_none(
        "bot-core/src/storage lists the migrations by include_str!: add the file there, or remove the line.",
        &faults,
    );
}

fn folder() -> BTreeSet<String> {
    let sql = files::ending_in(&[".sql"]);
    sql.iter().filter(|s| s.is_in("migrations")).map(|s| s.name().to_owned()).collect()
}

/// The files that the storage code includes from the folder.
fn code() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for source in files::rust().iter().filter(|s| s.is_in("bot-core/src/storage")) {
        for token in lexer::code(&source.text) {
            if let Kind::Text(text) = token.kind
                && let Some((_, name)) = text.rsplit_once("migrations/")
                && name.ends_with(".sql")
            {
                names.insert(name.to_owned());
            }
        }
    }
    names
}

fn is_well_named(name: &str) -> bool {
    let stem = name.trim_end_matches(".sql").trim_end_matches(".sqlite").trim_end_matches(".postgres");
    let Some((time, deed)) = stem.split_once('_') else { return false };
    let is_time = time.len() == 14 && time.bytes().all(|b| b.is_ascii_digit());
    let is_deed =
        deed.contains('_') && deed.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    is_time && is_deed
}
