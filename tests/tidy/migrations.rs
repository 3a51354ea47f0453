//! The migrations in the folder and the list of them in the code.

use std::collections::BTreeSet;
use std::fs;

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
        "Every migration is a line of bot-core/src/storage/migrations.rs: add it there, or remove the line.",
        &faults,
    );
}

#[test]
fn the_list_in_code_is_in_order() {
    let times: Vec<_> = listed().into_iter().map(|listed| listed.time).collect();
    assert!(
        times.is_sorted(),
        "a later migration stands before an earlier one in storage/migrations.rs: {times:?}"
    );
}

fn folder() -> BTreeSet<String> {
    let sql = files::ending_in(&[".sql"]);
    sql.iter().filter(|s| s.is_in("migrations")).map(|s| s.name().to_owned()).collect()
}

/// The files that the list stands for: a `migration!(time, "deed")` is one, a `migration!(time, "deed", pair)` two.
fn code() -> BTreeSet<String> {
    let files = listed().into_iter().flat_map(|listed| {
        let endings: &[&str] = if listed.pair { &["sqlite.sql", "postgres.sql"] } else { &["sql"] };
        endings.iter().map(move |ending| format!("{}_{}.{ending}", listed.time, listed.deed))
    });
    files.collect()
}

struct Listed {
    time: String,
    deed: String,
    pair: bool,
}

fn listed() -> Vec<Listed> {
    let path = files::root().join("bot-core/src/storage/migrations.rs");
    let text = fs::read_to_string(path).expect("the list of migrations can be read");
    let mut listed = Vec::new();
    for entry in lexer::code(&text).windows(8) {
        let [name, bang, open, time, comma, deed, after, pair] = entry else { continue };
        let is_entry =
            name.is_word("migration") && bang.is_sign('!') && open.is_sign('(') && comma.is_sign(',');
        if let (true, Kind::Word(time), Kind::Text(deed)) = (is_entry, &time.kind, &deed.kind) {
            let pair = after.is_sign(',') && pair.is_word("pair");
            listed.push(Listed { time: time.clone(), deed: deed.clone(), pair });
        }
    }
    listed
}

fn is_well_named(name: &str) -> bool {
    let stem = name.trim_end_matches(".sql").trim_end_matches(".sqlite").trim_end_matches(".postgres");
    let Some((time, deed)) = stem.split_once('_') else { return false };
    let is_time = time.len() == 14 && time.bytes().all(|b| b.is_ascii_digit());
    let is_deed =
        deed.contains('_') && deed.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    is_time && is_deed
}
