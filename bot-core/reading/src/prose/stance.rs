//! Whether something is asked for, welcome, or not wanted.

use std::{ops::Range, sync::LazyLock};

use super::passage::Passage;
use crate::lexicon::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stance {
    /// "no", "without"
    Not,
    /// "but": what was said before it ends here
    But,
    /// "nice to have"
    Nice,
    /// "required"
    Must,
    /// "we are": the writer, not the work
    Own,
}

static WORDS: LazyLock<Words<Stance>> = LazyLock::new(|| {
    Words::embedded("stance", |name| {
        Some(match name {
            "not" => Stance::Not,
            "but" => Stance::But,
            "nice" => Stance::Nice,
            "must" => Stance::Must,
            "own" => Stance::Own,
            _ => return None,
        })
    })
});

/// The words of a text that say so, in order.
#[derive(Debug)]
pub(crate) struct Stances(Vec<(Stance, Range<usize>)>);

impl Stances {
    pub(crate) fn of(passage: &Passage<'_>) -> Self {
        let mut found = Vec::new();
        let mut at = 0;
        while at < passage.tokens.len() {
            let length = match WORDS.at(passage.rest(at)) {
                Some((stance, length)) => {
                    found.push((*stance, at..at + length));
                    length
                }
                None => 1,
            };
            at += length;
        }
        Self(found)
    }

    pub(crate) fn all(&self) -> &[(Stance, Range<usize>)] {
        &self.0
    }

    /// Those within `range`.
    pub(crate) fn within(&self, range: &Range<usize>) -> &[(Stance, Range<usize>)] {
        let first = self.0.partition_point(|(_, at)| at.start < range.start);
        let end = self.0.partition_point(|(_, at)| at.start < range.end);
        &self.0[first..end.max(first)]
    }

    /// Whether the last word before a token, in its clause, says no.
    pub(crate) fn denied(&self, passage: &Passage<'_>, at: usize) -> bool {
        let before = passage.clause(at).start..at;
        let mut said = self.within(&before).iter().rev();
        said.find(|(stance, _)| matches!(stance, Stance::Not | Stance::But | Stance::Must))
            .is_some_and(|(stance, _)| *stance == Stance::Not)
    }

    /// Whether a clause speaks of the writer.
    pub(crate) fn own(&self, range: &Range<usize>) -> bool {
        self.within(range).iter().any(|(stance, _)| *stance == Stance::Own)
    }
}
