//! Phrases and what they mean, from a table in `config/data/reading`.

use std::collections::HashMap;

use crate::{
    TableError,
    table::{rows, several},
    token::{Token, tokens},
};

/// Phrases of one or more tokens; the longest that fits counts.
#[derive(Debug)]
pub(crate) struct Lexicon<T> {
    phrases: HashMap<String, T>,
    longest: usize,
}

impl<T: Clone + PartialEq + std::fmt::Debug> Lexicon<T> {
    /// From a table of two columns, meaning and words.
    pub(crate) fn parse(table: &str, meaning: impl Fn(&str) -> Option<T>) -> Result<Self, TableError> {
        let mut lexicon = Self { phrases: HashMap::new(), longest: 0 };
        for row in rows::<2>(table) {
            let (line, [name, words]) = row?;
            let meaning =
                meaning(name).ok_or_else(|| TableError { line, why: format!("no such meaning: {name}") })?;
            lexicon.add(line, words, &meaning)?;
        }
        Ok(lexicon)
    }

    pub(crate) fn empty() -> Self {
        Self { phrases: HashMap::new(), longest: 0 }
    }

    /// Adds one row's words. A phrase can mean only one thing.
    pub(crate) fn add(&mut self, line: usize, words: &str, meaning: &T) -> Result<(), TableError> {
        for phrase in several(words) {
            let tokens = tokens(phrase);
            self.longest = self.longest.max(tokens.len());
            match self.phrases.insert(joined(&tokens), meaning.clone()) {
                Some(other) if other != *meaning => {
                    return Err(TableError { line, why: format!("{phrase} also means {other:?}") });
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The longest phrase that `tokens` begin with, and how many tokens it takes.
    pub(crate) fn at(&self, tokens: &[Token]) -> Option<(&T, usize)> {
        let most = self.longest.min(tokens.len());
        (1..=most).rev().find_map(|length| Some((self.phrases.get(&joined(&tokens[..length]))?, length)))
    }
}

fn joined(tokens: &[Token]) -> String {
    let mut phrase = String::new();
    for token in tokens {
        phrase.push_str(&token.folded);
        phrase.push(' ');
    }
    phrase
}
