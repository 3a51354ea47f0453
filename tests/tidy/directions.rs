//! Which module may know which: read from the paths that the code names.

use std::collections::BTreeSet;

use crate::files::{self, Source, expect_none};
use crate::paths::{self, Named};

/// Inside bot-core: a layer, and what it must not name.
const LAYERS: [(&str, &[&str]); 5] = [
    (
        "domain",
        &[
            "crate::storage",
            "crate::services",
            "crate::flows",
            "crate::notify",
            "crate::delivery",
            "crate::tasks",
            "tokio",
            "sqlx",
        ],
    ),
    ("ui", &["crate::storage", "crate::services", "crate::flows", "tokio", "sqlx"]),
    ("flows", &["crate::storage"]),
    ("services", &["crate::flows"]),
    ("storage", &["crate::flows", "crate::services"]),
];

#[test]
fn layers_point_one_way() {
    let mut faults = Vec::new();
    for source in files::rust() {
        for (layer, banned) in LAYERS.iter().filter(|(layer, _)| in_core_module(&source, layer)) {
            for named in paths::named(&source) {
                let hit = banned.iter().find(|b| named.starts_with(&b.split("::").collect::<Vec<_>>()));
                faults.extend(hit.map(|b| format!("{}: {layer} names {b}", source.at(named.line))));
            }
        }
    }
    expect_none(
        "flows -> services -> storage, flows and notify -> ui; domain and ui know none of them. A flow decides nothing, \
         a service words nothing, storage authorises nothing: move the code to the layer whose work it is.",
        &faults,
    );
}

#[test]
fn only_storage_names_sqlx() {
    let faults = places(&["sqlx"], |s| s.is_in("bot-core/src/storage") || s.is_in("bot-core/testing"));
    expect_none(
        "SQL lives in bot-core/src/storage, a file a table: put the statement there and call it.",
        &faults,
    );
}

#[test]
fn only_the_clock_reads_the_time() {
    let reads = [["Utc", "now"], ["Local", "now"], ["SystemTime", "now"]];
    let mut faults = Vec::new();
    for source in files::rust().iter().filter(|s| s.name() != "clock.rs") {
        let hits = paths::named(source).into_iter().filter(|n| reads.iter().any(|r| n.ends_with(r)));
        faults.extend(hits.map(|n| format!("{}: {}", source.at(n.line), n.segments.join("::"))));
    }
    expect_none(
        "Take the clock as an argument, so that a test can move it; only clock.rs asks the system.",
        &faults,
    );
}

#[test]
fn a_feature_imports_only_the_actions_of_another() {
    let sources: Vec<_> = files::rust().into_iter().filter(|s| s.is_in("bot-core/src/flows")).collect();
    // The walk through forms has actions and no view of its own: it is what every feature's forms run through.
    let with =
        |file: &str| sources.iter().filter(|s| s.name() == file).filter_map(feature).collect::<BTreeSet<_>>();
    let features: BTreeSet<&str> = with("action.rs").intersection(&with("view.rs")).copied().collect();
    let mut faults = Vec::new();
    for source in &sources {
        let Some(own) = feature(source).filter(|own| features.contains(own)) else { continue };
        let foreign = paths::named(source).into_iter().filter(|n| {
            n.starts_with(&["crate", "flows"])
                && n.segments.get(2).is_some_and(|f| f != own && features.contains(f.as_str()))
                && n.segments.get(3).is_none_or(|part| part != "action")
        });
        faults.extend(foreign.map(|n| format!("{}: {}", source.at(n.line), n.segments.join("::"))));
    }
    expect_none(
        "Features meet at their buttons: import the other one's `action` module and nothing else, or move what both need \
         to ui or to a service.",
        &faults,
    );
}

/// `bot-core/src/flows/proposal/view.rs` belongs to the feature `proposal`; files beside the folders to none.
fn feature(source: &Source) -> Option<&str> {
    let inside = source.path.strip_prefix("bot-core/src/flows/")?;
    inside.split_once('/').map(|(folder, _)| folder)
}

fn in_core_module(source: &Source, module: &str) -> bool {
    source.path == format!("bot-core/src/{module}.rs") || source.is_in(&format!("bot-core/src/{module}"))
}

/// Where a path starting with `segments` is named outside the files that may.
fn places(segments: &[&str], may: impl Fn(&Source) -> bool) -> Vec<String> {
    let mut faults = Vec::new();
    for source in files::rust().iter().filter(|s| !may(s)) {
        let hits: Vec<Named> = paths::named(source).into_iter().filter(|n| n.starts_with(segments)).collect();
        faults.extend(hits.iter().map(|n| format!("{}: {}", source.at(n.line), n.segments.join("::"))));
    }
    faults
}
