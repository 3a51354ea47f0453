//! Words that members never read.

use crate::files::{self, Source, expect_none};
use crate::lexer::{self, Kind};

/// Holding someone's money under this name needs a licence; we only ever say who pays whom, and when.
const BANNED: &str = "escrow";

#[test]
fn nothing_promises_escrow() {
    let mut faults = Vec::new();
    for source in files::ending_in(&[".ftl", ".html", ".js"]) {
        let lines = source.text.lines().enumerate().filter(|(_, line)| says(line));
        faults.extend(lines.map(|(n, _)| source.at(n + 1)));
    }
    for source in files::rust().iter().filter(|s| speaks_to_members(s)) {
        let texts = lexer::code(&source.text)
            .into_iter()
            .filter(|t| matches!(&t.kind, Kind::Text(text) if says(text)));
        faults.extend(texts.map(|t| source.at(t.line)));
    }
    expect_none(
        "Say what happens: \"held until you approve\" where a provider holds it, else who confirms what.",
        &faults,
    );
}

fn says(text: &str) -> bool {
    text.to_lowercase().contains(BANNED)
}

/// Tests may name the word to prove its absence, and a member may write it: bot-reading knows it.
fn speaks_to_members(source: &Source) -> bool {
    ["src", "bot-core/src", "discord/src", "telegram/src", "web-auth/src", "playground/src"]
        .iter()
        .any(|folder| source.is_in(folder))
}
