//! A text in tokens, sentences and clauses.

use std::{ops::Range, sync::LazyLock};

use crate::{
    Span,
    lexicon::Words,
    timeline,
    token::{Kind, Token, tokens},
};

/// A text to read fields from.
#[derive(Debug)]
pub(crate) struct Passage<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token>,
    /// In order, without gaps.
    sentences: Vec<Range<usize>>,
    clauses: Vec<Range<usize>>,
    /// For each token the positions in these two.
    part_of: Vec<(usize, usize)>,
}

impl<'t> Passage<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let tokens = tokens(text);
        let (mut sentences, mut clauses) = (Vec::new(), Vec::new());
        let mut part_of = Vec::with_capacity(tokens.len());
        let (mut sentence, mut clause) = (0, 0);
        for at in 0..tokens.len() {
            part_of.push((sentences.len(), clauses.len()));
            let last = at + 1 == tokens.len() || ends_sentence(text, &tokens, at);
            if last || ends_clause(text, &tokens, at) {
                clauses.push(clause..at + 1);
                clause = at + 1;
            }
            if last {
                sentences.push(sentence..at + 1);
                sentence = at + 1;
            }
        }
        Self { text, tokens, sentences, clauses, part_of }
    }

    /// The tokens of the sentence that a token is part of.
    pub(crate) fn sentence(&self, at: usize) -> Range<usize> {
        self.part_of
            .get(at)
            .and_then(|(sentence, _)| self.sentences.get(*sentence))
            .cloned()
            .unwrap_or(at..at)
    }

    /// The tokens between commas, brackets or dashes around a token.
    pub(crate) fn clause(&self, at: usize) -> Range<usize> {
        self.part_of.get(at).and_then(|(_, clause)| self.clauses.get(*clause)).cloned().unwrap_or(at..at)
    }

    pub(crate) fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// From a token to the end of its sentence: no phrase goes beyond.
    pub(crate) fn rest(&self, at: usize) -> &[Token] {
        &self.tokens[at..self.sentence(at).end.max(at)]
    }

    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        match self.tokens.get(range.clone()) {
            Some([first, .., last]) => first.span.to(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// What stands between two tokens that follow each other.
    pub(crate) fn gap(&self, before: usize) -> &'t str {
        let end = self.tokens.get(before + 1).map_or(self.text.len(), |next| next.span.start);
        self.tokens.get(before).and_then(|token| self.text.get(token.span.end..end)).unwrap_or_default()
    }
}

/// A full stop, a line break or the like behind the token.
fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1).map_or(text.len(), |next| next.span.start);
    let gap = text.get(tokens[at].span.end..next).unwrap_or_default();
    if gap.contains('\n') {
        return true;
    }
    match tokens[at].folded.as_str() {
        "。" | "！" | "？" | "；" | "؟" | "।" => true,
        "!" | "?" | ";" => {
            !gap.is_empty() || tokens.get(at + 1).is_none_or(|next| !next.is_mark(&tokens[at].folded))
        }
        "." => !gap.is_empty() && !abbreviation(tokens, at) && !ordinal(tokens, at),
        _ => false,
    }
}

/// Short forms with a full stop behind them: "ca. 500".
static ABBREVIATIONS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::embedded("abbreviation", |name| (name == "-").then_some(())));

/// A short form, and what follows goes on.
fn abbreviation(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before..at)) else { return true };
    ABBREVIATIONS.at(before).is_some()
}

/// "1. Februar": a day and its month.
fn ordinal(tokens: &[Token], at: usize) -> bool {
    let Some((before, next)) =
        at.checked_sub(1).and_then(|before| tokens.get(before)).zip(tokens.get(at + 1..))
    else {
        return false;
    };
    before.kind == Kind::Number && before.folded.len() <= 2 && timeline::begins_with_month(next)
}

fn ends_clause(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let spaced = |at: usize| {
        let next = tokens.get(at + 1).map_or(text.len(), |next| next.span.start);
        tokens.get(at).is_some_and(|token| token.span.end < next)
    };
    match token.folded.as_str() {
        "," | "，" | "、" | "،" | "(" | ")" | "（" | "）" | ":" | "：" | "|" | "•" | "·" => true,
        "-" => spaced(at) && at.checked_sub(1).is_some_and(spaced),
        _ => tokens.get(at + 1).is_some_and(|next| matches!(next.folded.as_str(), "(" | "（" | "•")),
    }
}
