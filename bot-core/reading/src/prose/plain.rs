//! Names of skills that are ordinary words too.

use std::{ops::Range, sync::LazyLock};

use super::{
    passage::Passage,
    skills::{AROUND, Around, Found, Listing},
};
use crate::{
    language::{self, Language},
    lexicon::Lexicon,
    token::{Kind, cut},
};

/// How sure a name is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plain {
    /// Only in a list of skills or with a word for one around it.
    Word,
    /// So, and only in capitals.
    Letter,
    /// So, and only in somebody's own list: in a brief it is what there is or will be, "the texts are ready".
    Thing,
    /// The name of a tool and of who works without it: the tool only in a list of such or behind "in".
    Person,
    /// Never in a sentence.
    Never,
}

static PLAIN: LazyLock<Lexicon<Plain>> = LazyLock::new(|| {
    let table =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/plain-words.tsv"));
    let meaning = |name: &str| match name {
        "word" => Some(Plain::Word),
        "letter" => Some(Plain::Letter),
        "thing" => Some(Plain::Thing),
        "person" => Some(Plain::Person),
        "never" => Some(Plain::Never),
        _ => None,
    };
    Lexicon::parse(table, meaning).expect("the embedded table is read by a test")
});

/// Whether a name is in the table of ordinary words.
pub(crate) fn is_listed(name: &str) -> bool {
    let tokens = cut(name);
    PLAIN.at(&tokens).is_some_and(|(_, length)| length == tokens.len())
}

/// What a name is by itself: one that stands in the tables of its language is a word of it.
fn plain(passage: &Passage<'_>, tokens: &Range<usize>) -> Option<Plain> {
    let own = &passage.tokens[tokens.clone()];
    let listed = PLAIN.at(own).filter(|(_, length)| *length == own.len()).map(|(plain, _)| *plain);
    listed.or_else(|| match own {
        [only] if language::is_ordinary(only) => Some(Plain::Word),
        _ => None,
    })
}

/// Whether a word that may be something else is meant as a skill.
pub(super) fn counts(passage: &Passage<'_>, found: &[Found], at: usize, listing: Listing) -> bool {
    let (_, tokens) = &found[at];
    match plain(passage, tokens) {
        None => true,
        Some(Plain::Never) => words_in(passage, passage.clause(tokens.start)) == tokens.len(),
        Some(Plain::Thing) if listing == Listing::Brief => false,
        Some(Plain::Person) => {
            neighbour(passage, found, at).is_some()
                || said_before(passage, tokens) && capital(passage, tokens)
        }
        Some(Plain::Word) if listing == Listing::Claims && beside_sure(passage, found, at) => true,
        Some(Plain::Word | Plain::Thing) => {
            !counted(passage, tokens)
                && (in_company(passage, found, at) || is_foreign(passage, tokens) || is_name(passage, tokens))
        }
        Some(Plain::Letter) => {
            let written = passage.span(tokens).of(passage.text);
            let upper = written.chars().any(char::is_uppercase);
            upper && in_company(passage, found, at) || alone_in_list(passage, found, at)
        }
    }
}

/// "2,300 sales"
fn counted(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).and_then(|before| passage.tokens.get(before));
    before.is_some_and(|before| before.kind == Kind::Number)
        && passage.clause(tokens.start).start < tokens.start
}

/// A word in Latin letters in a text of another script is a name.
fn is_foreign(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let token = &passage.tokens[tokens.start];
    !token.language.is_latin() && token.folded.is_ascii()
}

/// A capital within a sentence, behind a word without one, makes a name of a word, unless it is the writer's own.
fn is_name(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let token = &passage.tokens[tokens.start];
    if token.language == Language::German || !capital(passage, tokens) {
        return false;
    }
    let clause = passage.clause(tokens.start);
    let before = tokens.start.checked_sub(1).filter(|before| *before >= clause.start);
    let called = (1..=3).any(|back| {
        let first = tokens.start.checked_sub(back).filter(|first| *first >= clause.start);
        first
            .and_then(|first| AROUND.at(&passage.tokens[first..tokens.start]))
            .is_some_and(|(word, length)| length == back && *word == Around::Called)
    });
    !called
        && before.is_some_and(|before| {
            let written = passage.tokens[before].span.of(passage.text);
            written.chars().next().is_some_and(char::is_lowercase)
        })
}

/// In a list with other skills, alone between commas, or with a word for a skill beside it.
fn in_company(passage: &Passage<'_>, found: &[Found], at: usize) -> bool {
    let tokens = &found[at].1;
    let sentence = passage.sentence(tokens.start);
    let before = at.checked_sub(1).is_some_and(|before| listed(passage, found[before].1.end..tokens.start));
    let after = found.get(at + 1).is_some_and(|next| listed(passage, tokens.end..next.1.start));
    let said_after = tokens.end < sentence.end
        && matches!(AROUND.at(&passage.tokens[tokens.end..sentence.end]), Some((Around::After, _)));
    let alone = words_in(passage, passage.clause(tokens.start)) <= tokens.len() + 1;
    before || after || alone || said_after || (said_before(passage, tokens) && capital(passage, tokens))
}

/// A word for a skill right before it.
fn said_before(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    let sentence = passage.sentence(tokens.start);
    (1..=3).any(|back| {
        let first = tokens.start.checked_sub(back).filter(|first| *first >= sentence.start);
        first.and_then(|first| AROUND.at(&passage.tokens[first..tokens.start])).is_some_and(
            |(word, length)| {
                length == back && !matches!(word, Around::After | Around::Joins | Around::Called)
            },
        )
    })
}

/// A skill beside it, with at most a comma or an "and" between, that is nothing else.
fn neighbour(passage: &Passage<'_>, found: &[Found], at: usize) -> Option<usize> {
    let tokens = &found[at].1;
    let sure = |other: usize| plain(passage, &found[other].1).is_none();
    let before = at.checked_sub(1).filter(|before| sure(*before));
    let after = Some(at + 1).filter(|next| *next < found.len() && sure(*next));
    before
        .filter(|before| listed(passage, found[*before].1.end..tokens.start))
        .or_else(|| after.filter(|next| listed(passage, tokens.end..found[*next].1.start)))
}

/// "swift objective c": only a space between two names.
fn beside_sure(passage: &Passage<'_>, found: &[Found], at: usize) -> bool {
    let tokens = &found[at].1;
    let touching =
        |other: usize, between: Range<usize>| between.is_empty() && plain(passage, &found[other].1).is_none();
    at.checked_sub(1).is_some_and(|before| touching(before, found[before].1.end..tokens.start))
        || found.get(at + 1).is_some_and(|next| touching(at + 1, tokens.end..next.1.start))
}

fn words_in(passage: &Passage<'_>, range: Range<usize>) -> usize {
    passage.tokens[range].iter().filter(|token| token.kind != Kind::Mark).count()
}

fn capital(passage: &Passage<'_>, tokens: &Range<usize>) -> bool {
    passage.span(tokens).of(passage.text).chars().next().is_some_and(char::is_uppercase)
}

/// Only a comma, a slash or an "and" between two skills.
pub(super) fn listed(passage: &Passage<'_>, between: Range<usize>) -> bool {
    !between.is_empty()
        && between.len() <= 2
        && between
            .clone()
            .all(|at| matches!(AROUND.at(&passage.tokens[at..between.end]), Some((Around::Joins, 1))))
}

/// "go, postgres": between commas in a list with others, even without a capital.
fn alone_in_list(passage: &Passage<'_>, found: &[Found], at: usize) -> bool {
    let tokens = &found[at].1;
    neighbour(passage, found, at).is_some() && words_in(passage, passage.clause(tokens.start)) == tokens.len()
}
