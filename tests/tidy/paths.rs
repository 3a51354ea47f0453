//! The paths a Rust file names, in `use` trees and in code, written out in full.

use crate::files::Source;
use crate::lexer::{self, Kind, Token};

/// A path as the file names it, `crate`, `self` and `super` resolved to `crate::…`.
#[derive(Debug, PartialEq)]
pub(crate) struct Named {
    pub(crate) line: usize,
    pub(crate) segments: Vec<String>,
}

impl Named {
    /// Whether the path starts with these segments.
    pub(crate) fn starts_with(&self, segments: &[&str]) -> bool {
        self.segments.len() >= segments.len() && self.segments.iter().zip(segments).all(|(a, b)| a == b)
    }

    /// Whether the path ends with these segments.
    pub(crate) fn ends_with(&self, segments: &[&str]) -> bool {
        let skipped = self.segments.len().checked_sub(segments.len());
        skipped.is_some_and(|n| self.segments[n..].iter().zip(segments).all(|(a, b)| a == b))
    }
}

/// Every path of two or more segments, and every import.
pub(crate) fn named(source: &Source) -> Vec<Named> {
    let tokens = lexer::code(&source.text);
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
        module: module_of(&source.path),
        blocks: Vec::new(),
        found: Vec::new(),
    };
    while reader.at < tokens.len() {
        reader.step();
    }
    reader.found
}

/// `bot-core/src/flows/proposal/mod.rs` is the module `crate::flows::proposal`.
fn module_of(path: &str) -> Vec<String> {
    let inside =
        path.split_once("/src/").map_or_else(|| path.strip_prefix("src/").unwrap_or(""), |(_, rest)| rest);
    let mut module = vec!["crate".to_owned()];
    module.extend(inside.trim_end_matches(".rs").split('/').filter(|s| !s.is_empty()).map(str::to_owned));
    if module.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main")) {
        module.pop();
    }
    module
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    module: Vec<String>,
    /// Open braces; true where one opened an inline module.
    blocks: Vec<bool>,
    found: Vec<Named>,
}

impl Reader<'_> {
    fn step(&mut self) {
        let token = &self.tokens[self.at];
        match &token.kind {
            Kind::Word(word) if word == "use" => {
                self.at += 1;
                self.tree(&[]);
            }
            Kind::Word(word) if word == "mod" && self.sign_at(2, '{') => {
                if let Some(Kind::Word(name)) = self.tokens.get(self.at + 1).map(|t| &t.kind) {
                    self.module.push(name.clone());
                    self.blocks.push(true);
                }
                self.at += 3;
            }
            Kind::Word(_) => self.expression(),
            Kind::Sign('{') => {
                self.blocks.push(false);
                self.at += 1;
            }
            Kind::Sign('}') => {
                if self.blocks.pop() == Some(true) {
                    self.module.pop();
                }
                self.at += 1;
            }
            _ => self.at += 1,
        }
    }

    fn expression(&mut self) {
        let line = self.tokens[self.at].line;
        let segments = self.segments();
        if segments.len() > 1 {
            self.push(line, segments);
        }
    }

    /// One branch of a `use` tree under `prefix`.
    fn tree(&mut self, prefix: &[String]) {
        if self.tokens.get(self.at).is_some_and(|t| t.kind == Kind::PathSep) {
            self.at += 1;
        }
        let line = self.tokens.get(self.at).map_or(0, |t| t.line);
        let mut path = prefix.to_vec();
        path.extend(self.segments());
        if self.sign_at(0, '{') {
            self.at += 1;
            while self.at < self.tokens.len() && !self.sign_at(0, '}') {
                self.tree(&path);
                // the comma, or the new name after `as`
                while self.at < self.tokens.len() && !self.sign_at(0, ',') && !self.sign_at(0, '}') {
                    self.at += 1;
                }
                if self.sign_at(0, ',') {
                    self.at += 1;
                }
            }
            self.at += 1;
        } else {
            if self.sign_at(0, '*') {
                path.push("*".into());
                self.at += 1;
            }
            self.push(line, path);
        }
    }

    /// `a::b::c`, leaving the reader behind it (and behind a trailing `::`).
    fn segments(&mut self) -> Vec<String> {
        let mut segments = Vec::new();
        while let Some(Token { kind: Kind::Word(word), .. }) = self.tokens.get(self.at) {
            segments.push(word.clone());
            self.at += 1;
            if self.tokens.get(self.at).is_none_or(|t| t.kind != Kind::PathSep) {
                break;
            }
            self.at += 1;
        }
        segments
    }

    fn push(&mut self, line: usize, mut segments: Vec<String>) {
        let mut base = self.module.clone();
        match segments.first().map(String::as_str) {
            Some("self") => drop(segments.remove(0)),
            Some("super") => {
                while segments.first().is_some_and(|s| s == "super") {
                    segments.remove(0);
                    base.pop();
                }
            }
            _ => base.clear(),
        }
        base.append(&mut segments);
        if base.last().is_some_and(|s| s == "self") {
            base.pop();
        }
        self.found.push(Named { line, segments: base });
    }

    fn sign_at(&self, by: usize, sign: char) -> bool {
        self.tokens.get(self.at + by).is_some_and(|t| t.is_sign(sign))
    }
}

#[test]
fn trees_and_relative_paths_are_written_out() {
    let text = "use super::{view, action as act};\nuse sqlx::Any;\nmod tests { use super::*; fn f() { crate::storage::open() } }";
    let source = Source { path: "bot-core/src/flows/proposal/form.rs".into(), text: text.into() };
    let paths: Vec<_> = named(&source).iter().map(|n| n.segments.join("::")).collect();
    let expected = [
        "crate::flows::proposal::view",
        "crate::flows::proposal::action",
        "sqlx::Any",
        "crate::flows::proposal::form::*",
        "crate::storage::open",
    ];
    assert_eq!(paths, expected);
}
