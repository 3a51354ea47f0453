//! The skills that a text names, and which of them are only welcome.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use super::{
    compounds,
    passage::Passage,
    plain, short,
    stance::{Stance, Stances},
    tasks, topics,
    welcome::welcome,
};
use crate::{
    Reading,
    lexicon::Words,
    money,
    skills::{Forms, Skill, SkillIndex, Vocabulary, is_small},
    text,
    token::{Kind, Token, is_ideograph},
};

/// A skill where it was named.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) skill: SkillIndex,
    pub(crate) tokens: Range<usize>,
    /// Welcome rather than asked for.
    pub(crate) nice: bool,
}

/// What a text is, as to skills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    /// A brief that mentions some.
    Brief,
    /// Somebody's own: what stands between commas is one even with a slip in it.
    Claims,
}

/// Words around a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Around {
    Before,
    After,
    /// "and", a comma
    Joins,
    /// "for my": what the work is about
    For,
    /// "my name is"
    Called,
    Level(u8),
    Years,
}

pub(crate) static AROUND: LazyLock<Words<Around>> = LazyLock::new(|| {
    Words::embedded("skill", |name| {
        Some(match name {
            "before" => Around::Before,
            "after" => Around::After,
            "joins" => Around::Joins,
            "for" => Around::For,
            "called" => Around::Called,
            "years" => Around::Years,
            _ => Around::Level(name.strip_prefix("level ")?.parse().ok()?),
        })
    })
});

/// Tokens in the longest name of a skill.
const LONGEST: usize = 8;

/// A name of that few letters isn't written in several words.
const SHORT: usize = 3;

/// A skill and the tokens that name it.
pub(super) type Found = (SkillIndex, Range<usize>);

/// The skills a text asks for or claims, each once, in its order. Human languages are read elsewhere.
pub(crate) fn named(
    passage: &Passage<'_>,
    stances: &Stances,
    vocabulary: &Vocabulary,
    listing: Listing,
) -> Vec<Named> {
    let mut found = candidates(passage, vocabulary, listing);
    tasks::add(passage, &mut found);
    if listing == Listing::Claims {
        compounds::add(passage, vocabulary, &mut found);
    }
    short::settle(passage, &mut found);
    let money = paid(passage);
    found.retain(|(_, tokens)| !money[tokens.clone()].contains(&true));
    let meant: Vec<bool> = (0..found.len())
        .map(|at| plain::counts(passage, &found, at, listing) && !denied(passage, stances, &found[at].1))
        .collect();
    let meant = topics::of_work(passage, stances, vocabulary, &found, meant, listing);
    let nice = welcome(passage, stances, &found);
    let mut named: Vec<Named> = Vec::new();
    let mut seen = HashSet::new();
    for (at, (skill, tokens)) in found.iter().enumerate().filter(|(at, _)| meant[*at]) {
        if seen.insert(*skill) {
            named.push(Named { skill: *skill, tokens: tokens.clone(), nice: nice[at] });
        } else if !nice[at] {
            // asked for once is asked for
            named.iter_mut().filter(|known| known.skill == *skill).for_each(|known| known.nice = false);
        }
    }
    named
}

/// "no Wix", "Wix please not"
fn denied(passage: &Passage<'_>, stances: &Stances, tokens: &Range<usize>) -> bool {
    const NEAR: usize = 2;
    let clause = passage.clause(tokens.start);
    let said = stances.within(&(tokens.end..clause.end));
    let behind = said.first().is_some_and(|(stance, not)| {
        let rest = passage.tokens.get(not.end..clause.end).unwrap_or_default();
        *stance == Stance::Not
            && not.start - tokens.end < NEAR
            && rest.iter().all(|token| token.kind == Kind::Mark)
    });
    behind || stances.denied(passage, tokens.start)
}

/// Which tokens are part of an amount of money: "R$", "CAD".
fn paid(passage: &Passage<'_>) -> Vec<bool> {
    let mut paid = vec![false; passage.tokens.len()];
    for sum in money::find(passage, None).found.iter().filter(|sum| sum.currency.is_some()) {
        paid[sum.tokens.clone()].fill(true);
    }
    paid
}

pub(crate) fn readings(passage: &Passage<'_>, named: &[Named], nice: bool) -> Vec<Reading<SkillIndex>> {
    let some = named.iter().filter(|named| named.nice == nice);
    some.map(|named| Reading::new(named.skill, passage.span(&named.tokens))).collect()
}

/// Stretches in which a slip is looked for: looking takes long.
const MOST_SLIPS: usize = 40;

/// The longest names, without overlaps.
fn candidates(passage: &Passage<'_>, vocabulary: &Vocabulary, listing: Listing) -> Vec<Found> {
    let mut found = Vec::new();
    let mut slips = if listing == Listing::Claims { MOST_SLIPS } else { 0 };
    let mut at = 0;
    while at < passage.tokens.len() {
        let exact = longest(passage, vocabulary, at);
        let beyond = exact.map_or(1, |(_, length)| length);
        let loose = in_other_form(passage, vocabulary, at, beyond).or(exact);
        let longest = loose.or_else(|| {
            let clause = passage.clause(at);
            let alone = clause.start == at && slips > 0;
            slips -= usize::from(alone);
            alone.then(|| alone_in_clause(passage, vocabulary, clause)).flatten()
        });
        match longest {
            Some((skill, length)) => {
                if let Some(skill) = apart_from_languages(vocabulary, skill) {
                    found.push((skill.index, at..at + length));
                }
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// A human language is no skill here, and a translation between two is one: which they are is read elsewhere.
fn apart_from_languages<'v>(vocabulary: &'v Vocabulary, skill: &'v Skill) -> Option<&'v Skill> {
    if &*skill.category != "translation" {
        return Some(skill);
    }
    if is_speech(skill) {
        return None;
    }
    let of_a_pair = skill.name.contains('–');
    if of_a_pair { vocabulary.by_slug("translation") } else { Some(skill) }
}

/// Whether a skill is a human language.
fn is_speech(skill: &Skill) -> bool {
    super::speech::code(&skill.name).is_some()
}

/// What a clause of one or two words must mean.
fn alone_in_clause<'v>(
    passage: &Passage<'_>,
    vocabulary: &'v Vocabulary,
    clause: Range<usize>,
) -> Option<(&'v Skill, usize)> {
    const MOST_WORDS: usize = 2;
    let marks =
        passage.tokens[clause.clone()].iter().rev().take_while(|token| token.kind == Kind::Mark).count();
    let words = clause.start..clause.end - marks;
    if words.is_empty()
        || words.len() > MOST_WORDS
        || passage.tokens[words.clone()].iter().any(|token| token.kind != Kind::Word)
    {
        return None;
    }
    let maker = (words.len() == 1)
        .then(|| Forms::embedded().maker(vocabulary, &passage.tokens[words.start].folded))
        .flatten();
    let skill = maker.or_else(|| vocabulary.slipped(passage.span(&words).of(passage.text)))?;
    Some((skill, words.len()))
}

/// A name of more tokens than `beyond` with other endings or in another order, or a single word with another ending.
fn in_other_form<'v>(
    passage: &Passage<'_>,
    vocabulary: &'v Vocabulary,
    at: usize,
    beyond: usize,
) -> Option<(&'v Skill, usize)> {
    let rest = passage.rest(at);
    let is_edge = |token: &Token| {
        token.kind == Kind::Word && !token.folded.chars().all(is_ideograph) && !is_small(&token.folded)
    };
    if !is_edge(&rest[0]) {
        return None;
    }
    let inside = |token: &Token| token.kind == Kind::Word || token.is_mark("-") || token.is_mark("/");
    let most = rest.iter().take(LONGEST).take_while(|token| inside(token)).count();
    let several =
        (beyond.max(1) + 1..=most).rev().filter(|length| is_edge(&rest[length - 1])).find_map(|length| {
            let words = rest[..length].iter().filter(|token| token.kind == Kind::Word);
            let skill = Forms::embedded().phrase(vocabulary, words.map(|token| token.folded.as_str()))?;
            Some((skill, length))
        });
    several.or_else(|| {
        let single = beyond <= 1 && longest(passage, vocabulary, at).is_none();
        let ordinary = crate::language::is_ordinary(&rest[0]);
        let skill =
            (single && !ordinary).then(|| Forms::embedded().word(vocabulary, &rest[0].folded)).flatten()?;
        Some((skill, 1))
    })
}

fn longest<'v>(passage: &Passage<'_>, vocabulary: &'v Vocabulary, at: usize) -> Option<(&'v Skill, usize)> {
    let rest = passage.rest(at);
    let most = rest.iter().take(LONGEST).take_while(|token| may_be_in_name(token)).count();
    if !begins_name(&rest[0]) {
        return None;
    }
    (1..=most).rev().find_map(|length| {
        let last = &rest[length - 1];
        let ends = last.kind != Kind::Mark || last.is_mark("+") || last.is_mark("#");
        let whole = rest[0].span.to(last.span);
        let written = whole.of(passage.text);
        // "i am" is no IAM
        let torn = written.contains(' ') && text::compact(written).chars().count() <= SHORT;
        let skill = (ends && !torn).then(|| find(vocabulary, written)).flatten()?;
        Some((skill, length))
    })
}

/// A name as it stands; a number alone is none.
fn find<'v>(vocabulary: &'v Vocabulary, written: &str) -> Option<&'v Skill> {
    if text::compact(written).bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    vocabulary.find(written)
}

fn begins_name(token: &Token) -> bool {
    token.kind != Kind::Mark || token.is_mark(".")
}

fn may_be_in_name(token: &Token) -> bool {
    token.kind != Kind::Mark || [".", "+", "#", "/", "-", "&", "'"].iter().any(|mark| token.is_mark(mark))
}
