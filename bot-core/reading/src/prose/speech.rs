//! The human languages somebody has to speak, or does.

use std::sync::LazyLock;

use super::{
    passage::Passage,
    stance::{Stance, Stances},
};
use crate::{
    Reading,
    codes::Codes,
    lexicon::{Lexicon, Words},
    skills::chips,
    table::rows,
    token::{Token, cut, tokens},
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

/// The languages of a list with nothing else in it, each once, and the parts of it that name none.
pub(crate) fn listed(text: &str) -> (Vec<Reading<Speech>>, Vec<Reading<&str>>) {
    let (mut found, mut unread): (Vec<Reading<Speech>>, Vec<Reading<&str>>) = (Vec::new(), Vec::new());
    for part in chips::parts(text) {
        let tokens = tokens(part.of(text));
        let mut speech: Option<(&'static str, usize)> = None;
        let mut level = None;
        let mut at = 0;
        while at < tokens.len() {
            let rest = &tokens[at..];
            at += match (named(rest), word_at(rest)) {
                (Some((code, length)), _) if speech.is_none() => {
                    speech = Some((code, at));
                    length
                }
                (_, Some((word, length))) => {
                    if let Word::Level(said) = word {
                        level = level.or(Some(said));
                    }
                    length
                }
                _ => {
                    level = level.or_else(|| framework(&rest[0].folded));
                    1
                }
            };
        }
        match speech {
            Some((code, _)) if found.iter().any(|known| known.value.code == code) => {}
            Some((code, _)) => found.push(Reading::new(Speech { code, level }, part)),
            None => unread.push(Reading::new(part.of(text), part)),
        }
    }
    (found, unread)
}

/// A language by a name in the words of briefs, or by any other there is.
fn named(rest: &[Token]) -> Option<(&'static str, usize)> {
    const LONGEST: usize = 3;
    if let Some((code, length)) = NAMES.at(rest) {
        return Some((code, length));
    }
    (1..=LONGEST.min(rest.len())).rev().find_map(|length| {
        let words: Vec<&str> = rest[..length].iter().map(|token| token.folded.as_str()).collect();
        let words = words.join(" ");
        // a code of two letters alone is a word of many languages
        let coded = Codes::languages().find(&words).filter(|_| words.len() > 3)?;
        Some((coded.code, length))
    })
}

/// A level of the common European framework.
fn framework(word: &str) -> Option<SpeechLevel> {
    Some(match word {
        "a1" | "a2" => SpeechLevel::Basic,
        "b1" | "b2" => SpeechLevel::Good,
        "c1" | "c2" => SpeechLevel::Fluent,
        _ => return None,
    })
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
