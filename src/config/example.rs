//! The commented configuration, made of the types and the defaults.

use std::fmt::Write as _;

use toml::Table;

use super::keys::{Key, sections};
use super::layers::DEFAULTS;

const HEAD: &str = "\
# Guildhall's configuration. Every key is listed with its default, commented out; what has no default shows an example
# value of `…`. Each can be given in the environment too, which goes before this file: GUILDHALL_<SECTION>_<KEY>.
# Made by `guildhall config example`.
";

/// The whole text.
pub(crate) fn example() -> String {
    let defaults: Table = DEFAULTS.parse().expect("config/default.toml is TOML");
    let mut text = HEAD.to_owned();
    for (section, meta) in sections() {
        text.push('\n');
        comment(&mut text, section.doc);
        let _ = writeln!(text, "[{}]", section.name);
        for field in meta.fields {
            write_key(&mut text, Key { section: section.name, name: field.name, doc: field.doc }, &defaults);
        }
    }
    text
}

fn write_key(text: &mut String, key: Key, defaults: &Table) {
    text.push('\n');
    comment(text, key.doc);
    if key.is_secret() {
        let _ = writeln!(text, "# In a file of its own: {}_file, or {}_FILE.", key.name, key.variable());
    }
    let default = defaults.get(key.section).and_then(|section| section.get(key.name));
    let _ = match default {
        Some(value) => writeln!(text, "#{} = {value}", key.name),
        None => writeln!(text, "#{} = \"…\"", key.name),
    };
}

fn comment(text: &mut String, doc: &[&str]) {
    for line in doc {
        let _ = writeln!(text, "#{line}");
    }
}
