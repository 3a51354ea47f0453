//! The words of places and ranges.
//!
//! The field `workplace` of the tables in `config/data/reading`.

use std::sync::LazyLock;

use crate::{lexicon::Words, token::Token};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    Remote,
    OnSite,
    Hybrid,
    /// "our office": on site, unless something else is said
    Premises,
    /// "in", "near"
    At,
    Km,
    Mile,
    Hour,
    /// "±"
    GiveOrTake,
    Of,
    Range,
}

pub(super) static WORDS: LazyLock<Words<Word>> = LazyLock::new(|| Words::embedded("workplace", meaning));

/// The word that `tokens` begin with, and its length.
pub(crate) fn at(tokens: &[Token]) -> Option<(Word, usize)> {
    WORDS.at(tokens).map(|(word, length)| (*word, length))
}

fn meaning(name: &str) -> Option<Word> {
    Some(match name {
        "remote" => Word::Remote,
        "on-site" => Word::OnSite,
        "hybrid" => Word::Hybrid,
        "premises" => Word::Premises,
        "at" => Word::At,
        "km" => Word::Km,
        "mile" => Word::Mile,
        "hour" => Word::Hour,
        "give-or-take" => Word::GiveOrTake,
        "of" => Word::Of,
        "range" => Word::Range,
        _ => return None,
    })
}
