//! Phrases and what they mean, from tables in `config/data/reading`.

use std::collections::HashMap;

use crate::{
    TableError,
    language::{self, Language, SIGNS},
    table::{rows, several},
    token::{Token, cut},
};

/// Phrases of one or more tokens; the longest that fits counts.
#[derive(Debug)]
pub(crate) struct Lexicon<T> {
    phrases: HashMap<String, T>,
    /// First tokens, and the length of the longest phrase that begins so.
    longest: HashMap<String, usize>,
}

impl<T: Clone + PartialEq + std::fmt::Debug> Lexicon<T> {
    /// From a table of two columns, meaning and words.
    pub(crate) fn parse(table: &str, meaning: impl Fn(&str) -> Option<T>) -> Result<Self, TableError> {
        let mut lexicon = Self::empty();
        for row in rows::<2>(table) {
            let (line, [name, words]) = row?;
            lexicon.add(line, words, &known(line, name, &meaning)?)?;
        }
        Ok(lexicon)
    }

    /// One field of a table of three columns: field, meaning and words.
    pub(crate) fn field(
        table: &str,
        field: &str,
        meaning: impl Fn(&str) -> Option<T>,
    ) -> Result<Self, TableError> {
        let mut lexicon = Self::empty();
        for row in rows::<3>(table) {
            let (line, [of, name, words]) = row?;
            if of == field {
                lexicon.add(line, words, &known(line, name, &meaning)?)?;
            }
        }
        Ok(lexicon)
    }

    pub(crate) fn empty() -> Self {
        Self { phrases: HashMap::new(), longest: HashMap::new() }
    }

    /// Adds one row's words. A phrase can mean only one thing.
    pub(crate) fn add(&mut self, line: usize, words: &str, meaning: &T) -> Result<(), TableError> {
        for phrase in several(words) {
            let tokens = cut(phrase);
            let Some(first) = tokens.first() else {
                return Err(TableError { line, why: "an empty phrase".to_owned() });
            };
            let longest = self.longest.entry(first.folded.clone()).or_default();
            *longest = tokens.len().max(*longest);
            match self.phrases.insert(joined(&tokens), meaning.clone()) {
                Some(other) if other != *meaning => {
                    return Err(TableError { line, why: format!("{phrase} also means {other:?}") });
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether any phrase begins with a token.
    pub(crate) fn has_first(&self, token: &Token) -> bool {
        self.longest.contains_key(&token.folded)
    }

    /// The longest phrase that `tokens` begin with, and how many tokens it takes.
    pub(crate) fn at(&self, tokens: &[Token]) -> Option<(&T, usize)> {
        let most = tokens.len().min(*self.longest.get(&tokens.first()?.folded)?);
        (1..=most).rev().find_map(|length| Some((self.phrases.get(&joined(&tokens[..length]))?, length)))
    }
}

fn known<T>(line: usize, name: &str, meaning: impl Fn(&str) -> Option<T>) -> Result<T, TableError> {
    meaning(name).ok_or_else(|| TableError { line, why: format!("no such meaning: {name}") })
}

fn joined(tokens: &[Token]) -> String {
    let mut phrase = String::new();
    for token in tokens {
        phrase.push_str(&token.folded);
        phrase.push(' ');
    }
    phrase
}

/// One field's phrases in all languages. A text's own language comes first; signs and English words, which people
/// everywhere mix in, count where that has nothing as long.
#[derive(Debug)]
pub(crate) struct Words<T> {
    languages: Vec<Lexicon<T>>,
    signs: Lexicon<T>,
}

/// English words shorter than this, and those that the other language has too, are words of their own in other languages ("no", "in", "a").
const MIXED_IN_BYTES: usize = 3;

impl<T: Clone + PartialEq + std::fmt::Debug> Words<T> {
    /// The field's rows of the embedded tables, which a test reads.
    pub(crate) fn embedded(field: &str, meaning: impl Fn(&str) -> Option<T>) -> Self {
        let lexicon = |table| match Lexicon::field(table, field, &meaning) {
            Ok(lexicon) => lexicon,
            Err(error) => panic!("{field}, {error} of the table that begins with {:?}", table.lines().next()),
        };
        Self {
            languages: Language::ALL.into_iter().map(|language| lexicon(language.table())).collect(),
            signs: lexicon(SIGNS),
        }
    }

    /// The longest phrase that `tokens` begin with, and how many tokens it takes.
    pub(crate) fn at(&self, tokens: &[Token]) -> Option<(&T, usize)> {
        let language = tokens.first()?.language;
        let own = self.languages[language as usize].at(tokens);
        let sign = self.signs.at(tokens);
        let english = self.languages[Language::English as usize].at(tokens).filter(|(_, length)| {
            language != Language::English
                && !(*length == 1 && language::is_common(&tokens[0]))
                && tokens[..*length].iter().map(|token| token.folded.len()).sum::<usize>() >= MIXED_IN_BYTES
        });
        // of equally long ones the last counts
        [english, sign, own].into_iter().flatten().max_by_key(|(_, length)| *length)
    }
}
