//! Every key there is, read off the configuration's types.

use confique::Config as _;
use confique::meta::{Field, FieldKind, Meta};

use super::Configuration;

/// A key: `section.name`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    /// Its section.
    pub(super) section: &'static str,
    /// Its name in the section.
    pub(super) name: &'static str,
    /// What it is, a line each.
    pub(super) doc: &'static [&'static str],
}

/// Keys whose values nobody else may see, and which may stand in a file of their own.
const SECRETS: [&str; 5] =
    ["database.url", "discord.token", "telegram.token", "telegram.webhook_secret", "security.key"];

impl Key {
    /// `section.name`.
    pub(super) fn path(&self) -> String {
        format!("{}.{}", self.section, self.name)
    }

    /// Its name in the environment.
    pub(super) fn variable(&self) -> String {
        format!("GUILDHALL_{}_{}", self.section, self.name).to_uppercase()
    }

    /// Whether its value must not be shown.
    pub(super) fn is_secret(&self) -> bool {
        SECRETS.contains(&self.path().as_str())
    }
}

/// The sections in order, each with what it is about.
pub(super) fn sections() -> impl Iterator<Item = (&'static Field, &'static Meta)> {
    Configuration::META.fields.iter().filter_map(|field| match field.kind {
        FieldKind::Nested { meta } => Some((field, meta)),
        FieldKind::Leaf { .. } => None,
    })
}

/// Every key in order.
pub(super) fn keys() -> impl Iterator<Item = Key> {
    sections().flat_map(|(section, meta)| {
        meta.fields.iter().map(|field| Key { section: section.name, name: field.name, doc: field.doc })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_secret_is_a_key() {
        let known: Vec<String> = keys().map(|key| key.path()).collect();
        for secret in SECRETS {
            assert!(known.iter().any(|key| key == secret), "{secret}");
        }
    }
}
