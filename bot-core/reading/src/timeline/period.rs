//! A stretch of somebody's working life: "2019-2022", "March 2021 - now".

use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate};

use super::words::{WORDS, Word};
use crate::{
    lexicon::Lexicon,
    token::{Kind, Token, tokens},
};

/// A month of a year, or a year alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    pub year: i32,
    /// 1 to 12.
    pub month: Option<u32>,
}

/// From when until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Month,
    /// `None` while it goes on.
    pub until: Option<Month>,
}

/// Why a text is no such period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodProblem {
    /// No year, or more than a beginning and an end.
    Unread,
    /// It ends before it begins.
    Backwards,
    /// It begins or ends in the future.
    Future,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Now,
    Since,
}

static SIGNS: LazyLock<Lexicon<Sign>> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/period.tsv"));
    let meaning = |name: &str| match name {
        "now" => Some(Sign::Now),
        "since" => Some(Sign::Since),
        _ => None,
    };
    Lexicon::parse(table, meaning).expect("the embedded table is read by a test")
});

/// Nobody alive worked before.
const EARLIEST: i32 = 1940;

/// Reads the answer to "from when until when" as given on `today`. A year alone is that year; with "since", or with
/// nothing after a dash, it goes on.
pub fn period(text: &str, today: NaiveDate) -> Result<Period, PeriodProblem> {
    let tokens = tokens(text);
    let (mut points, mut open) = (Vec::new(), false);
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        if let Some((point, length)) = point(rest) {
            points.push(point);
            at += length;
        } else if let Some((sign, length)) = SIGNS.at(rest) {
            open |= *sign == Sign::Now || points.is_empty();
            at += length;
        } else {
            open |= rest.len() == 1 && rest[0].is_mark("-");
            at += 1;
        }
    }
    let (from, until) = match (points.as_slice(), open) {
        ([from], true) => (*from, None),
        ([year], false) => (*year, Some(*year)),
        ([from, until], _) => (*from, Some(*until)),
        _ => return Err(PeriodProblem::Unread),
    };
    let now = Month { year: today.year(), month: Some(today.month()) };
    if first(from) > first(now) || until.is_some_and(|until| first(until) > first(now)) {
        return Err(PeriodProblem::Future);
    }
    if until.is_some_and(|until| last(until) < first(from)) {
        return Err(PeriodProblem::Backwards);
    }
    Ok(Period { from, until })
}

/// "2021", "March 2021", "03/2021", "2021-03"
fn point(rest: &[Token]) -> Option<(Month, usize)> {
    if let Some((Word::Month(month), length)) = WORDS.at(rest) {
        let skip =
            length + usize::from(rest.get(length).is_some_and(|next| next.is_mark(".") || next.is_mark(",")));
        let year = year(rest.get(skip)?)?;
        return Some((Month { year, month: Some(*month) }, skip + 1));
    }
    if let Some((month, year)) = rest.first().and_then(|token| token.folded.split_once('.')) {
        // "03.2021"
        let (month, year) = (month_number(month)?, year.parse().ok().filter(|year| *year >= EARLIEST)?);
        return Some((Month { year, month: Some(month) }, 1));
    }
    if let Some(year) = rest.first().and_then(year) {
        let month = rest.get(2).filter(|_| rest[1].is_mark("-") || rest[1].is_mark("/"));
        return Some(
            match month.filter(|token| token.folded.len() == 2).and_then(|token| month_number(&token.folded))
            {
                Some(month) => (Month { year, month: Some(month) }, 3),
                None => (Month { year, month: None }, 1),
            },
        );
    }
    let month = rest
        .first()
        .filter(|token| token.kind == Kind::Number)
        .and_then(|token| month_number(&token.folded))?;
    let joined = rest.get(1).is_some_and(|mark| mark.is_mark("/") || mark.is_mark("-"));
    let year = rest.get(2).filter(|_| joined).and_then(year)?;
    Some((Month { year, month: Some(month) }, 3))
}

fn year(token: &Token) -> Option<i32> {
    let four = token.kind == Kind::Number && token.folded.len() == 4;
    token.folded.parse().ok().filter(|year| four && *year >= EARLIEST)
}

fn month_number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|month| (1..=12).contains(month))
}

fn first(month: Month) -> (i32, u32) {
    (month.year, month.month.unwrap_or(1))
}

fn last(month: Month) -> (i32, u32) {
    (month.year, month.month.unwrap_or(12))
}
