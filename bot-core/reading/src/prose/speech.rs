//! The human languages somebody has to speak, or does.

use std::sync::LazyLock;

use super::{
    passage::Passage,
    stance::{Stance, Stances},
};
use crate::{
    Reading,
    lexicon::{Lexicon, Words},
    table::rows,
    token::{Token, cut},
};

/// A language and how well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speech {
    /// ISO 639-1.
    pub code: &'static str,
    pub level: Option<SpeechLevel>,
}

/// How well a language is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpeechLevel {
    Basic,
    Good,
    Fluent,
    Native,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Cue,
    Level(SpeechLevel),
    /// "from … to …": a translation
    Translation,
}

static WORDS: LazyLock<Words<Word>> = LazyLock::new(|| {
    Words::embedded("speech", |name| {
        Some(match name {
            "cue" => Word::Cue,
            "translation" => Word::Translation,
            "level native" => Word::Level(SpeechLevel::Native),
            "level fluent" => Word::Level(SpeechLevel::Fluent),
            "level good" => Word::Level(SpeechLevel::Good),
            "level basic" => Word::Level(SpeechLevel::Basic),
            _ => return None,
        })
    })
});

static NAMES: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/languages.tsv"));
    let mut names = Lexicon::empty();
    for (line, [code, words]) in
        rows::<2>(table).map(|row| row.expect("the embedded table is read by a test"))
    {
        names.add(line, words, &code).expect("the embedded table is read by a test");
    }
    names
});

/// The code of a language by any of its names; the whole of `name` has to be one.
pub(crate) fn code(name: &str) -> Option<&'static str> {
    let tokens = cut(name);
    NAMES.at(&tokens).filter(|(_, length)| *length == tokens.len()).map(|(code, _)| *code)
}

/// How many tokens may stand between a language and the word that says that it is to be spoken.
const REACH: usize = 3;

/// The languages that a text says somebody speaks or has to, each once; what is only welcome or denied isn't among them.
pub(crate) fn read(passage: &Passage<'_>, stances: &Stances) -> Vec<Reading<Speech>> {
    let mut found: Vec<Reading<Speech>> = Vec::new();
    // the last language, and whether it counted: "English and German"
    let mut last: Option<(usize, bool)> = None;
    let mut at = 0;
    while at < passage.tokens.len() {
        let Some((code, length)) = NAMES.at(passage.rest(at)) else {
            at += 1;
            continue;
        };
        let around = around(passage, at, length);
        let listed = last.is_some_and(|(end, counted)| counted && super::plain::listed(passage, end..at));
        let counts =
            (around.said || listed) && !stances.denied(passage, at) && !welcome(passage, stances, at);
        if counts && !found.iter().any(|known| known.value.code == *code) {
            let speech = Speech { code, level: around.level };
            found.push(Reading::new(speech, passage.span(&(at..at + length))));
        }
        at += length;
        last = Some((at, counts));
    }
    found
}

struct Around {
    said: bool,
    level: Option<SpeechLevel>,
}

/// The words about speaking near a language, in its sentence.
fn around(passage: &Passage<'_>, at: usize, length: usize) -> Around {
    let sentence = passage.sentence(at);
    let clause = passage.clause(at);
    let first = at.saturating_sub(REACH).max(clause.start);
    let end = (at + length + REACH).min(sentence.end);
    let mut around = Around { said: false, level: None };
    // words before have to end right at the language or at another word of this kind
    let mut from = first;
    while from < at {
        match word_at(&passage.tokens[from..at]) {
            Some((word, length)) => {
                around.take(word);
                from += length;
            }
            None => from += 1,
        }
    }
    let mut from = at + length;
    while from < end {
        match word_at(&passage.tokens[from..end]) {
            Some((word, length)) => {
                // "German speakers", "English: fluent"
                if word != Word::Translation {
                    around.take(word);
                }
                from += length;
            }
            None => from += 1,
        }
    }
    around.said |= translated(passage, at);
    around
}

impl Around {
    fn take(&mut self, word: Word) {
        match word {
            Word::Cue => self.said = true,
            Word::Level(level) => {
                self.said = true;
                self.level = self.level.or(Some(level));
            }
            Word::Translation => {}
        }
    }
}

/// A translation's languages are spoken by whoever does it.
fn translated(passage: &Passage<'_>, at: usize) -> bool {
    let sentence = passage.sentence(at);
    let near = at.saturating_sub(12).max(sentence.start)..(at + 12).min(sentence.end);
    let mut from = near.start;
    while from < near.end {
        match word_at(&passage.tokens[from..near.end]) {
            Some((Word::Translation, _)) => return true,
            Some((_, length)) => from += length,
            None => from += 1,
        }
    }
    false
}

fn word_at(tokens: &[Token]) -> Option<(Word, usize)> {
    WORDS.at(tokens).map(|(word, length)| (*word, length))
}

/// "French is a plus"
fn welcome(passage: &Passage<'_>, stances: &Stances, at: usize) -> bool {
    stances.within(&passage.clause(at)).iter().any(|(stance, _)| *stance == Stance::Nice)
}
