//! What every Rust file has, and what none has.

use crate::files::{self, expect_none};
use crate::lexer::{self, Kind, Token};

const LONGEST_SUMMARY: usize = 80;

#[test]
fn every_module_says_in_one_line_what_it_is() {
    let mut faults = Vec::new();
    for source in files::rust() {
        let first = source.text.lines().next().unwrap_or_default();
        match first.strip_prefix("//! ") {
            None => faults.push(format!("{}: starts with no `//! …`", source.at(1))),
            Some(summary) if summary.chars().count() > LONGEST_SUMMARY => {
                faults.push(format!("{}: {} characters", source.at(1), summary.chars().count()));
            }
            Some(_) => {}
        }
    }
    expect_none(
        "Start the file with a `//!` line of at most 80 characters that says what the module is.",
        &faults,
    );
}

#[test]
fn no_file_is_named_after_nothing() {
    let nothing = ["util", "utils", "helper", "helpers", "common", "misc", "shared", "stuff"];
    let sources = files::rust();
    let named =
        sources.iter().filter(|s| s.path.trim_end_matches(".rs").split('/').any(|p| nothing.contains(&p)));
    let faults: Vec<_> = named.map(|s| s.path.clone()).collect();
    expect_none(
        "Name the file after the noun it is about; if there are several nouns, it is several files.",
        &faults,
    );
}

#[test]
fn nothing_is_left_for_later() {
    let mut faults = Vec::new();
    for source in files::rust() {
        let tokens = lexer::tokens(&source.text);
        for (n, token) in tokens.iter().enumerate() {
            let placeholder = match &token.kind {
                Kind::Word(word) => {
                    matches!(word.as_str(), "todo" | "unimplemented" | "dbg")
                        && tokens.get(n + 1).is_some_and(|t| t.is_sign('!'))
                        || word == "ignore" && in_attribute(&tokens[..n])
                }
                Kind::Comment(comment) => ["TODO", "FIXME", "XXX"].iter().any(|mark| comment.contains(mark)),
                _ => false,
            };
            if placeholder {
                faults.push(source.at(token.line));
            }
        }
    }
    faults.retain(|place| !place.starts_with("tests/tidy/"));
    expect_none(
        "Finish it or leave it out: no todo!, unimplemented!, dbg!, #[ignore] and no TODO comment.",
        &faults,
    );
}

#[test]
fn a_silenced_lint_is_expected_with_a_reason() {
    let mut faults = Vec::new();
    for source in files::rust() {
        let tokens = lexer::code(&source.text);
        let allows =
            tokens.iter().enumerate().filter(|(n, t)| t.is_word("allow") && in_attribute(&tokens[..*n]));
        faults.extend(allows.map(|(_, t)| source.at(t.line)));
    }
    expect_none(
        "Write #[expect(lint, reason = \"…\")]: it fails once the reason is gone, #[allow] stays for ever.",
        &faults,
    );
}

/// Whether the next word would be the first of an attribute: `#[` or `#![` right before it.
fn in_attribute(before: &[Token]) -> bool {
    let signs = |signs: &[char]| {
        let last = before.len().checked_sub(signs.len()).map(|n| &before[n..]);
        last.is_some_and(|last| last.iter().zip(signs).all(|(token, sign)| token.is_sign(*sign)))
    };
    signs(&['#', '[']) || signs(&['#', '!', '['])
}
