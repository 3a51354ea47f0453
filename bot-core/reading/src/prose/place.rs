//! Where the work is done, out of all the places that a text names.

use std::{ops::Range, sync::LazyLock};

use chrono::{DateTime, Utc};

use super::{passage::Passage, stance::Stances};
use crate::{
    Reading, Span,
    places::{Gazetteer, Place},
    skills::{SkillIndex, Vocabulary},
    table::rows,
    token::Kind as Token,
    workplace::{self, Kind, OffsetRange, Word, kind, offsets_at, word_at},
};

/// What was read; what isn't said is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Where<'g> {
    pub kind: Option<Reading<Kind>>,
    pub place: Option<Reading<Place<'g>>>,
    /// Offsets from UTC that the time zones named have now.
    pub offsets: Option<Reading<OffsetRange>>,
    pub within_km: Option<Reading<u32>>,
}

impl Where<'_> {
    /// Where something was read.
    pub fn spans(&self) -> Vec<Span> {
        let spans = [
            self.kind.as_ref().map(|kind| kind.span),
            self.place.as_ref().map(|place| place.span),
            self.offsets.as_ref().map(|offsets| offsets.span),
            self.within_km.as_ref().map(|km| km.span),
        ];
        spans.into_iter().flatten().collect()
    }
}

/// Categories and skills of work that is done where the client is.
static LOCAL: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let table =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/local-work.tsv"));
    rows::<2>(table).filter_map(Result::ok).map(|(_, [kind, key])| (kind, key)).collect()
});

/// A town where it was named.
struct Found<'g> {
    place: Reading<Place<'g>>,
    clause: Range<usize>,
    /// Right behind the kind of workplace.
    beside_kind: bool,
}

/// Where the work of a request is done. Towns in which the client lives or does business are none of it, unless the
/// `skills` are of a kind that can only be done there.
pub(crate) fn of_work<'g>(
    passage: &Passage<'_>,
    stances: &Stances,
    skills: &[SkillIndex],
    now: DateTime<Utc>,
    gazetteer: &'g Gazetteer,
) -> Option<Where<'g>> {
    let (mut read, towns) = scan(passage, stances, now, gazetteer);
    let local = skills.iter().any(|skill| is_local(*skill));
    let remote = read.kind.as_ref().is_some_and(|kind| kind.value == Kind::Remote);
    let named = if local && !remote {
        towns.first()
    } else {
        let work = |town: &&Found<'_>| town.beside_kind || !stances.own(&town.clause);
        let mut work = towns.iter().filter(work);
        // where the kind isn't said, a town alone says little
        if remote {
            work.find(|town| is_country(town) || town.beside_kind)
        } else if read.kind.is_some() {
            // where people come to is where the writer is
            work.next().or_else(|| towns.first())
        } else {
            None
        }
    };
    read.place = named.map(|town| town.place.clone());
    if read.kind.is_none()
        && local
        && let Some(place) = &read.place
    {
        read.kind = Some(Reading::new(Kind::OnSite, place.span));
    }
    let silent = read.kind.is_none() && read.place.is_none() && read.offsets.is_none();
    (!silent).then_some(read)
}

/// Where a freelancer is, and how they work.
pub(crate) fn of_person<'g>(
    passage: &Passage<'_>,
    stances: &Stances,
    now: DateTime<Utc>,
    gazetteer: &'g Gazetteer,
) -> Option<Where<'g>> {
    let (mut read, towns) = scan(passage, stances, now, gazetteer);
    read.place = towns.first().map(|town| town.place.clone());
    let silent = read.kind.is_none() && read.place.is_none() && read.offsets.is_none();
    (!silent).then_some(read)
}

fn is_country(town: &Found<'_>) -> bool {
    matches!(town.place.value, Place::Country(_))
}

fn is_local(skill: SkillIndex) -> bool {
    Vocabulary::embedded().skill(skill).is_some_and(|skill| {
        LOCAL.iter().any(|(kind, key)| match *kind {
            "category" => *key == &*skill.category,
            _ => *key == &*skill.slug,
        })
    })
}

fn scan<'g>(
    passage: &Passage<'_>,
    stances: &Stances,
    now: DateTime<Utc>,
    gazetteer: &'g Gazetteer,
) -> (Where<'g>, Vec<Found<'g>>) {
    let (mut read, mut towns) = (Where::default(), Vec::new());
    let (mut at, mut expected, mut behind_kind) = (0, false, false);
    let mut premises: Option<Reading<Kind>> = None;
    while at < passage.tokens.len() {
        let rest = passage.rest(at);
        let span = |length: usize| rest[0].span.to(rest[length - 1].span);
        let word = word_at(rest);
        let (mut next_expected, mut next_behind) = (false, false);
        at += if let Some((km, length)) = workplace::distance(rest) {
            read.within_km.get_or_insert(Reading::new(km, span(length)));
            next_expected = true;
            length
        } else if let Some((offsets, length)) =
            offsets_at(rest, now, gazetteer).filter(|(_, length)| in_capitals(span(*length).of(passage.text)))
        {
            read.offsets.get_or_insert(Reading::new(offsets, span(length)));
            length
        } else if let Some((place, length)) = town_at(passage, at, expected, gazetteer) {
            towns.push(Found { place, clause: passage.clause(at), beside_kind: behind_kind });
            length
        } else if let Some((word, length)) = word {
            if let Some(kind) = kind(word) {
                let kind = if stances.denied(passage, at) { opposite(kind) } else { kind };
                read.kind.get_or_insert(Reading::new(kind, span(length)));
                next_behind = true;
            }
            if word == Word::Premises {
                premises.get_or_insert(Reading::new(Kind::OnSite, span(length)));
                next_behind = true;
            }
            next_behind |= behind_kind && word == Word::At;
            next_expected =
                matches!(word, Word::OnSite | Word::Remote | Word::Hybrid | Word::Premises | Word::At)
                    || (word == Word::Of && expected);
            length
        } else {
            next_behind = behind_kind && rest[0].kind == Token::Mark;
            1
        };
        (expected, behind_kind) = (next_expected, next_behind);
    }
    read.kind = read.kind.or(premises);
    (read, towns)
}

const fn opposite(kind: Kind) -> Kind {
    match kind {
        Kind::OnSite => Kind::Remote,
        Kind::Remote | Kind::Hybrid => Kind::OnSite,
    }
}

/// "CET", "UTC+1", "Paris time": abbreviations in small letters are words of some language.
fn in_capitals(written: &str) -> bool {
    written.contains(' ') || !written.chars().any(char::is_lowercase)
}

/// A place behind a word that announces one, or with a clause to itself.
fn town_at<'g>(
    passage: &Passage<'_>,
    at: usize,
    expected: bool,
    gazetteer: &'g Gazetteer,
) -> Option<(Reading<Place<'g>>, usize)> {
    let rest = passage.rest(at);
    let clause = passage.clause(at);
    let ideographs =
        rest[0].folded.chars().next().is_some_and(|letter| matches!(letter, '\u{3400}'..='\u{9fff}'));
    let capital = rest[0].span.of(passage.text).chars().next().is_some_and(char::is_uppercase);
    if !expected && clause.start != at && !ideographs && !capital {
        return None;
    }
    let (place, length) = gazetteer.at(rest)?;
    // "our Copenhagen office"
    let office = matches!(word_at(&rest[length..]), Some((Word::Premises, _)));
    if !expected && clause.start != at && !ideographs && !office {
        return None;
    }
    let written = place.span.of(passage.text);
    let letters = written.chars().filter(|letter| letter.is_alphabetic()).count();
    let cased = written.chars().any(|letter| letter.is_lowercase() || letter.is_uppercase());
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    let short = if ideographs { letters < 2 } else { letters < 3 && !matches!(written, "US" | "UK") };
    let alone = clause.end <= at + length + 1;
    let sure = match (expected || office, capital || !cased) {
        (true, true) => true,
        (true, false) => letters >= 5,
        (false, capital) => capital && (alone || ideographs),
    };
    let skill = Vocabulary::embedded().find(written).is_some();
    (sure && !short && !skill).then_some((place, length))
}
