//! Offsets from UTC: "UTC+2", "GMT-03:30", or an abbreviation such as "CET".

use std::sync::LazyLock;

use chrono::{DateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use crate::{
    Reading, TableError,
    lexicon::Lexicon,
    places::{Gazetteer, Place},
    table::rows,
    token::{Kind, Token},
};

/// Abbreviations and the zones each can mean, the likeliest first.
static ABBREVIATIONS: LazyLock<Lexicon<Vec<Tz>>> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/zones.tsv"));
    abbreviations(table).expect("the embedded table is read by a test")
});

fn abbreviations(table: &str) -> Result<Lexicon<Vec<Tz>>, TableError> {
    let mut lexicon = Lexicon::empty();
    for row in rows::<2>(table) {
        let (line, [words, zones]) = row?;
        let zones: Result<Vec<Tz>, _> = zones.split(' ').map(str::parse).collect();
        let zones = zones.map_err(|_| TableError { line, why: "no such time zone".to_owned() })?;
        lexicon.add(line, words, &zones)?;
    }
    Ok(lexicon)
}

/// The zones an abbreviation can mean, if `tokens` begin with one, and its length.
pub(super) fn abbreviation(tokens: &[Token]) -> Option<(&'static [Tz], usize)> {
    ABBREVIATIONS.at(tokens).map(|(zones, length)| (zones.as_slice(), length))
}

/// Minutes east of UTC in a zone at an instant.
pub(super) fn minutes(zone: Tz, now: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&now.naive_utc()).fix().local_minus_utc() / 60
}

/// "UTC+2", "GMT -3:30", "+02:00", "utc": minutes and length.
pub(super) fn numeric(tokens: &[Token]) -> Option<(i32, usize)> {
    let named =
        usize::from(tokens.first().is_some_and(|token| matches!(token.folded.as_str(), "utc" | "gmt")));
    let signed = tokens.get(named).and_then(sign).and_then(|sign| {
        let number = tokens.get(named + 1)?;
        let (minutes, more) = hours_and_minutes(number, &tokens[named + 2..])?;
        Some((sign * minutes, named + 2 + more))
    });
    signed.or((named == 1).then_some((0, 1)))
}

fn sign(token: &Token) -> Option<i32> {
    match token.folded.as_str() {
        "+" => Some(1),
        "-" => Some(-1),
        _ => None,
    }
}

/// "2", "0530", "5:30", "5.5": minutes, and how many more tokens that took. At most 14 hours.
fn hours_and_minutes(number: &Token, rest: &[Token]) -> Option<(i32, usize)> {
    if number.kind != Kind::Number {
        return None;
    }
    let digits = number.folded.as_str();
    let (hours, minutes, more): (i32, i32, usize) = match (digits.len(), rest) {
        (4, _) if !digits.contains('.') => (digits[..2].parse().ok()?, digits[2..].parse().ok()?, 0),
        (_, [colon, minutes, ..]) if colon.is_mark(":") && minutes.kind == Kind::Number => {
            (digits.parse().ok()?, minutes.folded.parse().ok()?, 2)
        }
        _ => match digits.split_once(['.', ',']) {
            Some((hours, "5")) => (hours.parse().ok()?, 30, 0),
            Some((hours, "75")) => (hours.parse().ok()?, 45, 0),
            Some(_) => return None,
            None => (digits.parse().ok()?, 0, 0),
        },
    };
    let total = hours.checked_mul(60)?.checked_add(minutes)?;
    ((0..60).contains(&minutes) && (0..=14 * 60).contains(&total)).then_some((total, more))
}

/// An offset as part of a sentence, "UTC+1", "CET" or "Paris time": minutes east of UTC at `now`, and its length.
/// A bare "+2" isn't one.
pub(crate) fn anchor(tokens: &[Token], now: DateTime<Utc>, gazetteer: &Gazetteer) -> Option<(i32, usize)> {
    let named = tokens.first().is_some_and(|token| token.kind == Kind::Word);
    if let Some((offset, length)) = numeric(tokens).filter(|_| named) {
        return Some((offset, length));
    }
    if let Some((zones, length)) = abbreviation(tokens) {
        return Some((minutes(*zones.first()?, now), length));
    }
    let (Reading { value: Place::City(city), .. }, length) = gazetteer.at(tokens)? else { return None };
    let clock = tokens.get(length).is_some_and(|token| token.folded == "time");
    clock.then(|| (minutes(city.zone, now), length + 1))
}
