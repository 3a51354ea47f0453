//! The language of a text, and the table of words that belongs to it.

use std::{collections::HashMap, sync::LazyLock};

use crate::{
    table::{rows, several},
    token::{Token, cut},
};

/// The languages that are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Language {
    #[default]
    English,
    Spanish,
    Portuguese,
    German,
    French,
    Russian,
    Ukrainian,
    Chinese,
    Arabic,
    Hindi,
}

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/", $name, ".tsv"))
    };
}

/// Signs and abbreviations that mean the same everywhere.
pub(crate) const SIGNS: &str = table!("signs");

impl Language {
    pub(crate) const ALL: [Self; 10] = [
        Self::English,
        Self::Spanish,
        Self::Portuguese,
        Self::German,
        Self::French,
        Self::Russian,
        Self::Ukrainian,
        Self::Chinese,
        Self::Arabic,
        Self::Hindi,
    ];

    /// Rows of field, meaning and words.
    pub(crate) const fn table(self) -> &'static str {
        match self {
            Self::English => table!("en"),
            Self::Spanish => table!("es"),
            Self::Portuguese => table!("pt"),
            Self::German => table!("de"),
            Self::French => table!("fr"),
            Self::Russian => table!("ru"),
            Self::Ukrainian => table!("uk"),
            Self::Chinese => table!("zh"),
            Self::Arabic => table!("ar"),
            Self::Hindi => table!("hi"),
        }
    }

    /// Whether it is written in Latin letters.
    pub(crate) const fn is_latin(self) -> bool {
        !matches!(self, Self::Russian | Self::Ukrainian | Self::Chinese | Self::Arabic | Self::Hindi)
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A single word of the tables.
#[derive(Clone, Copy, Debug, Default)]
struct Voter {
    /// The languages whose tables have it.
    languages: u16,
    /// ... not only among the words around a skill.
    ordinary: u16,
    /// How often it says which language it is.
    weight: usize,
}

static VOTERS: LazyLock<HashMap<String, Voter>> = LazyLock::new(|| {
    let mut voters: HashMap<String, Voter> = HashMap::new();
    for language in Language::ALL {
        // a row that can't be read is reported where its field is loaded
        for (_, [field, _, words]) in rows::<3>(language.table()).filter_map(Result::ok) {
            // function words are many in any text, the rest stands in form fields of two words
            let weight = if field == "common" { 2 } else { 1 };
            for word in several(words).map(cut) {
                if let [only] = word.as_slice() {
                    let voter = voters.entry(only.folded.clone()).or_default();
                    voter.languages |= language.bit();
                    voter.weight = voter.weight.max(weight);
                    if !matches!(field, "skill" | "speech" | "title") {
                        voter.ordinary |= language.bit();
                    }
                }
            }
        }
    }
    voters
});

/// Whether a token is one of its language's most usual words.
pub(crate) fn is_common(token: &Token) -> bool {
    VOTERS
        .get(&token.folded)
        .is_some_and(|voter| voter.weight > 1 && voter.languages & token.language.bit() != 0)
}

/// Whether a token is a word that its language's sentences are made of.
pub(crate) fn is_ordinary(token: &Token) -> bool {
    VOTERS.get(&token.folded).is_some_and(|voter| voter.ordinary & token.language.bit() != 0)
}

/// The language that most of the words are of; English where nothing says.
pub(crate) fn of(tokens: &[Token]) -> Language {
    let mut letters = [0_usize; SCRIPTS.len() + 1];
    for letter in tokens.iter().flat_map(|token| token.folded.chars()).filter(|letter| letter.is_alphabetic())
    {
        let script = SCRIPTS.iter().position(|(range, _)| range.contains(&letter));
        // a Chinese word is a letter or two long
        let weight = if script == Some(0) { 3 } else { 1 };
        letters[script.unwrap_or(SCRIPTS.len())] += weight;
    }
    let all: usize = letters.iter().sum();
    let main =
        (0..SCRIPTS.len()).max_by_key(|script| letters[*script]).filter(|script| letters[*script] * 4 > all);
    let candidates: &[Language] = main.map_or(&LATIN, |script| SCRIPTS[script].1);
    if let [only] = candidates {
        return *only;
    }
    let mut votes = [0_usize; Language::ALL.len()];
    for voter in tokens.iter().filter_map(|token| VOTERS.get(&token.folded)) {
        for language in candidates.iter().filter(|language| voter.languages & language.bit() != 0) {
            votes[*language as usize] += voter.weight;
        }
    }
    let most = candidates.iter().map(|language| votes[*language as usize]).max().unwrap_or_default();
    candidates.iter().copied().find(|language| votes[*language as usize] == most).unwrap_or_default()
}

const LATIN: [Language; 5] =
    [Language::English, Language::Spanish, Language::Portuguese, Language::German, Language::French];

/// Scripts by their letters, and the languages written in them.
const SCRIPTS: [(std::ops::RangeInclusive<char>, &[Language]); 4] = [
    ('\u{3400}'..='\u{9fff}', &[Language::Chinese]),
    ('\u{0400}'..='\u{04ff}', &[Language::Russian, Language::Ukrainian]),
    ('\u{0600}'..='\u{06ff}', &[Language::Arabic]),
    ('\u{0900}'..='\u{097f}', &[Language::Hindi]),
];
