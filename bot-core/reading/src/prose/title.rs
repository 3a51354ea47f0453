//! What a person would put above a text.

use std::{ops::Range, sync::LazyLock};

use super::{
    passage::Passage,
    stance::{Stance, Stances},
};
use crate::{Reading, lexicon::Words, token::Kind};

/// Words that a title leaves out, or ends at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Greeting,
    /// "I'm looking for"
    Lead,
    /// "budget"
    Break,
}

static WORDS: LazyLock<Words<Word>> = LazyLock::new(|| {
    Words::embedded("title", |name| {
        Some(match name {
            "greeting" => Word::Greeting,
            "lead" => Word::Lead,
            "break" => Word::Break,
            _ => return None,
        })
    })
});

/// Characters of the longest title.
const LONGEST: usize = 80;
/// Words before a title may end at "for" or the like.
const FEW: usize = 6;

/// The first sentence that asks for something, without what leads up to it and without what follows, or the first that
/// names a skill (`names`, positions of tokens); where there is neither, `None` unless the text is wanted `anyway`.
pub(crate) fn read(
    passage: &Passage<'_>,
    stances: &Stances,
    names: &[usize],
    anyway: bool,
) -> Option<Reading<String>> {
    let sentences = passage.sentences();
    let named =
        |sentence: &Range<usize>| names.iter().any(|at| sentence.contains(at)) && !stances.own(sentence);
    let asking = sentences.iter().find_map(|sentence| {
        asked(passage, stances, sentence, Where::Clause)
            .or_else(|| named(sentence).then(|| greeted(passage, sentence)))
    });
    let first = || {
        let inside = sentences.iter().find_map(|sentence| asked(passage, stances, sentence, Where::Anywhere));
        inside.or_else(|| {
            sentences.iter().map(|sentence| greeted(passage, sentence)).find(|rest| words(passage, rest) >= 2)
        })
    };
    let range = match asking {
        Some(range) => range,
        None if anyway => first()?,
        None => return None,
    };
    let range = shortened(passage, range);
    let span = passage.span(&range);
    let title: String = span.of(passage.text).split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then(|| Reading::new(capitalised(&title), span))
}

/// Where in a sentence the words stand that ask for something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    /// At the beginning of a clause.
    Clause,
    Anywhere,
}

/// How somebody introduces themselves: the first sentence without a greeting.
pub(crate) fn headline(passage: &Passage<'_>) -> Option<Reading<String>> {
    let first = passage
        .sentences()
        .iter()
        .map(|sentence| greeted(passage, sentence))
        .find(|rest| words(passage, rest) >= 2)?;
    let range = shortened(passage, first);
    let span = passage.span(&range);
    Some(Reading::new(capitalised(span.of(passage.text)), span))
}

/// What follows the words that lead up to it, if the sentence has such and doesn't go on with a "no".
fn asked(
    passage: &Passage<'_>,
    stances: &Stances,
    sentence: &Range<usize>,
    place: Where,
) -> Option<Range<usize>> {
    let mut at = sentence.start;
    let mut begins_here = true;
    while at < sentence.end {
        begins_here |= begins(passage, at);
        match WORDS.at(&passage.tokens[at..sentence.end]) {
            Some((Word::Lead, length)) if begins_here || place == Where::Anywhere && length > 1 => {
                let mut start = at + length;
                while let Some((Word::Lead | Word::Greeting, length)) =
                    WORDS.at(&passage.tokens[start..sentence.end])
                {
                    start += length;
                }
                let rest = skipped(passage, start..sentence.end);
                let refused = stances
                    .within(&(rest.start..rest.start + 1))
                    .iter()
                    .any(|(stance, _)| *stance == Stance::Not);
                let short = words(passage, &(rest.start..passage.clause(rest.start).end.max(rest.start))) < 1;
                if !refused && !short && words(passage, &rest) >= 1 {
                    return Some(rest);
                }
                at = start;
            }
            Some((Word::Greeting, length)) => {
                at += length;
                continue;
            }
            Some((_, length)) => at += length,
            None => at += 1,
        }
        begins_here = false;
    }
    None
}

fn begins(passage: &Passage<'_>, at: usize) -> bool {
    passage.clause(at).start == at
}

/// The sentence without a greeting.
fn greeted(passage: &Passage<'_>, sentence: &Range<usize>) -> Range<usize> {
    let mut start = sentence.start;
    while start < sentence.end {
        match WORDS.at(&passage.tokens[start..sentence.end]) {
            Some((Word::Greeting | Word::Lead, length)) => start += length,
            _ if passage.tokens[start].kind == Kind::Mark => start += 1,
            _ => break,
        }
    }
    start..sentence.end
}

fn skipped(passage: &Passage<'_>, range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    while start < range.end && passage.tokens[start].kind == Kind::Mark {
        start += 1;
    }
    start..range.end
}

fn words(passage: &Passage<'_>, range: &Range<usize>) -> usize {
    passage.tokens[range.clone()].iter().filter(|token| token.kind != Kind::Mark).count()
}

/// Up to the first comma, the first word that begins something else, or the longest title's length.
fn shortened(passage: &Passage<'_>, range: Range<usize>) -> Range<usize> {
    let start = passage.tokens.get(range.start).map_or(0, |token| token.span.start);
    let mut end = range.start;
    let mut count = 0;
    for at in range.clone() {
        let token = &passage.tokens[at];
        let long =
            passage.text.get(start..token.span.end).is_none_or(|title| title.chars().count() > LONGEST);
        let stop = token.kind == Kind::Mark && ends(&token.folded) && !glued(passage, at);
        let broken =
            count >= FEW && matches!(WORDS.at(&passage.tokens[at..range.end]), Some((Word::Break, _)));
        if long || stop && count > 0 || broken {
            break;
        }
        count += usize::from(token.kind != Kind::Mark);
        end = at + 1;
    }
    range.start..end
}

fn ends(mark: &str) -> bool {
    matches!(
        mark,
        "," | "."
            | ";"
            | "!"
            | "?"
            | ":"
            | "("
            | "，"
            | "。"
            | "："
            | "；"
            | "！"
            | "？"
            | "（"
            | "،"
            | "-"
            | "。」"
    )
}

/// "Node.js", "on-site"
fn glued(passage: &Passage<'_>, at: usize) -> bool {
    passage.gap(at).is_empty()
        && at.checked_sub(1).is_some_and(|before| passage.gap(before).is_empty())
        && passage.tokens.get(at + 1).is_some_and(|next| next.kind != Kind::Mark && next.folded.is_ascii())
}

fn capitalised(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
