//! The Fluent files, parsed once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

/// Every English file, by the feature that owns it.
const ENGLISH: &[(&str, &str)] = &[
    ("core", include_str!("../../../config/locales/en/core.ftl")),
    ("commands", include_str!("../../../config/locales/en/commands.ftl")),
    ("account", include_str!("../../../config/locales/en/account.ftl")),
    ("profile", include_str!("../../../config/locales/en/profile.ftl")),
    ("availability", include_str!("../../../config/locales/en/availability.ftl")),
    ("request", include_str!("../../../config/locales/en/request.ftl")),
    ("matches", include_str!("../../../config/locales/en/matches.ftl")),
    ("find", include_str!("../../../config/locales/en/find.ftl")),
    ("proposal", include_str!("../../../config/locales/en/proposal.ftl")),
    ("contract", include_str!("../../../config/locales/en/contract.ftl")),
    ("dashboard", include_str!("../../../config/locales/en/dashboard.ftl")),
    ("settings", include_str!("../../../config/locales/en/settings.ftl")),
    ("safety", include_str!("../../../config/locales/en/safety.ftl")),
    ("link", include_str!("../../../config/locales/en/link.ftl")),
    ("web", include_str!("../../../config/locales/en/web.ftl")),
];

/// All locales.
pub struct Bundles {
    english: FluentBundle<FluentResource>,
    /// Problems found while loading: a test holds it empty.
    problems: Vec<String>,
}

impl std::fmt::Debug for Bundles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bundles").field("problems", &self.problems).finish_non_exhaustive()
    }
}

/// The bundles, loaded at the first use.
pub fn bundles() -> &'static Bundles {
    static BUNDLES: OnceLock<Bundles> = OnceLock::new();
    BUNDLES.get_or_init(Bundles::load)
}

impl Bundles {
    fn load() -> Self {
        let language: LanguageIdentifier = langid!("en");
        let mut english = FluentBundle::new_concurrent(vec![language]);
        // Member names are isolated by the renderers, which know what the platform does with bidirectional text.
        english.set_use_isolating(false);
        let mut problems = Vec::new();
        for (name, source) in ENGLISH {
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, errors)| {
                    problems.extend(errors.into_iter().map(|error| format!("{name}.ftl: {error}")));
                    partial
                });
            if let Err(errors) = english.add_resource(resource) {
                problems.extend(errors.into_iter().map(|error| format!("{name}.ftl: {error}")));
            }
        }
        Self { english, problems }
    }

    /// What is wrong with the files themselves.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// Whether there is a message under this key.
    pub fn has(&self, key: &str) -> bool {
        self.english.has_message(key)
    }

    /// The message under `key`. A missing key or argument shows as the key itself and is logged: text must never
    /// keep a member from an answer.
    pub(super) fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.english.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "no such text");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let words = self.english.format_pattern(pattern, Some(args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "text could not be filled in");
        }
        words
    }

    /// Every key with the arguments its text uses, for the test that holds code and files equal.
    pub fn keys() -> BTreeMap<String, Vec<String>> {
        let mut keys = BTreeMap::new();
        for (_, source) in ENGLISH {
            let mut current = None;
            for line in source.lines() {
                if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| is_key(key)) {
                    current = Some(key.to_owned());
                    keys.insert(key.to_owned(), Vec::new());
                }
                let Some(args) = current.as_ref().and_then(|key| keys.get_mut(key)) else { continue };
                for piece in line.split("{ $").skip(1).chain(line.split("{$").skip(1)) {
                    let name: String =
                        piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
                    if !name.is_empty() && !args.contains(&name) {
                        args.push(name);
                    }
                }
            }
        }
        keys
    }
}

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_parses_and_no_key_stands_twice() {
        assert_eq!(bundles().problems(), &[] as &[String]);
    }
}
