//! "React senior 6y, Figma": chips with how well and for how long.

use std::{ops::Range, sync::LazyLock};

use super::{Chip, Vocabulary, chips};
use crate::{
    Reading, Span,
    lexicon::Lexicon,
    prose::skills::{AROUND, Around},
    token::{Kind, Token, tokens},
};

/// A skill as its owner lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    pub chip: Chip,
    /// 1, some, to 4, expert.
    pub level: Option<u8>,
    pub years: Option<u8>,
}

/// Words that only stand in such a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Expert,
    Filler,
}

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/claims.tsv"));
    let meaning = |name: &str| match name {
        "expert" => Some(Word::Expert),
        "filler" => Some(Word::Filler),
        _ => None,
    };
    Lexicon::parse(table, meaning).expect("the embedded table is read by a test")
});

const EXPERT: u8 = 4;
/// Nobody has more.
const MOST_YEARS: u8 = 60;

impl Vocabulary {
    /// The skills of a list as [`Self::chips`] finds them, each with the level and the years said beside it. A part of the
    /// list that says nothing else is about the skill before it.
    pub fn claims(&self, text: &str) -> Vec<Reading<Claimed>> {
        let mut claims: Vec<Reading<Claimed>> = Vec::new();
        for part in chips::parts(text) {
            let said = if self.find(part.of(text)).is_some() {
                Said { names: vec![part], ..Said::default() }
            } else {
                said(text, part)
            };
            if said.names.is_empty() {
                if let Some(last) = claims.last_mut() {
                    last.value.level = last.value.level.or(said.level);
                    last.value.years = last.value.years.or(said.years);
                }
                continue;
            }
            for chip in said.names.iter().flat_map(|name| self.part(text, *name)) {
                if !claims.iter().any(|known| chips::same(&known.value.chip, &chip.value)) {
                    let claimed = Claimed { chip: chip.value, level: said.level, years: said.years };
                    claims.push(Reading::new(claimed, chip.span));
                }
            }
        }
        claims
    }
}

/// What one part of a list says.
#[derive(Default)]
struct Said {
    names: Vec<Span>,
    level: Option<u8>,
    years: Option<u8>,
}

fn said(text: &str, part: Span) -> Said {
    let tokens = tokens(part.of(text));
    let mut said = Said::default();
    let mut name: Option<Range<usize>> = None;
    let mut at = 0;
    while at < tokens.len() {
        let length = word(&tokens[at..], &mut said, name.is_some());
        if length == 0 {
            name = Some(name.map_or(at, |name| name.start)..at + 1);
            at += 1;
        } else {
            said.names.extend(name.take().and_then(|name| span(&tokens, &name, part)));
            at += length;
        }
    }
    said.names.extend(name.and_then(|name| span(&tokens, &name, part)));
    said
}

/// How many tokens at the beginning are about the skill and no part of its name.
fn word(rest: &[Token], said: &mut Said, named: bool) -> usize {
    if let Some((years, length)) = years(rest) {
        said.years = said.years.or(Some(years));
        return length;
    }
    if let Some((Around::Level(level), length)) = AROUND.at(rest) {
        said.level = said.level.or(Some(*level));
        return length;
    }
    match WORDS.at(rest) {
        Some((Word::Expert, length)) => {
            said.level = said.level.or(Some(EXPERT));
            length
        }
        // "Internet of Things" is a name: such words count only at the edges
        Some((Word::Filler, length)) if !named || length == rest.len() => length,
        _ if ["(", ")", "（", "）", ":", "~"].iter().any(|mark| rest[0].is_mark(mark)) => 1,
        _ => 0,
    }
}

/// "6y", "8+ years"
fn years(rest: &[Token]) -> Option<(u8, usize)> {
    let number = rest.first().filter(|token| token.kind == Kind::Number)?;
    let years: u8 = number.folded.parse().ok().filter(|years| *years <= MOST_YEARS)?;
    let unit = 1 + usize::from(rest.get(1).is_some_and(|next| next.is_mark("+")));
    match rest.get(unit..).and_then(|rest| AROUND.at(rest)) {
        Some((Around::Years, length)) => Some((years, unit + length)),
        _ => None,
    }
}

/// Where a name stands; none without a letter or digit in it.
fn span(tokens: &[Token], name: &Range<usize>, part: Span) -> Option<Span> {
    let named = &tokens[name.clone()];
    named.iter().any(|token| token.kind != Kind::Mark).then_some(())?;
    let inner = named.iter().map(|token| token.span).reduce(Span::to)?;
    Some(Span::new(part.start + inner.start, part.start + inner.end))
}
