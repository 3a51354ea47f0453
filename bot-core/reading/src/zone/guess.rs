//! The time zones a text can mean, the likeliest first.

use chrono::{DateTime, Timelike, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use serde::{Deserialize, Serialize};

use super::{
    clock,
    offset::{abbreviation, minutes, numeric},
};
use crate::{
    Reading, Span,
    places::{Gazetteer, Place},
    token::{Token, tokens},
};

/// A zone somebody may live in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    pub zone: Tz,
    /// Minutes east of UTC there now.
    pub offset_min: i32,
    pub source: Source,
}

/// What a guess was made from. From a clock or an offset it has to be confirmed: many zones share both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// The zone's own name.
    Name,
    City,
    Country,
    Abbreviation,
    Offset,
    Clock,
}

const DAY_MIN: i32 = 24 * 60;
/// By how much a clock may be wrong or read late.
const CLOCK_SLACK_MIN: i32 = 7;

/// The zones `text` can mean, the likeliest first and each once; `None` if it says nothing about one.
pub fn read(text: &str, now: DateTime<Utc>, gazetteer: &Gazetteer) -> Option<Reading<Vec<Guess>>> {
    let guess = |zone: Tz, source| Guess { zone, offset_min: minutes(zone, now), source };
    // "it is 14:05", "it's 2 pm here"
    let found: Vec<Token> = tokens(text)
        .into_iter()
        .skip_while(|token| matches!(token.folded.as_str(), "it" | "is" | "its" | "now"))
        .collect();
    let guesses: Vec<Guess> = if let Some((zone, span)) = by_name(text) {
        return Some(Reading::new(vec![guess(zone, Source::Name)], span));
    } else if let Some(times) = clock::times(&found) {
        by_clock(&times, now, gazetteer).into_iter().map(|zone| guess(zone, Source::Clock)).collect()
    } else if let Some(offset) = whole(numeric(&found), &found) {
        by_offset(offset, now, gazetteer).into_iter().map(|zone| guess(zone, Source::Offset)).collect()
    } else if let Some(zones) = whole(abbreviation(&found), &found) {
        zones.iter().map(|zone| guess(*zone, Source::Abbreviation)).collect()
    } else {
        by_place(text, gazetteer).into_iter().map(|(zone, source)| guess(zone, source)).collect()
    };
    let mut unique: Vec<Guess> = Vec::with_capacity(guesses.len());
    for guess in guesses {
        if !unique.iter().any(|known| known.zone == guess.zone) {
            unique.push(guess);
        }
    }
    (!unique.is_empty()).then(|| Reading::new(unique, Span::trimmed(text)))
}

/// The value, if it took all tokens.
fn whole<T>(found: Option<(T, usize)>, tokens: &[Token]) -> Option<T> {
    found.filter(|(_, length)| *length == tokens.len()).map(|(value, _)| value)
}

/// An IANA name among the words, as in "Europe/Berlin (14:05 now)".
fn by_name(text: &str) -> Option<(Tz, Span)> {
    let whole = Span::trimmed(text);
    let mut start = 0;
    let words = text.split_inclusive(char::is_whitespace).filter(|word| word.contains('/')).map(|word| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let at = text[start..].find(bare).map_or(start, |ahead| start + ahead);
        start = at + bare.len();
        Span::new(at, start)
    });
    std::iter::once(whole).chain(words).find_map(|span| {
        let name = span.of(text);
        // "EST" and "Israel" are names too, but people mean the abbreviation and the country
        let zone =
            TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(name) && name.contains('/'))?;
        Some((*zone, span))
    })
}

fn by_clock(times: &[u32], now: DateTime<Utc>, gazetteer: &Gazetteer) -> Vec<Tz> {
    let utc = i32::try_from(now.hour() * 60 + now.minute()).unwrap_or_default();
    let shown = |time: u32| {
        let ahead = i32::try_from(time).unwrap_or_default() - utc;
        let near = move |zone: &Tz| {
            let off = (minutes(*zone, now) - ahead).rem_euclid(DAY_MIN);
            off.min(DAY_MIN - off) <= CLOCK_SLACK_MIN
        };
        gazetteer.zones().iter().copied().filter(near)
    };
    times.iter().flat_map(|time| shown(*time)).collect()
}

fn by_offset(offset: i32, now: DateTime<Utc>, gazetteer: &Gazetteer) -> Vec<Tz> {
    let fixed = TZ_VARIANTS.iter().copied().filter(|zone| zone.name().starts_with("Etc/"));
    let all = gazetteer.zones().iter().copied().chain(fixed);
    all.filter(|zone| minutes(*zone, now) == offset).collect()
}

fn by_place(text: &str, gazetteer: &Gazetteer) -> Vec<(Tz, Source)> {
    let bare = text.trim().strip_suffix(" time").unwrap_or(text);
    let places = gazetteer.find(bare);
    let zones = places.into_iter().flat_map(|place| match place {
        Place::City(city) => vec![(city.zone, Source::City)],
        Place::Country(country) => {
            // the largest cities first
            let cities = gazetteer.cities().iter().filter(|city| city.country == country.code);
            cities.map(|city| (city.zone, Source::Country)).collect()
        }
    });
    zones.collect()
}
