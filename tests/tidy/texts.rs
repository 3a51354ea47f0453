//! Fluent keys: what the code asks for is what the English files hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::files::{self, Source, expect_none};
use crate::lexer::{self, Kind, Token};

#[test]
fn every_key_in_code_has_a_text_with_the_same_arguments() {
    let texts = texts();
    let mut faults = Vec::new();
    for source in speaking() {
        for call in calls(&lexer::code(&source.text)) {
            let place = source.at(call.line);
            match texts.get(&call.key) {
                None => faults.push(format!("{place}: no text `{}`", call.key)),
                Some(wanted) => {
                    let given = call.arguments.as_ref().filter(|given| *given != wanted);
                    faults
                        .extend(given.map(|given| {
                            format!("{place}: `{}` gets {given:?}, wants {wanted:?}", call.key)
                        }));
                }
            }
        }
    }
    expect_none(
        "Write the text into config/locales/en, with a `{ $name }` for each argument the code gives.",
        &faults,
    );
}

#[test]
fn every_text_is_asked_for() {
    let named: BTreeSet<String> = speaking().iter().flat_map(|source| literals(&source.text)).collect();
    let patterns: Vec<Vec<&str>> = named.iter().filter_map(|literal| pattern(literal)).collect();
    let unused: Vec<_> = texts()
        .into_keys()
        .filter(|key| !named.contains(key) && !patterns.iter().any(|pattern| fits(key, pattern)))
        .collect();
    expect_none("Nothing in the code names these keys of config/locales/en: remove the texts.", &unused);
}

#[test]
fn every_english_file_is_loaded() {
    let included: BTreeSet<String> = speaking().iter().flat_map(|source| literals(&source.text)).collect();
    let files = files::ending_in(&[".ftl"]);
    let lost = files.iter().filter(|f| f.is_in("config/locales/en"));
    let lost = lost.filter(|f| !included.iter().any(|literal| literal.ends_with(&f.path)));
    let faults: Vec<_> = lost.map(|f| f.path.clone()).collect();
    expect_none("bot-core/src/i18n doesn't include these files, so nobody reads them.", &faults);
}

/// A `reader.text("key", &[("name", value)])` or `reader.line(…)`.
struct Call {
    line: usize,
    key: String,
    /// Unknown where they aren't written out in the call.
    arguments: Option<BTreeSet<String>>,
}

fn calls(tokens: &[Token]) -> Vec<Call> {
    let mut calls = Vec::new();
    for (n, window) in tokens.windows(5).enumerate() {
        let [dot, method, open, key, comma] = window else { continue };
        let asks = dot.is_sign('.') && (method.is_word("text") || method.is_word("line"));
        if let (true, Kind::Text(text)) = (asks && open.is_sign('(') && comma.is_sign(','), &key.kind) {
            calls.push(Call { line: key.line, key: text.clone(), arguments: arguments(&tokens[n + 5..]) });
        }
    }
    calls
}

/// The names in `&[("count", …), ("title", …)]`.
fn arguments(tokens: &[Token]) -> Option<BTreeSet<String>> {
    let [and, open, rest @ ..] = tokens else { return None };
    if !(and.is_sign('&') && open.is_sign('[')) {
        return None;
    }
    let mut names = BTreeSet::new();
    let mut depth = 1_usize;
    for (n, token) in rest.iter().enumerate() {
        match &token.kind {
            Kind::Sign('(' | '[' | '{') => depth += 1,
            Kind::Sign(')' | ']' | '}') => depth -= 1,
            Kind::Text(name) if depth == 2 && n > 0 && rest[n - 1].is_sign('(') => {
                let _ = names.insert(name.clone());
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    Some(names)
}

/// The keys of the English files, each with the arguments its text names.
fn texts() -> BTreeMap<String, BTreeSet<String>> {
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in files::ending_in(&[".ftl"]).iter().filter(|s| s.is_in("config/locales/en")) {
        let mut key = None;
        for line in source.text.lines().filter(|line| !line.starts_with('#')) {
            let starts = line.starts_with(|c: char| c.is_ascii_lowercase());
            if let Some((name, _)) = line.split_once('=').filter(|_| starts) {
                texts.entry(name.trim().to_owned()).or_default();
                key = Some(name.trim().to_owned());
            }
            if let Some(arguments) = key.as_ref().and_then(|key| texts.get_mut(key)) {
                arguments.extend(line.split('$').skip(1).map(name_at_start).filter(|name| !name.is_empty()));
            }
        }
    }
    texts
}

fn name_at_start(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

fn literals(text: &str) -> Vec<String> {
    let texts = lexer::code(text).into_iter().filter_map(|t| match t.kind {
        Kind::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

/// The fixed parts of a key made by `format!("command-{path}")`.
fn pattern(literal: &str) -> Option<Vec<&str>> {
    let parts: Vec<_> = literal.split('{').collect();
    let mut fixed = vec![*parts.first()?];
    for part in &parts[1..] {
        fixed.push(part.split_once('}')?.1);
    }
    let is_key = |part: &&str| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    // one part is no pattern, and without a word in front anything would fit
    (fixed.len() > 1 && fixed[0].len() > 1 && fixed.iter().all(is_key)).then_some(fixed)
}

fn fits(key: &str, pattern: &[&str]) -> bool {
    let Some((first, rest)) = pattern.split_first() else { return false };
    let Some(mut left) = key.strip_prefix(first) else { return false };
    let Some((last, middle)) = rest.split_last() else { return left.is_empty() };
    for part in middle {
        let Some((_, behind)) = left.split_once(part) else { return false };
        left = behind;
    }
    left.ends_with(last)
}

/// The code that words something for members.
fn speaking() -> Vec<Source> {
    let rooms = ["bot-core/src", "discord/src", "telegram/src", "web-auth/src", "src"];
    let mut sources = files::rust();
    sources.retain(|s| rooms.iter().any(|room| s.is_in(room)) && !s.is_in("bot-core/src/storage"));
    sources
}

#[test]
fn calls_and_patterns_are_read() {
    let code =
        r#"let t = reader.text("form-fix", &[("count", f("x", 1).into()), ("title", t)]); row.text("id")?;"#;
    let calls = calls(&lexer::code(code));
    assert_eq!(calls.len(), 1);
    let expected = BTreeSet::from(["count".to_owned(), "title".to_owned()]);
    assert_eq!((calls[0].key.as_str(), calls[0].arguments.as_ref()), ("form-fix", Some(&expected)));
    let choice = pattern("choice-{}-{choice}").expect("a key with two holes");
    assert!(fits("choice-role-client", &choice));
    assert!(!fits("command-start", &choice));
    assert_eq!(pattern("{} lines"), None);
}
