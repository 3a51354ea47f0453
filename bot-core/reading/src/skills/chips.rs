//! "js, reactjs, figma" as chips: known skills, and words to ask about.

use super::{Skill, SkillIndex, Vocabulary, around};
use crate::{Reading, Span};

/// One skill as written in a list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Chip {
    Known(SkillIndex),
    /// Nobody knows the word: did they mean one of these, or is it new?
    Unknown {
        text: String,
        did_you_mean: Vec<SkillIndex>,
    },
}

/// Suggestions for an unknown word.
const MEANT: usize = 3;
/// A longer stretch isn't the name of a skill.
const LONGEST: usize = 60;

impl Vocabulary {
    /// The skills in a list as people write it, in its order, each once. Separated by commas, semicolons, line breaks,
    /// bullets or bars; where that gives no known skill, also by "and", "or", "&", "/" and, if all of it is known then, by
    /// spaces. An unknown stretch over 60 characters is cut there.
    pub fn chips(&self, text: &str) -> Vec<Reading<Chip>> {
        let mut chips: Vec<Reading<Chip>> = Vec::new();
        for part in parts(text) {
            for chip in self.part(text, part) {
                if !chips.iter().any(|known| same(&known.value, &chip.value)) {
                    chips.push(chip);
                }
            }
        }
        chips
    }

    pub(super) fn part(&self, text: &str, part: Span) -> Vec<Reading<Chip>> {
        if let Some(known) = self.known(text, part) {
            return vec![known];
        }
        let pieces = conjuncts(text, part);
        if pieces.len() > 1 && pieces.iter().any(|piece| self.known(text, *piece).is_some()) {
            return pieces.into_iter().map(|piece| self.piece(text, piece)).collect();
        }
        if let Some(words) = self.words(text, part) {
            return words;
        }
        vec![self.piece(text, part)]
    }

    fn piece(&self, text: &str, piece: Span) -> Reading<Chip> {
        self.known(text, piece).unwrap_or_else(|| {
            let written: String = piece.of(text).chars().take(LONGEST).collect();
            let meant = self.did_you_mean(&written, MEANT).into_iter().map(|skill| skill.index).collect();
            Reading::new(Chip::Unknown { text: written, did_you_mean: meant }, piece)
        })
    }

    /// The skill a stretch names: as it stands, or without what people put around a name.
    fn known(&self, text: &str, span: Span) -> Option<Reading<Chip>> {
        let named = |span: Span| {
            self.find(span.of(text)).map(|skill: &Skill| Reading::new(Chip::Known(skill.index), span))
        };
        named(span).or_else(|| named(around::stripped(text, span)?))
    }

    /// The part as several skills with only spaces between, each the longest that is known; `None` unless all are.
    fn words(&self, text: &str, part: Span) -> Option<Vec<Reading<Chip>>> {
        let words: Vec<Span> = split(text, part, char::is_whitespace);
        let mut chips = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let most = (words.len() - at).min(4);
            let (chip, length) = (1..=most).rev().find_map(|length| {
                let span = words[at].to(words[at + length - 1]);
                Some((self.known(text, span)?, length))
            })?;
            chips.push(chip);
            at += length;
        }
        (!chips.is_empty()).then_some(chips)
    }
}

/// What stands between the separators of a list.
pub(crate) fn parts(text: &str) -> Vec<Span> {
    split(text, Span::new(0, text.len()), |letter| {
        matches!(letter, ',' | ';' | '\n' | '|' | '•' | '·' | '،' | '、')
    })
}

pub(super) fn same(one: &Chip, other: &Chip) -> bool {
    match (one, other) {
        (Chip::Known(one), Chip::Known(other)) => one == other,
        (Chip::Unknown { text: one, .. }, Chip::Unknown { text: other, .. }) => {
            crate::text::compact(one) == crate::text::compact(other)
        }
        _ => false,
    }
}

/// The stretches of `whole` between separators, without punctuation that no skill begins or ends with.
fn split(text: &str, whole: Span, separates: impl Fn(char) -> bool) -> Vec<Span> {
    let mut start = whole.start;
    let mut parts = Vec::new();
    for piece in whole.of(text).split_inclusive(separates) {
        let end = start + piece.len();
        parts.extend(bare(text, Span::new(start, end)));
        start = end;
    }
    parts
}

/// `None` if no letter or digit is left.
fn bare(text: &str, span: Span) -> Option<Span> {
    let piece = span.of(text);
    let kept =
        |letter: char| letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter);
    let begins = piece.find(|letter| kept(letter) || letter == '.')?;
    let (last, letter) =
        piece.char_indices().rev().find(|(_, letter)| kept(*letter) || matches!(letter, '+' | '#'))?;
    let end = last + letter.len_utf8();
    let any = piece.get(begins..end).is_some_and(|inner| inner.contains(char::is_alphanumeric));
    any.then(|| Span::new(span.start + begins, span.start + end))
}

/// The part split at " and ", " or ", " + ", "&" and "/".
fn conjuncts(text: &str, part: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    for piece in split(text, part, |letter| matches!(letter, '&' | '/')) {
        let mut start = piece.start;
        let inner = piece.of(text);
        let joints = [" and ", " or ", " + "].into_iter().flat_map(|joint| inner.match_indices(joint));
        let mut joints: Vec<(usize, usize)> = joints.map(|(at, joint)| (at, joint.len())).collect();
        joints.sort_unstable();
        for (at, length) in joints {
            pieces.extend(bare(text, Span::new(start, piece.start + at)));
            start = piece.start + at + length;
        }
        pieces.extend(bare(text, Span::new(start, piece.end)));
    }
    pieces
}
