//! What a text orders the software to do.
//!
//! That is just text, and no part of the request: it is read as if it weren't there.

use std::{ops::Range, sync::LazyLock};

use super::{
    passage::Passage,
    stance::{Stance, Stances},
    title,
};
use crate::lexicon::Words;

static WORDS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::embedded("order", |name| (name == "-").then_some(())));

/// The text with spaces in the place of its orders, of the same length; `None` if it has none. An order goes to the end of
/// its sentence, or to a clause that asks for work or begins with "but".
pub(crate) fn without(passage: &Passage<'_>, stances: &Stances) -> Option<String> {
    let orders: Vec<Range<usize>> =
        passage.sentences().iter().flat_map(|sentence| orders(passage, stances, sentence)).collect();
    if orders.is_empty() {
        return None;
    }
    let mut bytes = passage.text.as_bytes().to_vec();
    for order in orders {
        let span = passage.span(&order);
        bytes.get_mut(span.start..span.end)?.fill(b' ');
    }
    String::from_utf8(bytes).ok()
}

/// The clauses of a sentence that order something.
fn orders(passage: &Passage<'_>, stances: &Stances, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut ordering = false;
    let mut at = sentence.start;
    while at < sentence.end {
        let clause = passage.clause(at);
        let end = clause.end.min(sentence.end);
        let ordered = (at..end).any(|at| WORDS.at(&passage.tokens[at..end]).is_some());
        let turns = title::leads(passage, &(at..end))
            || stances.within(&(at..end)).iter().any(|(stance, _)| *stance == Stance::But);
        ordering = ordered || ordering && !turns;
        if ordering {
            found.push(at..end);
        }
        at = end;
    }
    found
}
