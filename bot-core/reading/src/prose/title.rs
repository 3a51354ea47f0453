//! What a person would put above a text.

use std::{ops::Range, sync::LazyLock};

use super::{
    passage::Passage,
    stance::{Stance, Stances},
};
use crate::{
    Reading,
    lexicon::Words,
    token::{Kind, is_ideograph},
};

/// Words that a title leaves out, or ends at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Greeting,
    /// "I'm looking for"
    Lead,
    /// "wanted", behind what is
    Behind,
    /// "a", which leads up to a title only behind a lead
    Article,
    /// "does anyone know": talk
    Question,
    /// "budget"
    Break,
}

static WORDS: LazyLock<Words<Word>> = LazyLock::new(|| {
    Words::embedded("title", |name| {
        Some(match name {
            "greeting" => Word::Greeting,
            "lead" => Word::Lead,
            "behind" => Word::Behind,
            "article" => Word::Article,
            "question" => Word::Question,
            "break" => Word::Break,
            _ => return None,
        })
    })
});

/// Characters of the longest title.
const LONGEST: usize = 80;
/// Words before a title may end at "for" or the like.
const FEW: usize = 6;
/// A title of fewer words goes on behind its first comma.
const TOO_FEW: usize = 3;

/// The first sentence that asks for something, without what leads up to it and without what follows, or the first that
/// names a skill (`names`, positions of tokens); where there is neither, `None` unless the text is wanted `anyway`.
pub(crate) fn read(
    passage: &Passage<'_>,
    stances: &Stances,
    names: &[usize],
    anyway: bool,
) -> Option<Reading<String>> {
    let sentences = passage.sentences();
    let named = |sentence: &Range<usize>| {
        let first = names.iter().find(|at| sentence.contains(at));
        first.is_some_and(|first| !stances.own(&(sentence.start..*first)))
    };
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
    titled(passage, range)
}

/// Whether any sentence asks for something.
pub(crate) fn asks(passage: &Passage<'_>, stances: &Stances) -> bool {
    passage.sentences().iter().any(|sentence| asked(passage, stances, sentence, Where::Clause).is_some())
}

/// Whether a clause begins with words that ask for something.
pub(crate) fn leads(passage: &Passage<'_>, clause: &Range<usize>) -> bool {
    matches!(WORDS.at(&passage.tokens[clause.clone()]), Some((Word::Lead, _)))
}

/// Whether such words stand anywhere in a stretch.
pub(crate) fn is_lead_within(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    range.clone().any(|at| matches!(WORDS.at(&passage.tokens[at..range.end]), Some((Word::Lead, _))))
}

/// Whether a text only asks others what they know.
pub(crate) fn is_talk(passage: &Passage<'_>, stances: &Stances) -> bool {
    let questions = |sentence: &Range<usize>| {
        (sentence.clone()).any(|at| matches!(WORDS.at(passage.rest(at)), Some((Word::Question, _))))
    };
    passage.sentences().iter().any(questions) && !asks(passage, stances)
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
    titled(passage, first)
}

fn titled(passage: &Passage<'_>, range: Range<usize>) -> Option<Reading<String>> {
    let (range, aside) = shortened(passage, range);
    let span = passage.span(&range);
    let written = match aside {
        Some(aside) => [range.start..aside.start, aside.end..range.end]
            .map(|part| passage.span(&part).of(passage.text))
            .join(" "),
        None => span.of(passage.text).to_owned(),
    };
    let title: String = written.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty()).then(|| Reading::new(capitalised(&title), span))
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
    // "our app needs a": the writer comes first
    let own = stances.own(&passage.clause(sentence.start));
    while at < sentence.end {
        begins_here |= begins(passage, at);
        match WORDS.at(&passage.tokens[at..sentence.end]) {
            Some((Word::Question, _)) => return None,
            Some((Word::Lead, length)) if begins_here || own || place == Where::Anywhere && length > 1 => {
                let mut start = at + length;
                while let Some((Word::Lead | Word::Greeting | Word::Article, length)) =
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
            Some((Word::Behind, _)) if at > sentence.start && words(passage, &(sentence.start..at)) >= 1 => {
                return Some(greeted(passage, sentence));
            }
            Some((Word::Greeting | Word::Article, length)) => {
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
            Some((Word::Greeting | Word::Lead | Word::Article, length)) => start += length,
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

/// Three ideographs say about as much as two words.
fn words(passage: &Passage<'_>, range: &Range<usize>) -> usize {
    let all = passage.tokens[range.clone()].iter().filter(|token| token.kind != Kind::Mark);
    let (ideographs, words): (Vec<_>, Vec<_>) = all.partition(|token| token.folded.chars().all(is_ideograph));
    words.len() + ideographs.len().div_ceil(2)
}

/// Up to the first comma, the first word that begins something else, or the longest title's length; and what of it stands
/// in brackets.
fn shortened(passage: &Passage<'_>, range: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let start = passage.tokens.get(range.start).map_or(0, |token| token.span.start);
    let mut end = range.start;
    let mut aside: Option<Range<usize>> = None;
    let mut at = range.start;
    while at < range.end {
        let token = &passage.tokens[at];
        let left_out = aside.as_ref().map_or(0, |aside| passage.span(aside).of(passage.text).chars().count());
        let long = passage
            .text
            .get(start..token.span.end)
            .is_none_or(|title| title.chars().count() > LONGEST + left_out);
        let count = words(passage, &(range.start..at));
        let broken =
            count >= FEW && matches!(WORDS.at(&passage.tokens[at..range.end]), Some((Word::Break, _)));
        if long || broken {
            break;
        }
        if aside.is_none()
            && let Some(closed) = bracket(passage, at, range.end)
        {
            aside = Some(at..closed);
            at = closed;
            continue;
        }
        let stop = token.kind == Kind::Mark && ends(&token.folded) && !glued(passage, at);
        let goes_on = count < TOO_FEW && joins(&token.folded);
        if stop && count > 0 && !goes_on {
            break;
        }
        at += 1;
        if !stop {
            end = at;
        }
    }
    let aside = aside.filter(|aside| aside.end < end && aside.start > range.start);
    (range.start..end, aside)
}

/// Where the bracket closes that opens here.
fn bracket(passage: &Passage<'_>, at: usize, end: usize) -> Option<usize> {
    passage.tokens[at].is_mark("(").then_some(())?;
    let closes = (at..end).find(|at| passage.tokens[*at].is_mark(")"))?;
    Some(closes + 1)
}

/// A mark behind which a title of a word or two may go on.
fn joins(mark: &str) -> bool {
    matches!(mark, "," | ":" | "，" | "：" | "-" | "、")
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
        && passage.tokens.get(at + 1).is_some_and(|next| next.kind != Kind::Mark)
}

fn capitalised(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
