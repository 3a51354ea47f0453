//! Which package may know which: read from the Cargo.toml files.

use std::collections::BTreeSet;

use crate::files::expect_none;
use crate::manifests::{self, Package};

const ADAPTERS: [&str; 3] = ["discord", "telegram", "web-auth"];
const PLATFORM_CRATES: [&str; 7] =
    ["serenity", "poise", "teloxide", "axum", "oauth2", "twilight-http", "frankenstein"];

#[test]
fn the_core_knows_no_platform() {
    let mut faults = Vec::new();
    for (name, package) in manifests::packages().iter().filter(|(_, p)| is_core(p)) {
        let strangers = package.all().filter(|d| {
            PLATFORM_CRATES.contains(d) || ADAPTERS.contains(d) || *d == "playground" || *d == "guildhall"
        });
        faults.extend(strangers.map(|d| format!("{name} depends on {d}")));
    }
    expect_none(
        "Adapters depend on bot-core, never the reverse: describe what the core needs as plain data or as a port \
         (delivery/messenger.rs) and let the adapter fill it.",
        &faults,
    );
}

#[test]
fn the_pure_packages_stay_pure() {
    let with_effects =
        ["bot-core", "tokio", "tokio-util", "sqlx", "reqwest", "futures", "getrandom", "metrics"];
    let mut faults = Vec::new();
    for (name, package) in &manifests::packages() {
        if ["bot-matching", "bot-reading", "bot-charts"].contains(&name.as_str()) {
            let effects = package.dependencies.iter().filter(|d| with_effects.contains(&d.as_str()));
            faults.extend(effects.map(|d| format!("{name} depends on {d}")));
        }
    }
    expect_none(
        "These packages compute and do nothing else: pass in what they need, do the I/O in bot-core.",
        &faults,
    );
}

#[test]
fn adapters_do_not_know_each_other() {
    let mut faults = Vec::new();
    for (name, package) in manifests::packages().iter().filter(|(n, _)| ADAPTERS.contains(&n.as_str())) {
        let others = package.all().filter(|d| ADAPTERS.contains(d));
        faults.extend(others.map(|d| format!("{name} depends on {d}")));
    }
    expect_none("What two faces share belongs to bot-core; serve.rs puts the faces together.", &faults);
}

#[test]
fn the_playground_imports_none_of_ours() {
    let packages = manifests::packages();
    let ours: BTreeSet<&str> = packages.keys().map(String::as_str).collect();
    let playground = &packages["playground"];
    let faults: Vec<_> =
        playground.all().filter(|d| ours.contains(d)).map(|d| format!("playground depends on {d}")).collect();
    expect_none(
        "The stand-ins check us against the platforms' own specifications; a constant shared with our code would be \
         wrong on both sides and nobody would see it.",
        &faults,
    );
}

#[test]
fn only_the_core_depends_on_sqlx() {
    let packages = manifests::packages();
    let users = packages.iter().filter(|(_, p)| p.all().any(|d| d == "sqlx" || d == "sqlx-core"));
    let faults: Vec<_> = users
        .map(|(name, _)| name)
        .filter(|name| !["bot-core", "bot-testing"].contains(&name.as_str()))
        .map(|name| format!("{name} depends on sqlx"))
        .collect();
    expect_none("Ask a service or a read model of bot-core instead of the database.", &faults);
}

fn is_core(package: &Package) -> bool {
    package.folder == "bot-core" || package.folder.starts_with("bot-core/")
}
