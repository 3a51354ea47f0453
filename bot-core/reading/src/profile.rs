//! A profile out of somebody's words about themselves.
//!
//! Such as "Figma (expert, 5 years), React a bit; 45 €/h, Lisbon".

use std::{cmp::Ordering, ops::Range, sync::LazyLock};

use crate::{
    Reading, Span,
    lexicon::Lexicon,
    places::Gazetteer,
    prose::{
        budget, hours,
        passage::Passage,
        place,
        skills::{self, AROUND, Around, Listing, Named},
        speech,
        stance::Stances,
        title,
    },
    request::{Context, Offer, Speech, Where},
    skills::{SkillIndex, Vocabulary},
    timeline::{self, Timeline},
    token::{Kind, tokens},
};

pub use crate::prose::hours::Capacity;

/// A skill as its owner describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    pub skill: SkillIndex,
    /// 1, some, to 4, expert.
    pub level: Option<u8>,
    pub years: Option<u8>,
}

/// What was read, each with where it stands; what the text doesn't say is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProfileDraft {
    pub headline: Option<Reading<String>>,
    pub skills: Vec<Reading<Claim>>,
    pub rate: Option<Reading<Offer>>,
    pub capacity: Option<Reading<Capacity>>,
    /// Hours a week, when they are free, and dates otherwise.
    pub availability: Timeline,
    pub place: Option<Where<'static>>,
    pub languages: Vec<Reading<Speech>>,
}

/// Reads what somebody writes about themselves. Whatever it orders the software to do is just text.
pub fn read(text: &str, context: &Context) -> ProfileDraft {
    let passage = Passage::new(text);
    let stances = Stances::of(&passage);
    let named = skills::named(&passage, &stances, Vocabulary::embedded(), Listing::Claims);
    let today = context.now.with_timezone(&context.zone).date_naive();
    ProfileDraft {
        headline: title::headline(&passage),
        skills: named
            .iter()
            .map(|named| Reading::new(claim(&passage, named), passage.span(&named.tokens)))
            .collect(),
        rate: budget::read(&passage, context.usual_currency, true),
        capacity: hours::read(&passage),
        availability: timeline::find(&passage.tokens, today),
        place: place::of_person(&passage, &stances, context.now, Gazetteer::embedded()),
        languages: speech::read(&passage, &stances),
    }
}

/// Whether a text that nobody asked for speaks of its writer rather than of what they want.
pub fn is_about_oneself(text: &str) -> bool {
    own_and_wanted(text).is_gt()
}

/// Whether it speaks of what its writer wants rather than of themselves.
pub fn is_about_wants(text: &str) -> bool {
    own_and_wanted(text).is_lt()
}

fn own_and_wanted(text: &str) -> Ordering {
    let tokens = tokens(text);
    let (mut own, mut wanted, mut at) = (0, 0, 0);
    while at < tokens.len() {
        match SELF.at(&tokens[at..]) {
            Some((Says::Own, length)) => (own, at) = (own + 1, at + length),
            Some((Says::Wanted, length)) => (wanted, at) = (wanted + 1, at + length),
            None => at += 1,
        }
    }
    own.cmp(&wanted)
}

/// Words by which people speak of themselves, and of what they want done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Own,
    Wanted,
}

static SELF: LazyLock<Lexicon<Says>> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/self.tsv"));
    let meaning = |name: &str| match name {
        "own" => Some(Says::Own),
        "wanted" => Some(Says::Wanted),
        _ => None,
    };
    Lexicon::parse(table, meaning).expect("the embedded table is read by a test")
});

/// The languages of a list, "English fluent, German B2"; and the parts of it that name none.
pub fn languages(text: &str) -> (Vec<Reading<Speech>>, Vec<Reading<&str>>) {
    speech::listed(text)
}

/// How far the words about a skill may stand from it, in tokens.
const REACH: usize = 4;
/// Nobody has more.
const MOST_YEARS: u8 = 60;

fn claim(passage: &Passage<'_>, named: &Named) -> Claim {
    let clause = passage.clause(named.tokens.start);
    let before = clause.start.max(named.tokens.start.saturating_sub(REACH))..named.tokens.start;
    // "Figma (expert, 5 years)": what follows in brackets, or in the same clause
    let bracket = passage.tokens.get(clause.end).is_some_and(|next| next.is_mark("(") || next.is_mark("（"));
    let end = if bracket { passage.sentence(named.tokens.start).end } else { clause.end };
    let after = named.tokens.end..end.min(named.tokens.end + REACH + usize::from(bracket));
    let mut claim = Claim { skill: named.skill, level: None, years: None };
    for range in [after, before] {
        let mut at = range.start;
        while at < range.end {
            if passage.tokens[at].is_mark(")") || passage.tokens[at].is_mark("）") {
                break;
            }
            at += match AROUND.at(&passage.tokens[at..range.end]) {
                Some((Around::Level(level), length)) => {
                    claim.level.get_or_insert(*level);
                    length
                }
                Some((_, length)) => length,
                None => {
                    if let Some(years) = years(passage, at..range.end) {
                        claim.years.get_or_insert(years);
                    }
                    1
                }
            };
        }
    }
    claim
}

/// "5 years", "8+ yrs"
fn years(passage: &Passage<'_>, range: Range<usize>) -> Option<u8> {
    let number = passage.tokens.get(range.start).filter(|token| token.kind == Kind::Number)?;
    let years: u8 = number.folded.parse().ok().filter(|years| *years <= MOST_YEARS)?;
    let plus = usize::from(passage.tokens.get(range.start + 1).is_some_and(|next| next.is_mark("+")));
    let unit = range.start + 1 + plus;
    let said =
        unit < passage.tokens.len() && matches!(AROUND.at(passage.rest(unit)), Some((Around::Years, _)));
    said.then_some(years)
}

impl ProfileDraft {
    /// Where something was read.
    pub fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = self.skills.iter().map(|skill| skill.span).collect();
        spans.extend(self.headline.as_ref().map(|headline| headline.span));
        spans.extend(self.rate.as_ref().map(|rate| rate.span));
        spans.extend(self.capacity.as_ref().map(|capacity| capacity.span));
        spans.extend(self.availability.spans());
        spans.extend(self.place.iter().flat_map(Where::spans));
        spans.extend(self.languages.iter().map(|language| language.span));
        spans
    }
}
