//! How much somebody can work: "free 20 h a week", "full time", "fully booked".

use std::{ops::Range, sync::LazyLock};

use super::passage::Passage;
use crate::{Reading, lexicon::Words};

/// Whether somebody takes on work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capacity {
    Free,
    Busy,
    FullTime,
    PartTime,
}

static WORDS: LazyLock<Words<Capacity>> = LazyLock::new(|| {
    Words::embedded("hours", |name| {
        Some(match name {
            "free" => Capacity::Free,
            "busy" => Capacity::Busy,
            "full" => Capacity::FullTime,
            "part" => Capacity::PartTime,
            _ => return None,
        })
    })
});

/// What is said first; "I have" says nothing by itself and counts only with hours.
pub(crate) fn read(passage: &Passage<'_>) -> Option<Reading<Capacity>> {
    let mut at = 0;
    while at < passage.tokens.len() {
        match WORDS.at(passage.rest(at)) {
            Some((Capacity::Free, length)) => at += length,
            Some((capacity, length)) => {
                let range: Range<usize> = at..at + length;
                return Some(Reading::new(*capacity, passage.span(&range)));
            }
            None => at += 1,
        }
    }
    None
}
