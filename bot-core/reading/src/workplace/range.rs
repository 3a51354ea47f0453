//! Time-zone ranges: "CET ±3 h", "UTC-3 to UTC+2", "within 3 hours of CET".

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::words::{WORDS, Word};
use crate::{
    places::Gazetteer,
    token::{Kind, Token},
    zone,
};

/// Accepted offsets, in minutes east of UTC, both ends included; `min` is not above `max`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffsetRange {
    pub min: i32,
    pub max: i32,
}

/// Half a day either way is everywhere.
const WIDEST_MIN: i32 = 12 * 60;

/// The range that `tokens` begin with, at `now`, and its length. A zone alone is a range of no width.
pub(crate) fn at(
    tokens: &[Token],
    now: DateTime<Utc>,
    gazetteer: &Gazetteer,
) -> Option<(OffsetRange, usize)> {
    around(tokens, now, gazetteer).or_else(|| from_zone(tokens, now, gazetteer))
}

/// "3 hours of CET", after "within"
fn around(tokens: &[Token], now: DateTime<Utc>, gazetteer: &Gazetteer) -> Option<(OffsetRange, usize)> {
    let (width, length) = hours(tokens)?;
    let (Word::Of, of) = WORDS.at(&tokens[length..])? else { return None };
    let (offset, more) = zone::anchor(&tokens[length + of..], now, gazetteer)?;
    Some((OffsetRange { min: offset - width, max: offset + width }, length + of + more))
}

fn from_zone(tokens: &[Token], now: DateTime<Utc>, gazetteer: &Gazetteer) -> Option<(OffsetRange, usize)> {
    let (offset, length) = zone::anchor(tokens, now, gazetteer)?;
    let rest = &tokens[length..];
    match WORDS.at(rest) {
        Some((Word::GiveOrTake, sign)) => {
            let (width, more) = width(&rest[sign..])?;
            Some((OffsetRange { min: offset - width, max: offset + width }, length + sign + more))
        }
        Some((Word::Range, dash)) => {
            let Some((other, more)) = zone::anchor(&rest[dash..], now, gazetteer) else {
                return Some((OffsetRange { min: offset, max: offset }, length));
            };
            Some((OffsetRange { min: offset.min(other), max: offset.max(other) }, length + dash + more))
        }
        _ => Some((OffsetRange { min: offset, max: offset }, length)),
    }
}

/// "3 h", "3": minutes and length.
fn width(tokens: &[Token]) -> Option<(i32, usize)> {
    hours(tokens).or_else(|| Some((minutes(tokens.first()?)?, 1)))
}

/// "3 h"
fn hours(tokens: &[Token]) -> Option<(i32, usize)> {
    let minutes = minutes(tokens.first()?)?;
    let (Word::Hour, length) = WORDS.at(&tokens[1..])? else { return None };
    Some((minutes, 1 + length))
}

fn minutes(number: &Token) -> Option<i32> {
    if number.kind != Kind::Number {
        return None;
    }
    let minutes = match number.folded.split_once(['.', ',']) {
        Some((hours, "5")) => hours.parse::<i32>().ok()?.checked_mul(60)?.checked_add(30)?,
        Some(_) => return None,
        None => number.folded.parse::<i32>().ok()?.checked_mul(60)?,
    };
    (0..=WIDEST_MIN).contains(&minutes).then_some(minutes)
}
