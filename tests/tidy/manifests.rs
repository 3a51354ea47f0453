//! What the packages' Cargo.toml files say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use toml::Table;

use crate::files;

/// A package of the workspace.
pub(crate) struct Package {
    /// Its folder from the root; empty for the root package.
    pub(crate) folder: String,
    /// What its code depends on.
    pub(crate) dependencies: BTreeSet<String>,
    /// What only its tests depend on.
    pub(crate) dev_dependencies: BTreeSet<String>,
}

impl Package {
    /// Dependencies of code and tests together.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        self.dependencies.union(&self.dev_dependencies).map(String::as_str)
    }
}

/// The workspace's packages by name.
pub(crate) fn packages() -> BTreeMap<String, Package> {
    let root = manifest("");
    let members = root["workspace"]["members"].as_array().expect("workspace.members is a list");
    let folders =
        members.iter().map(|m| m.as_str().expect("a member is a folder's name").trim_start_matches('.'));
    folders.map(package).collect()
}

fn package(folder: &str) -> (String, Package) {
    let table = manifest(folder);
    let name = table["package"]["name"].as_str().expect("a package has a name").to_owned();
    let mut package = Package {
        folder: folder.to_owned(),
        dependencies: BTreeSet::new(),
        dev_dependencies: BTreeSet::new(),
    };
    collect(&table, &mut package);
    let targets = table.get("target").and_then(toml::Value::as_table);
    for per_target in targets.into_iter().flat_map(Table::values) {
        collect(per_target.as_table().expect("a target holds tables"), &mut package);
    }
    (name, package)
}

fn collect(table: &Table, package: &mut Package) {
    let names = |key: &str| -> Vec<String> {
        let dependencies = table.get(key).and_then(toml::Value::as_table);
        dependencies.into_iter().flatten().map(|(name, value)| real_name(name, value)).collect()
    };
    package.dependencies.extend(names("dependencies"));
    package.dependencies.extend(names("build-dependencies"));
    package.dev_dependencies.extend(names("dev-dependencies"));
}

/// A dependency may be renamed; what counts is what it is.
fn real_name(name: &str, value: &toml::Value) -> String {
    value.get("package").and_then(toml::Value::as_str).unwrap_or(name).to_owned()
}

fn manifest(folder: &str) -> Table {
    let path = files::root().join(folder).join("Cargo.toml");
    let text = fs::read_to_string(&path).expect("a package has a Cargo.toml");
    text.parse().expect("Cargo.toml is TOML")
}
