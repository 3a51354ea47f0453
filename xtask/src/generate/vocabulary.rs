//! The vocabularies in config/data, made from our own tables and public data.
//!
//! Ours lie in `config/data/sources`; what others publish lies beside the repository in `../shared/data`, since it is
//! larger than what is taken from it. Where that isn't at hand the checked-in vocabularies stay as they are. Sources
//! and credits: docs/data.md.

mod cities;
mod countries;
mod evidence;
mod published;
mod relations;
mod skills;
mod sources;

use std::path::PathBuf;

use super::settle;
use crate::workspace;

/// Makes every table, or with `check` compares it; true where the public data isn't at hand.
pub(super) fn run(check: bool) -> anyhow::Result<bool> {
    let shared = workspace::root().join("../shared/data");
    if !shared.is_dir() {
        println!("no public data at {}: the vocabularies stay as they are", shared.display());
        return Ok(true);
    }
    let evidence = evidence::Evidence::read(&shared)?;
    let sources = sources::Sources::read(&ours())?;
    let published = published::names(&ours(), &shared)?;
    let vocabulary = skills::Table::build(&sources, &published)?;
    let towns = cities::Towns::read(&ours(), &shared)?;
    let tables = [
        ("skills.tsv", vocabulary.text(&evidence)),
        ("skill_relations.tsv", relations::text(&sources, &vocabulary, &evidence)?),
        ("cities.tsv", towns.text()),
        ("city_names.tsv", towns.names()),
        ("countries.tsv", countries::text(&ours(), &towns)?),
    ];
    let mut good = true;
    for (name, text) in tables {
        good &= settle(&workspace::root().join("config/data").join(name), &text, check)?;
    }
    Ok(good)
}

fn ours() -> PathBuf {
    workspace::root().join("config/data/sources")
}

#[test]
fn the_vocabularies_are_what_their_sources_say() {
    assert!(
        run(true).expect("the sources can be read"),
        "run `cargo xtask gen vocabulary` and commit the tables"
    );
}
