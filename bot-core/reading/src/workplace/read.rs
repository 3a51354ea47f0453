//! The place a text states: kind, place, distance, time zones.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    OffsetRange, range,
    words::{WORDS, Word},
};
use crate::{
    Reading, Span,
    places::{Gazetteer, Place},
    token::{self, Token, tokens},
};

/// Where people sit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    Remote,
    OnSite,
    Hybrid,
}

/// What was read; what isn't said is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workplace<'g> {
    pub kind: Option<Reading<Kind>>,
    pub place: Option<Reading<Place<'g>>>,
    /// Offsets from UTC that the time zones named have now.
    pub offsets: Option<Reading<OffsetRange>>,
    pub within_km: Option<Reading<u32>>,
}

impl Workplace<'_> {
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

/// Reads a text as said at `now`. A place counts behind "in", "near" and the like, behind "on site" or "hybrid", or
/// where it stands alone between commas; the first of each kind counts.
pub fn read<'g>(text: &str, now: DateTime<Utc>, gazetteer: &'g Gazetteer) -> Workplace<'g> {
    let tokens = tokens(text);
    let mut workplace = Workplace::default();
    let (mut at, mut place_expected) = (0, false);
    while at < tokens.len() {
        let rest = &tokens[at..];
        let span = |length: usize| rest[0].span.to(rest[length - 1].span);
        let begins = at == 0 || ends(tokens.get(at - 1));
        let word = WORDS.at(rest);
        if let Some((km, length)) = distance(rest) {
            workplace.within_km.get_or_insert(Reading::new(km, span(length)));
            (at, place_expected) = (at + length, true);
        } else if let Some((offsets, length)) = range::at(rest, now, gazetteer) {
            workplace.offsets.get_or_insert(Reading::new(offsets, span(length)));
            (at, place_expected) = (at + length, false);
        } else if let Some((word, length)) = word {
            if let Some(kind) = kind(*word) {
                workplace.kind.get_or_insert(Reading::new(kind, span(length)));
            }
            place_expected = matches!(word, Word::OnSite | Word::Hybrid | Word::At | Word::Of);
            at += length;
        } else if let Some((place, length)) =
            gazetteer.at(rest).filter(|(_, length)| place_expected || (begins && ends(rest.get(*length))))
        {
            workplace.place.get_or_insert(place);
            (at, place_expected) = (at + length, false);
        } else {
            (at, place_expected) = (at + 1, false);
        }
    }
    workplace
}

/// Whether a stretch ends here: a comma or the like, or nothing more.
fn ends(token: Option<&Token>) -> bool {
    token.is_none_or(|token| [",", ";", ".", "(", ")"].iter().any(|mark| token.is_mark(mark)))
}

pub(crate) const fn kind(word: Word) -> Option<Kind> {
    match word {
        Word::Remote => Some(Kind::Remote),
        Word::OnSite => Some(Kind::OnSite),
        Word::Hybrid => Some(Kind::Hybrid),
        _ => None,
    }
}

/// "50 km", "30 miles": whole kilometres, at most half way round the globe.
pub(crate) fn distance(tokens: &[Token]) -> Option<(u32, usize)> {
    let number = tokens.first().filter(|token| token.kind == token::Kind::Number)?;
    let number: u32 = number.folded.parse().ok().filter(|number| *number <= 20_000)?;
    match WORDS.at(&tokens[1..])? {
        (Word::Km, length) => Some((number, 1 + length)),
        // 1.609 km each
        (Word::Mile, length) => Some((number * 1609 / 1000, 1 + length)),
        _ => None,
    }
}
