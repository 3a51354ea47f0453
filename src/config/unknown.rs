//! Keys that nothing reads: a slip of the pen must not pass for a setting.

use std::path::Path;

use super::Problems;
use super::keys::keys;
use super::source::Environment;

/// Names that the documents promise and this version doesn't use yet.
const RESERVED: [&str; 4] = ["discord.operator_guild_id", "discord.public_key", "oauth", "payments"];

/// Variables with our prefix that aren't keys.
const VARIABLES: [&str; 4] = ["GUILDHALL_CONFIG", "GUILDHALL_TEST_", "GUILDHALL_SCALE", "GUILDHALL_WRITE_"];

/// Looks through the configuration's file.
pub(super) fn in_file(problems: &mut Problems, path: &Path, file: &toml::Table) {
    for (section, content) in file {
        match content {
            toml::Value::Table(content) if is_section(section) => {
                for name in content.keys() {
                    found(problems, &path.display().to_string(), &format!("{section}.{name}"));
                }
            }
            _ => found(problems, &path.display().to_string(), section),
        }
    }
}

/// Looks through the environment. Others may use our prefix too, so it is only noted.
pub(super) fn in_environment(problems: &mut Problems, environment: &Environment) {
    let known: Vec<String> = keys().map(|key| key.variable()).collect();
    let is_known = |name: &str| {
        known
            .iter()
            .any(|known| name == known || name.strip_suffix("_FILE").is_some_and(|name| name == known))
            || VARIABLES.iter().any(|prefix| name.starts_with(prefix))
    };
    for name in environment.names("GUILDHALL_").filter(|name| !is_known(name)) {
        problems.note(name, "is no key of this version", nearest(name, known.iter().map(String::as_str)));
    }
}

fn found(problems: &mut Problems, file: &str, key: &str) {
    let known: Vec<String> = keys()
        .flat_map(|key| {
            let file = key.is_secret().then(|| format!("{}_file", key.path()));
            [Some(key.path()), file].into_iter().flatten()
        })
        .collect();
    if known.iter().any(|known| known == key) {
        return;
    }
    if RESERVED.contains(&key) {
        problems.note(key, format!("({file}) isn't used by this version yet"), "leave it, or take it out");
        return;
    }
    let fix = nearest(key, known.iter().map(String::as_str));
    problems.fault(key, format!("({file}) is no key of this version"), fix);
}

fn is_section(name: &str) -> bool {
    keys().any(|key| key.section == name)
}

fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> String {
    let near = known.map(|known| (strsim::damerau_levenshtein(written, known), known)).min();
    match near {
        Some((distance, known)) if distance <= 3 => format!("did you mean {known}?"),
        _ => "take it out; `guildhall config example` prints every key there is".to_owned(),
    }
}
